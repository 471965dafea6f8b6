"""Which choice typed words mean."""

from feedbackbot.dialogue.answer_words import folded, kinds_of, number_of, without_asides
from feedbackbot.dialogue.message import Choice

__all__ = ["folded", "meant_choice"]

_NEAR = 88  # tolerates one slip in a word of eight letters, none in "ya"
# choices that tell by their key what they stand for
_KEYS = {"kembali": "back", "batal": "back", "lewati": "skip", "tanpa": "skip"}


def meant_choice(
    text: str, choices: tuple[Choice, ...], below: tuple[Choice, ...] = (), *, places: bool = True
) -> Choice | None:
    """The one choice that the words name: by number of its place ("3", "nomor tiga"), key, label or other words, with a slip of the
    fingers forgiven, or by their kind ("iya", "boleh" where one choice is a yes); None where no choice or more than one is meant. The
    choices `below` the others ("back") have no number: whoever answers "5" to a scale of four does not mean to go back. Where `places`
    is false a number is no place."""
    from rapidfuzz import fuzz, process

    tappable = [choice for choice in choices if choice.answers]
    names: dict[str, Choice] = {}
    for choice in (*tappable, *below):
        for name in (choice.label, choice.short or "", *choice.also):
            if folded(name):
                names.setdefault(folded(name), choice)
    words = folded(text)
    if (number := number_of(text)) is not None and not (words in names and not words.isdecimal()):
        if named := names.get(str(number)):
            return named
        return tappable[number - 1] if places and 1 <= number <= len(tappable) else None
    if not words or words.isdecimal():
        return _of_kind(text, tappable, below)
    for choice in (*tappable, *below):
        if not choice.key.isdecimal():
            names.setdefault(folded(choice.key), choice)
    if words in names:
        return names[words]
    near = process.extract(words, list(names), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=2)
    meant = {id(names[name]): names[name] for name, _, _ in near}
    if len(meant) == 1:
        return next(iter(meant.values()))
    return names.get(without_asides(words)) or _of_kind(text, tappable, below)


def _of_kind(text: str, choices: list[Choice], below: tuple[Choice, ...]) -> Choice | None:
    """The one choice of a kind with the words."""
    said = set(kinds_of(text))
    if said & {"stop", "cancel"}:
        said -= {"yes", "done"}  # "sudah dulu ya" ends it
    if not said:
        return None
    found = {id(choice): choice for choice, means in _meanings(choices, below) if means & said}
    return next(iter(found.values())) if len(found) == 1 else None


def _meanings(choices: list[Choice], below: tuple[Choice, ...]) -> list[tuple[Choice, set[str]]]:
    """What each choice stands for, told by it, or seen from its label where a question is answered with yes and no ("Ya, kirim"). A scale
    that begins with "Tidak mudah" is no such question."""
    given = [(choice, set(choice.means.split()) or _seen(choice)) for choice in (*choices, *below)]
    if sum("yes" in means for _, means in given) != 1:
        return [(one, means if one.means else means & {"back", "skip"}) for one, means in given]
    if not any("no" in means for _, means in given) and len(choices) > 2:
        # a scale that holds "Baik" is no question of yes and no: "ok" answers nothing there
        return [(one, means if one.means else means & {"back", "skip"}) for one, means in given]
    if not any("no" in means for _, means in given):
        # "Ya, kirim" over "Kembali": no is the way back
        return [(one, means | {"no"} if "back" in means else means) for one, means in given]
    return given


def _seen(choice: Choice) -> set[str]:
    if choice.key in _KEYS:
        return {_KEYS[choice.key]}
    label = folded(choice.label)
    kinds = kinds_of(label) or kinds_of(label.partition(" ")[0])
    return {next((means for means in ("no", "yes", "back", "skip") if means in kinds), "")} - {""}
