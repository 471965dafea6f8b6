"""What was read of files that came in, in words."""
