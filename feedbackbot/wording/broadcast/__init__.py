"""A broadcast as its readers see it, and as its author follows it."""
