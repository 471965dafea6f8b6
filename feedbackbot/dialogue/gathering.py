"""What a chat service delivers in pieces: an album is a message per file, a story is often told in several messages within seconds."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from feedbackbot.dialogue.answer_words import kinds_of, number_of
from feedbackbot.dialogue.incoming import CARRY_A_FILE, Incoming, Kind

_STORY_WORDS = 5  # shorter texts are answers, and are not kept waiting
LONGEST_TEXT = 4096


def may_go_on(incoming: Incoming) -> bool:
    """Whether more of the same may be on its way."""
    if incoming.kind in CARRY_A_FILE:
        return incoming.album != ""
    return incoming.kind is Kind.TEXT and len(incoming.text.split()) >= _STORY_WORDS


def goes_on(first: Incoming, then: Incoming) -> bool:
    """Whether `then`, the next thing the person did, is a piece of the same."""
    if first.kind in CARRY_A_FILE:
        return then.kind in CARRY_A_FILE and then.album == first.album != ""
    words = then.text
    return (
        first.kind is then.kind is Kind.TEXT
        and then.quoted_ref in ("", first.quoted_ref)
        and not words.startswith("/")
        and number_of(words) is None
        and not kinds_of(words)
    )


def together(parts: Sequence[Incoming]) -> tuple[Incoming, int]:
    """The first and what goes on with it as one message with all words and files; and how many that were."""
    first = parts[0]
    if not may_go_on(first):
        return first, 1
    whole = [first, *takewhile(lambda one: goes_on(first, one), parts[1:])]
    if len(whole) == 1:
        return first, 1
    words = "\n".join(one.text for one in whole if one.text)
    marked = (
        "\n".join(one.marked or one.text for one in whole if one.text)
        if any(one.marked for one in whole)
        else ""
    )
    files = tuple(one.file for one in whole if one.file is not None)
    return replace(
        first,
        text=words[:LONGEST_TEXT],
        marked=marked[:LONGEST_TEXT],
        look_lost=any(one.look_lost for one in whole),
        files=files if first.file else (),
    ), len(whole)
