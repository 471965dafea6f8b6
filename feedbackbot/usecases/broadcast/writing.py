"""Write a broadcast: its words, its picture or document, its answer buttons. Every slip is told before anything is sent."""

from collections.abc import Sequence

from feedbackbot.domain.base_language import BASE_LANGUAGE
from feedbackbot.domain.message_text import escape, plain_length, problems
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.broadcast.broadcasts import Uploaded, change_draft, new_draft
from feedbackbot.storage.broadcast.waiting import unwritten_draft
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.audience_choices import LIST
from feedbackbot.usecases.broadcast.authority import own_draft, require_authority

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LARGEST_FILE = 50_000_000
"""Bytes that a bot may send on Telegram."""
MOST_BUTTONS = 3
LONGEST_LABEL = 20


def begin_draft(tx: Transaction, person_id: int, audience: str) -> int:
    """The draft that a first tap began is the second tap's too, but for lists, whose numbers may still be on their way. Raises
    FeedbackbotError for an audience that this admin may not write to."""
    if not require_authority(tx, person_id).allows(audience):
        raise FeedbackbotError("broadcast-no-longer-admin")
    begun = None if audience == LIST else unwritten_draft(tx, person_id, audience)
    return begun or new_draft(tx, person_id, audience)


def choose_audience(tx: Transaction, broadcast_id: int, person_id: int, audience: str) -> None:
    own_draft(tx, broadcast_id, person_id)
    if not require_authority(tx, person_id).allows(audience):
        raise FeedbackbotError("broadcast-no-longer-admin")
    change_draft(tx, broadcast_id, audience=audience)


def write_message(
    tx: Transaction, broadcast_id: int, person_id: int, text: str, uploaded: Uploaded | None, size: int
) -> None:
    """The Indonesian text with its file, if there is one; `size` in bytes, 0 where it is not known. What was written in another language
    is forgotten: it belonged to the words before."""
    own_draft(tx, broadcast_id, person_id)
    if size > LARGEST_FILE:
        raise FeedbackbotError("broadcast-file-too-large", megabytes=LARGEST_FILE // 1_000_000)
    words = checked(text, LONGEST_TEXT if uploaded is None else LONGEST_CAPTION)
    attachment = (
        None if uploaded is None else {"kind": uploaded.kind, "ref": uploaded.ref, "name": uploaded.name}
    )
    change_draft(tx, broadcast_id, words={BASE_LANGUAGE: words}, attachment=attachment)


def write_translation(
    tx: Transaction, broadcast_id: int, person_id: int, language: str, text: str | None
) -> None:
    """None: readers of that language get the Indonesian."""
    draft = own_draft(tx, broadcast_id, person_id)
    words = {key: value for key, value in draft.words.items() if key != language}
    if text is not None:
        words[language] = checked(text, LONGEST_TEXT if draft.attachment is None else LONGEST_CAPTION)
    change_draft(tx, broadcast_id, words=words)


def checked(text: str, longest: int) -> str:
    """The text without outer white space. Raises FeedbackbotError where it is empty, too long, or a mark formats nothing."""
    words = text.strip()
    if not words:
        raise FeedbackbotError(
            "broadcast-text-empty" if longest == LONGEST_TEXT else "broadcast-caption-empty"
        )
    length = plain_length(words)
    if length > longest:
        key = "broadcast-text-too-long" if longest == LONGEST_TEXT else "broadcast-caption-too-long"
        raise FeedbackbotError(key, length=length, longest=longest)
    wrong = problems(words)
    if wrong:
        first = wrong[0]
        raise FeedbackbotError(first.kind.value, mark=first.mark, line=first.line, near=first.near)
    return words


def write_buttons(
    tx: Transaction, broadcast_id: int, person_id: int, typed: str, languages: Sequence[str]
) -> None:
    """One answer a line, other languages after bars in their order: "Ya | Yes"; nothing: none. Raises FeedbackbotError."""
    own_draft(tx, broadcast_id, person_id)
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if len(lines) > MOST_BUTTONS:
        raise FeedbackbotError("broadcast-too-many-buttons", most=MOST_BUTTONS)
    buttons = [_button(line, languages) for line in lines]
    for language in {key for button in buttons for key in button}:
        labels = [button.get(language, button[BASE_LANGUAGE]).casefold() for button in buttons]
        if len(set(labels)) < len(labels):
            raise FeedbackbotError("broadcast-buttons-alike")
    change_draft(tx, broadcast_id, buttons=buttons)


def _button(line: str, languages: Sequence[str]) -> dict[str, str]:
    order = (BASE_LANGUAGE, *(one for one in languages if one != BASE_LANGUAGE))
    labels = [part.strip() for part in line.split("|", len(order) - 1)]
    for label in labels:
        if len(label) > LONGEST_LABEL:
            raise FeedbackbotError(
                "broadcast-button-too-long", label=escape(label[:40]), longest=LONGEST_LABEL
            )
    if not labels[0]:
        raise FeedbackbotError("broadcast-button-empty")
    return {language: label for language, label in zip(order, labels, strict=False) if label}


def set_emergency(tx: Transaction, broadcast_id: int, person_id: int, *, on: bool) -> None:
    """Only an admin of the city can call an emergency."""
    own_draft(tx, broadcast_id, person_id)
    if on and not require_authority(tx, person_id).city:
        raise FeedbackbotError("broadcast-emergency-city-only")
    change_draft(tx, broadcast_id, emergency=on, **({"repeat": None} if on else {}))
