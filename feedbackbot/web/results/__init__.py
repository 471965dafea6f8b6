"""The public pages of results: without scripts, readable on a phone, in print and by ear."""
