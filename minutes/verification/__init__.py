"""Anyone checks a document: which one it is, who signed it, whether it is unaltered."""
