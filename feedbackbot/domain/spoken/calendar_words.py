"""Names of months and weekdays as people and offices write them, old spellings and short forms included."""

import re
from functools import lru_cache

MONTHS = {
    **{"januari": 1, "january": 1, "februari": 2, "february": 2, "maret": 3, "march": 3, "april": 4},
    **{"mei": 5, "may": 5, "juni": 6, "june": 6, "juli": 7, "july": 7, "agustus": 8, "august": 8},
    **{"september": 9, "oktober": 10, "october": 10, "november": 11, "desember": 12, "december": 12},
    **{
        "jan": 1,
        "feb": 2,
        "mar": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "agu": 8,
        "agust": 8,
        "agt": 8,
        "agst": 8,
        "ags": 8,
    },
    **{"aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "des": 12, "dec": 12},
    # As older letters write them, and as they are often shortened or slip from the hand.
    **{"djanuari": 1, "pebruari": 2, "pebuari": 2, "februarie": 2, "peb": 2, "febr": 2, "mrt": 3, "djuni": 6},
    **{
        "djuli": 7,
        "agts": 8,
        "agus": 8,
        "agustuz": 8,
        "septembar": 9,
        "nopember": 11,
        "nop": 11,
        "nopem": 11,
    },
    **{"novem": 11, "desembar": 12, "dese": 12, "jn": 6, "jl": 7},
}
WEEKDAYS = {
    **{"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "jumaat": 4, "sabtu": 5},
    **{"minggu": 6, "ahad": 6, "senen": 0, "saptu": 5, "rebo": 2, "kemis": 3, "jum at": 4},
    **{"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6},
    **{"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6},
}
"""Monday is 0."""
SHORT_WEEKDAYS = {"sen": 0, "sel": 1, "rab": 2, "kam": 3, "jum": 4, "sab": 5, "min": 6, "mgg": 6}
"""Only before a date: elsewhere "sel" and "min" are other words."""
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))

ROMAN_MONTHS = {
    roman: number
    for number, roman in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1
    )
}
ROMAN_MONTH = "|".join(sorted(ROMAN_MONTHS, key=len, reverse=True))
"""Only between a day and a year: elsewhere "i" and "v" are letters."""
_HIJRI_NAMES = (
    r"muharr?am|s[ay]far|rabi['u]*l?\s*(?:awwal|awal|akhir|tsani)|j[ua]mad[ia]l\s*(?:awwal|ula|awal|akhir|akhirah?|tsani(?:yah)?)|rajab"
    r"|sy?a'?ban|ramadh?[ao]n|romadh?on|s[yh]awwal|s[yh]awal|(?:dz|z)[uh]*l?\s*(?:qa|ka|qo)'?[ei]?dah|(?:dz|z)u?l?\s*hijj?ah"
)
HIJRI = re.compile(rf"\b\d{{1,2}}\s*(?:{_HIJRI_NAMES})\b(?:\s*\d{{4}})?\s*(?:h\b\.?|hijriy?y?ah)?")
"""A day of the Islamic calendar, which begins at another hour and by sighting: it is never worked out."""
_LONG_NAMES = [name for name in MONTHS if len(name) >= 5]
_LONG_WORD = re.compile(r"[a-z]{6,}")


def mended_months(plain: str) -> str:
    """The text from `plain_words` with each month of one slip of the fingers ("febuari", "oktobr") by its name."""
    return _LONG_WORD.sub(lambda word: _nearest(word[0]), plain)


@lru_cache(maxsize=1_024)
def _nearest(word: str) -> str:
    from rapidfuzz.distance import DamerauLevenshtein

    if word in MONTHS or word in WEEKDAYS:
        return word
    near = {MONTHS[name]: name for name in _LONG_NAMES if DamerauLevenshtein.distance(word, name) == 1}
    return next(iter(near.values())) if len(near) == 1 else word
