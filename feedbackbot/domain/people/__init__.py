"""People, their addresses, roles, consents and language."""
