"""The forum: short statements, what people vote on them, and what that means."""
