"""The open data described for machines: one OpenAPI 3.1 document."""
