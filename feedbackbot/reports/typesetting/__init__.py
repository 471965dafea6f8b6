"""The one way to a printed page."""
