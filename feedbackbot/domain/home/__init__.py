"""The home of each role, and what can wait there."""
