"""The timetable and one file per job."""
