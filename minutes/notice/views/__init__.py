"""The pages of what goes up on notice boards."""
