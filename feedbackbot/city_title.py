"""What the city that is served is called, for texts that name it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# as with its time: each task inherits it from whoever started it
_title: ContextVar[str] = ContextVar("city_title", default="Lhokseumawe")


def city_title() -> str:
    """ "Lhokseumawe", the shipped city's, where nobody was told otherwise."""
    return _title.get()


def keep_title(title: str) -> None:
    """From here on, and in all that is started from here."""
    _title.set(title)


@contextmanager
def title_of(title: str) -> Iterator[None]:
    """The same for a block."""
    token = _title.set(title)
    try:
        yield
    finally:
        _title.reset(token)
