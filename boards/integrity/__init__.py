"""Whether everything that is kept is still as it was (arkivlagen 3 §; R-01)."""
