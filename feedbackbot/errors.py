"""What can go wrong, in words for the person it happened to."""


class FeedbackbotError(Exception):
    """An expected refusal.

    `key` is the catalogue key of what the person is told, `args_` fill its placeholders (strings or numbers). The edge
    renders it in one place; nothing that the person did in the failed turn is kept.
    """

    def __init__(self, key: str = "error-unexpected", **args_: str | int | float) -> None:
        super().__init__(key)
        self.key = key
        self.args_ = args_


class SettingsError(Exception):
    """A setting is missing or wrong; the text names the setting and is shown as one line."""


class DatabaseAway(Exception):
    """The database did not answer: nothing was written, the same call may go through later."""


class StateChanged(FeedbackbotError):
    """Somebody else was faster; the person is shown the present state."""
