"""Where the signing authority's key is kept: a file, a security module, a service."""
