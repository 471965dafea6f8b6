"""Many cities in one process, with nothing to do."""
