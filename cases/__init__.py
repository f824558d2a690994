"""The diary: cases, documents, secrecy, communications."""
