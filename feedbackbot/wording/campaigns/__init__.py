"""A nudge as it is read, and the picture of a campaign."""
