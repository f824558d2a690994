"""One document tree and what can be made of it: PDF, HTML, text, JSON and extracts."""
