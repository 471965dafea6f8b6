"""Where the time of a rating tap goes, stage by stage."""
