"""Rating turns a second beside the usual ways to write such a bot."""
