"""Electronic seals and signatures inside a PDF (PAdES, eIDAS art. 26)."""
