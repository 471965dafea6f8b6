"""Files that admins send."""
