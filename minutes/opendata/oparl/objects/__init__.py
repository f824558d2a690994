"""Each kind of object, made from published rows and nothing else."""
