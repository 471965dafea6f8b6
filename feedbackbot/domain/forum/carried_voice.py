"""A voice goes from a chat to a browser by a link good for a quarter of an hour: one person stays one voice on the page too."""

from datetime import datetime, timedelta
from typing import Final

from feedbackbot.domain.forms.seal import seal, unseal

_PURPOSE: Final = "forum-voice"
_GOOD_FOR: Final = timedelta(minutes=15)
_CARRIED: Final = "c"


def carry(key: bytes, topic_id: int, who: str, now: datetime) -> str:
    """What the link carries; `who` is the forum's name of the person."""
    return seal(key, _PURPOSE, f"{topic_id}-{int(now.timestamp())}-{who}")


def carried(key: bytes, text: str, topic_id: int, now: datetime) -> str | None:
    """The number that this browser gets; None for a link that is not ours, of another topic, or too old."""
    told = unseal(key, _PURPOSE, text)
    if told is None:
        return None
    topic, second, who = told.split("-", 2)
    fresh = timedelta() <= now - datetime.fromtimestamp(int(second), now.tzinfo) <= _GOOD_FOR
    return f"{_CARRIED}{who}" if fresh and int(topic) == topic_id else None


def name_in(voter: str) -> str | None:
    """The forum's name in a browser's number, where a chat gave it one."""
    return voter.removeprefix(_CARRIED) if voter.startswith(_CARRIED) and len(voter) == 33 else None
