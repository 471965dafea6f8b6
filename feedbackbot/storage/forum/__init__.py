"""Topics of the forum, statements, voices under a pseudonym, results."""
