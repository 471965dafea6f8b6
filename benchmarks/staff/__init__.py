"""Reading staff sheets and planning reminders at the size of a whole city government."""
