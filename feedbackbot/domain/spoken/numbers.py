"""The one reader of a whole number, in a cell, a chat or on the command line."""

import re

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.words import NUMBER_WORDS, plain_words

_UNITS = (
    r"(?:jp|j\.p\.?|jam(?: pelajaran)?|orang|org|peserta|kursi|seats?|people|hours?|menit|hari|tempat|buah)"
)
_BEFORE = r"(?:(?:nomor|nomer|no|nmr|number|angka|nilai|jawaban|pilihan|opsi|sebanyak|maks(?:imal)?|max)\b\.?\s*:?\s*|#\s*)?"
_PLAIN = re.compile(rf"{_BEFORE}(?P<digits>\d{{1,9}})(?:[.,]0{{1,2}})?\s*{_UNITS}?[.,!)]*")
_THOUSANDS = re.compile(rf"{_BEFORE}(?P<digits>\d{{1,3}}(?:\.\d{{3}}){{1,2}})\s*{_UNITS}?[.,!]*")
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_IN_WORDS = re.compile(rf"{_BEFORE}(?P<word>{_WORDS})\s*{_UNITS}?[.,!]*")


def whole_number(text: str, lowest: int, highest: int) -> int:
    """The number of "8", "8 JP", "4.0", "1.000", "nomor 3", "tiga", "3️⃣".

    Raises `WrongValue("cell-not-a-number")` for what is out of bounds or cannot be sure: "(2)", "30-40", "±30", "3,5", "-1".
    """
    plain = plain_words(text).strip()
    if found := _PLAIN.fullmatch(plain) or _THOUSANDS.fullmatch(plain):
        value = int(found["digits"].replace(".", ""))
    elif said := _IN_WORDS.fullmatch(plain):
        value = NUMBER_WORDS[said["word"]]
    else:
        raise WrongValue("cell-not-a-number", lowest=lowest, highest=highest)
    if not lowest <= value <= highest:
        raise WrongValue("cell-not-a-number", lowest=lowest, highest=highest)
    return value
