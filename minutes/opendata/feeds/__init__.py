"""Atom feeds of boards and municipalities: what came, what changed, what is gone."""
