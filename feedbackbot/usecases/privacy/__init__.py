"""What is held about a person: shown, erased, thrown away in time."""
