"""The registers in Django's admin, for systemförvaltare."""
