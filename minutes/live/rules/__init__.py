"""Rules of the running meeting."""
