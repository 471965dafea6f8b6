"""Files about topics of the forum."""
