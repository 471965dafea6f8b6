"""What one call of the Bot API costs, beside python-telegram-bot as it comes."""
