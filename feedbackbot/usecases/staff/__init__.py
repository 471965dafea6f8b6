"""The registry in use: imports, links between chats and employees, the heads of units."""
