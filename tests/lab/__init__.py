"""Three PostgreSQL nodes that follow one another: a place to try failovers in."""
