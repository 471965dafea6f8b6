"""What an address looks like that opens a chat with a Telegram bot."""


def deep_link(bot_name: str, payload: str) -> str | None:
    """`bot_name` without @; None while it is empty."""
    return f"https://t.me/{bot_name}?start={payload}" if bot_name else None
