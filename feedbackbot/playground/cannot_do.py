"""What people cannot do, on either app."""


class CannotDo(Exception):
    """The app would not let her do that; `status` is the HTTP status for it."""

    def __init__(self, words: str, status: int = 409) -> None:
        super().__init__(words)
        self.status = status
