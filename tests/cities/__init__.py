"""Several cities in one process."""
