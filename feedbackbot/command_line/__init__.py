"""The commands of `bot.py`, a file for each group; a group is a function that adds its commands to the application."""
