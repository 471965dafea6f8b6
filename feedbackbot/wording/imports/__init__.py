"""Files about imports."""
