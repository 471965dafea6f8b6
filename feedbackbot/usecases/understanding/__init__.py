"""What people's words mean, in this city."""
