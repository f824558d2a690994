"""The catalogue of our open data, for the national data portal (DCAT-AP-SE 3)."""
