"""The statistics of a campaign."""
