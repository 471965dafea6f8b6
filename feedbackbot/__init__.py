"""A city's chat assistant: ratings, complaints, trainings and nudges over one database."""
