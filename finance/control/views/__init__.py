"""The screens of internal control."""
