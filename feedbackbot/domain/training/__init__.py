"""Trainings: credits, seats, reminders, attendance, courses and certificates as plain rules."""
