"""Text in a spreadsheet cell that stays text, whatever program opens or exports it."""

from typing import Final

LONGEST_TEXT: Final = 32_767
_BEGINS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_text(text: str) -> str:
    """The text without control characters, cut to what a cell holds, an apostrophe before a formula's sign.

    The cell is written as text anyway; the apostrophe is for the day when somebody saves the sheet as CSV and
    opens that, which would run "=HYPERLINK(...)" typed by a citizen.
    """
    clean = "".join(c for c in text if c in "\t\n\r" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF))
    clean = clean.translate({0x7F: None, 0xFFFE: None, 0xFFFF: None})
    guarded = f"'{clean}" if clean.lstrip(" ").startswith(_BEGINS_A_FORMULA) else clean
    return guarded[:LONGEST_TEXT]
