"""Points, badges, boards and rewards of employees."""
