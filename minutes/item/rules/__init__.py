"""The law of the §: voting, deciding, dissent, numbers."""
