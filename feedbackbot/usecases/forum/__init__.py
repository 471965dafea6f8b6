"""The forum: topics, statements, votes, results, answers."""
