"""Forms: what can be filled in, and what becomes of it."""
