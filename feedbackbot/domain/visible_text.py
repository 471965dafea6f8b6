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
