"""The forum on the web: read, vote, write, take the votes along."""
