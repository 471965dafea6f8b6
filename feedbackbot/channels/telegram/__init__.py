"""Telegram: the Bot API client, reading updates, rendering and sending messages."""
