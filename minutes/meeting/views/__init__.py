"""The pages and verbs of the meeting."""
