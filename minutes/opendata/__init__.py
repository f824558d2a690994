"""What is published, as data for programs: open, without login, free to use."""
