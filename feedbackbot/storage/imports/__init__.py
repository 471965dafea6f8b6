"""Sheets that bring staff and trainings."""
