"""How long a citizen waits for the writer while something heavy is done beside it."""
