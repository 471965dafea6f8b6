"""What a broadcast says, as its readers see it."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from feedbackbot.delivery.wording import OPT_OUT
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.dialogue.file_sources import RECEIVED
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.base_language import BASE_LANGUAGE
from feedbackbot.domain.contact_policy import RULES
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.broadcast.broadcasts import Broadcast, Uploaded
from feedbackbot.storage.people.contacts import ChatState
from feedbackbot.usecases.broadcast.content import kind_of, label_of
from feedbackbot.usecases.broadcast.entry_points import ANSWER

_PRESSED: Final = "✅ "


def message_of(broadcast: Broadcast, catalogue: Catalogue, language: str) -> Message:
    """The message in a language, or in Indonesian where it was not written in that one."""
    text = broadcast.words.get(language) or broadcast.words.get(BASE_LANGUAGE, "")
    if broadcast.emergency:  # nobody may take it for advertising, nor wonder who sends it
        text = f"{catalogue.text(language, 'broadcast-emergency-head')}\n\n{text}"
    picture, document = _attached(broadcast.attachment)
    return replace(_answers(broadcast, catalogue, language), text=text, picture=picture, document=document)


def answers_pressed(broadcast: Broadcast, catalogue: Catalogue, language: str, place: int) -> Message:
    """What is under the message once its reader has pressed the answer at a place (from 1)."""
    return replace(_answers(broadcast, catalogue, language, place), buttons_only=True)


def _answers(broadcast: Broadcast, catalogue: Catalogue, language: str, pressed: int = 0) -> Message:
    answers = tuple(
        Choice(
            f"{broadcast.id}.{place}",
            f"{_PRESSED if place == pressed else ''}{label_of(button, language)}",
            opens=ANSWER,
        )
        for place, button in enumerate(broadcast.buttons, 1)
    )
    subscription = RULES[kind_of(broadcast)].subscription
    off = () if subscription is None else (_off(catalogue, language, subscription.value),)
    return Message("", answers, below=off)


def _off(catalogue: Catalogue, language: str, subscription: str) -> Choice:
    label, short = (catalogue.text(language, key) for key in ("opt-out-button", "opt-out-short"))
    return Choice(subscription, label, short, opens=OPT_OUT)


def in_all_languages(catalogue: Catalogue) -> Callable[[Broadcast], str]:
    """JSON of a broadcast's message in every language that a reader may have chosen: it is rendered in advance."""
    return lambda broadcast: _content_of(broadcast, catalogue)


def _content_of(broadcast: Broadcast, catalogue: Catalogue) -> str:
    bodies = {
        language: json.loads(
            as_outgoing(
                message_of(broadcast, catalogue, language), ChatState(), page=0, pages=("", "")
            ).to_json()
        )
        for language in catalogue.languages
    }
    return json.dumps(bodies, ensure_ascii=False, separators=(",", ":"))


def _attached(uploaded: Uploaded | None) -> tuple[Attachment | None, Attachment | None]:
    """(picture, document)"""
    if uploaded is None:
        return None, None
    file = Attachment(RECEIVED, {"ref": uploaded.ref}, uploaded.name)
    return (file, None) if uploaded.kind == "picture" else (None, file)
