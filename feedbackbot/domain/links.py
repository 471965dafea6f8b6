"""Addresses that open a chat with the bot: each chat service makes its own, nobody else knows what they look like."""

from collections.abc import Callable

DeepLink = Callable[[str], str | None]
"""From a payload; None while it is not known how the bot is called there."""


class Links:
    """One maker for each chat service, in the order they were added: what is printed once shows the first."""

    def __init__(self) -> None:
        self._makers: dict[str, DeepLink] = {}

    def add(self, channel: str, deep: DeepLink) -> None:
        self._makers[channel] = deep

    def deep(self, payload: str, channel: str = "") -> str | None:
        """Opens the chat as if `/start <payload>` had been typed there, on `channel` or else the first that can; None for none."""
        if channel in self._makers:
            return self._makers[channel](payload)
        return next(iter(self.all(payload).values()), None)

    def all(self, payload: str) -> dict[str, str]:
        """By chat service, without those whose name of the bot is not known."""
        made = {channel: deep(payload) for channel, deep in self._makers.items()}
        return {channel: link for channel, link in made.items() if link is not None}
