"""Files about trainings."""
