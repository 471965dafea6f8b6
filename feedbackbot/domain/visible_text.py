"""Whether a text shows anything: Unicode counts letters that are blank (Hangul fillers) or only a stroke between others (tatweel)."""

import unicodedata

_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u0640\u07fa\u180e\u2800\u17b4\u17b5")


def is_visible_letter(sign: str) -> bool:
    """A letter that is seen and means something."""
    return sign.isalpha() and sign not in _BLANK_LETTERS


def letters_in(text: str) -> int:
    """How many letters are seen."""
    return sum(map(is_visible_letter, text))


def shows_something(text: str) -> bool:
    """Whether anything at all is seen: a letter, a figure, a sign, an emoji."""
    return any(
        sign not in _BLANK_LETTERS and unicodedata.category(sign) not in _UNSEEN and not sign.isspace()
        for sign in text
    )


_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me", "Zs", "Zl", "Zp"})


def is_inside_a_sign(text: str, place: int) -> bool:
    """Whether `text` before and from `place` is drawn as one sign: a letter and its accents, a family, a keycap, a flag."""
    if not 0 < place < len(text):
        return False
    before, sign = text[place - 1], text[place]
    if before == "\u200d" or sign in _SKIN_TONES or unicodedata.category(sign) in _JOINED_BEFORE:
        return True
    if not (_is_half_flag(before) and _is_half_flag(sign)):
        return False
    first = place
    while first > 0 and _is_half_flag(text[first - 1]):
        first -= 1
    return (place - first) % 2 == 1


_JOINED_BEFORE = frozenset({"Mn", "Mc", "Me", "Cf"})
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


def _is_half_flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"
