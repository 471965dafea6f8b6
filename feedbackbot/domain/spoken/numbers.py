"""The one reader of a whole number, in a cell, a chat or on the command line."""

import re

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.words import NUMBER_WORDS, plain_words

_UNITS = r"\(?(?:jpl|jp|j\.p\.?|jam(?: pelajaran)?|orang|org|peserta|kursi|seats?|people|pax|hours?|menit|hari|tempat|buah|pegawai)\b\.?\)?"
_BEFORE = (
    r"(?:(?:nomor|nomer|no|nmr|number|angka|nilai|jawaban|pilihan|opsi|sebanyak|jumlah|total|kuota|kapasitas|jp|maks(?:imal|imum)?"
    r"|max)\b\.?\s*[:=]?\s*|#\s*)?"
)
_SAID = r"(?:\s*\((?P<said>[a-z ]+)\))?"
_PLAIN = re.compile(rf"{_BEFORE}(?P<digits>\d{{1,9}})(?:[.,]0{{1,2}})?{_SAID}\s*(?:{_UNITS})?[.,!)]*")
_THOUSANDS = re.compile(rf"{_BEFORE}(?P<digits>\d{{1,3}}(?:[. ]\d{{3}}){{1,2}}){_SAID}\s*(?:{_UNITS})?[.,!]*")
_IN_WORDS = re.compile(rf"{_BEFORE}(?P<said>[a-z]+(?: [a-z]+)*?)\s*(?:{_UNITS})?[.,!]*")
_TENS = {"belas": 10, "puluh": 10, "ratus": 100, "ribu": 1000}
_ONES = {"seratus": "satu ratus", "seribu": "satu ribu", "sepuluh": "satu puluh", "sebelas": "satu belas"}


def whole_number(text: str, lowest: int, highest: int) -> int:
    """The number of "8", "8 JP", "4.0", "1.000", "nomor 3", "dua puluh lima", "30 (tiga puluh) orang", "3️⃣".

    Raises `WrongValue("cell-not-a-number")` for what is out of bounds or cannot be sure: "(2)", "30-40", "±30", "3,5", "-1", and
    "30 (tiga belas)".
    """
    plain = plain_words(text).strip()
    value: int | None = None
    if found := _PLAIN.fullmatch(plain) or _THOUSANDS.fullmatch(plain):
        value = int(found["digits"].replace(".", "").replace(" ", ""))
        if (
            found["said"]
            and not re.fullmatch(_UNITS, found["said"])
            and number_in_words(found["said"]) != value
        ):
            value = None
    elif said := _IN_WORDS.fullmatch(plain):
        value = number_in_words(said["said"])
    if value is None or not lowest <= value <= highest:
        raise WrongValue("cell-not-a-number", lowest=lowest, highest=highest)
    return value


def number_in_words(said: str) -> int | None:
    """The number of "dua puluh lima", "seratus", "twelve"; None for everything else."""
    if (known := NUMBER_WORDS.get(said)) is not None:
        return known
    total, ones, last = 0, None, 10_000
    for word in " ".join(_ONES.get(word, word) for word in said.split()).split():
        if word in _TENS:
            if ones is None or _TENS[word] >= last:
                return None
            total += ones + 10 if word == "belas" else ones * _TENS[word]
            ones, last = None, 1 if word == "belas" else _TENS[word]
        elif ones is None and NUMBER_WORDS.get(word, 10) < 10:
            ones = NUMBER_WORDS[word]
        else:
            return None
    if ones is not None and last <= 1:
        return None
    return total + (ones or 0) or None
