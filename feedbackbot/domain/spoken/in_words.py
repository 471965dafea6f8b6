"""Whole numbers as Indonesian words, as official papers write them beside the digits."""

from typing import Final

_DIGITS: Final = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def in_words(number: int) -> str:
    """24 is "dua puluh empat". ValueError below 0 and from 1000 on."""
    if not 0 <= number < 1000:
        raise ValueError(f"{number} is not written in words")
    if number < 10:
        return _DIGITS[number]
    if number < 12:
        return "sepuluh" if number == 10 else "sebelas"
    if number < 20:
        return f"{_DIGITS[number - 10]} belas"
    size, name = (10, "puluh") if number < 100 else (100, "ratus")
    count, rest = divmod(number, size)
    head = "seratus" if (size, count) == (100, 1) else f"{_DIGITS[count]} {name}"
    return f"{head} {in_words(rest)}" if rest else head
