"""What is held about a person, for how long, and how it goes."""
