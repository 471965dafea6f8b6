"""Trainings in use: catalogue, invitations, seats, reminders, attendance, courses, credits."""
