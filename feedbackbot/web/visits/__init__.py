"""Visits: that somebody was served, told by the unit's own application, and the one-time link that invites to rate it."""
