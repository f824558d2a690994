"""Outcome, budget, grant and forecast of each unit, side by side."""
