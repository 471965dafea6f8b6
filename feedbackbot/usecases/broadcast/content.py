"""What there is to know of a broadcast's message before it is put into words."""

from collections.abc import Mapping

from feedbackbot.domain.base_language import BASE_LANGUAGE
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.message_text import plain
from feedbackbot.storage.broadcast.broadcasts import Broadcast

_TITLE = 40


def kind_of(broadcast: Broadcast) -> Kind:
    return Kind.EMERGENCY if broadcast.emergency else Kind.BROADCAST


def title_of(broadcast: Broadcast) -> str:
    """The first words, to recognise it by; without marks."""
    words = " ".join(plain(broadcast.words.get(BASE_LANGUAGE, "")).split())
    return words if len(words) <= _TITLE else words[: _TITLE - 1].rstrip() + "…"


def label_of(button: Mapping[str, str], language: str) -> str:
    """An answer's label in a language, or in Indonesian."""
    return button.get(language) or button[BASE_LANGUAGE]
