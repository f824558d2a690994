"""What format each handling's file has by its content, and its copy for the archive."""
