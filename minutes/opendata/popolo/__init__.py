"""Votes as Popolo has them: motions, vote events, names where the vote was open."""
