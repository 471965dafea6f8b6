"""A city that has lived with the bot for a year, made up within seconds from a fixed seed: all of it is marked as sample data."""
