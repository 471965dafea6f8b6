"""What came in, what is to go out, and who is at it."""
