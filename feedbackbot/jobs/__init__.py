"""The timetable, and a file of jobs for each area."""
