"""Which choice typed words mean."""

import re
import unicodedata

from rapidfuzz import fuzz, process

from feedbackbot.dialogue.message import Choice

_NEAR = 88  # tolerates one slip in a word of eight letters, none in "ya"

_NUMBER = re.compile(r"(\d{1,3})[.)]?")


def folded(text: str) -> str:
    """Lower case without accents, emoji, punctuation and doubled spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.sub(r"[^\w\s]|_", " ", plain).split())


def meant_choice(text: str, choices: tuple[Choice, ...], below: tuple[Choice, ...] = ()) -> Choice | None:
    """The one choice that the words name: by number of its place ("3"), key, label or other words, with a slip of the
    fingers forgiven; None where no choice or more than one is meant. The choices `below` the others ("back") have no number: whoever
    answers "5" to a scale of four does not mean to go back."""
    words = folded(text)
    tappable = [choice for choice in choices if choice.url is None]
    if not words:
        return None
    if words.isdecimal():
        number = _NUMBER.fullmatch(text.strip())  # "-1" and "(3)" are something else
        place = int(number[1]) if number else 0
        return tappable[place - 1] if 1 <= place <= len(tappable) else None
    names: dict[str, Choice] = {}
    for choice in (*tappable, *below):
        for name in (choice.key, choice.label, choice.short or "", *choice.also):
            if folded(name):
                names.setdefault(folded(name), choice)
    if words in names:
        return names[words]
    near = process.extract(words, list(names), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=2)
    meant = {id(names[name]): names[name] for name, _, _ in near}
    return next(iter(meant.values())) if len(meant) == 1 else None
