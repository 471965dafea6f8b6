"""Trainings, seats, attendance, credits, courses."""
