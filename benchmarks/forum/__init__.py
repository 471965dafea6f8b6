"""Votes of the forum: kept, computed, read."""
