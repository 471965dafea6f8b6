"""One cell that holds several fields of an employee: "Ani, S.E." with "NIP. 1980…" below, "Penata / III/c"."""

import re
from collections.abc import Mapping

_NIP_WITHIN = re.compile(
    r"(?:\(?\s*(?:nip|ni\s*pppk|nipppk|nip3k|n\.i\.p)\b[\s.:/-]*)?(?<!\d)((?:\d[ .\-']?){17}\d)(?!\d)\s*\)?",
    re.IGNORECASE,
)
_NIP_LABEL = re.compile(r"\b(?:nip|ni\s*pppk|nipppk|nip3k)\b[\s.:/-]*", re.IGNORECASE)
_NUMBER_OF_LIST = re.compile(r"\d{1,4}[.)]\s+(?=\D)")


def split_cell(fields: tuple[str, ...], text: str) -> Mapping[str, str]:
    """The fields by what they look like; the rest goes by order, line by line. What is in doubt is left with the NIP, to be refused."""
    found: dict[str, str] = {}
    rest = text
    if "nip" in fields:
        numbers = list(_NIP_WITHIN.finditer(text))
        if len(numbers) == 1:
            found["nip"] = numbers[0][1]
            rest = text[: numbers[0].start()] + "\n" + text[numbers[0].end() :]
        elif label := _NIP_LABEL.search(text):
            found["nip"] = text[label.end() :].strip()
            rest = text[: label.start()]
        elif digits := re.search(r"\d[\d .\-]{7,}", text):
            found["nip"] = digits[0].strip()
            rest = text[: digits.start()] + "\n" + text[digits.end() :]
    lines = [line.strip(" /,;:-|") for line in re.split(r"\n|\s/\s|\s\|\s", rest)]
    lines = [line for line in lines if line]
    left = [field for field in fields if field not in found]
    found |= dict(zip(left, lines, strict=False))
    if "name" in found:
        found["name"] = _NUMBER_OF_LIST.sub("", found["name"], count=1)
    return found
