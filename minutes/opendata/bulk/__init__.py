"""A file for each year with all that was published: JSON lines and CSV in a ZIP."""
