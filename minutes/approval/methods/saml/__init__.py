"""Signing by authenticating anew with SAML 2.0 as Sweden Connect profiles it."""
