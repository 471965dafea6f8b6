"""Text in a spreadsheet cell that stays text, whatever program opens or exports it."""

from typing import Final

LONGEST_TEXT: Final = 32_767
"""What one cell holds in Excel."""
# What Excel, LibreOffice and CSV imports take as the start of a formula, full-width forms included.
_BEGINS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_IN_A_CELL: Final = {
    **dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n\r"),
    **dict.fromkeys((0x7F, 0xFFFE, 0xFFFF)),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def safe_text(text: str) -> str:
    """The text without control characters, cut to what a cell holds, an apostrophe before a formula's sign.

    The cell is written as text anyway; the apostrophe is for the day when somebody saves the sheet as CSV and
    opens that, which would run "=HYPERLINK(...)" typed by a citizen. Half a sign pair becomes the replacement sign.
    """
    clean = text if text.isprintable() else text.translate(_NOT_IN_A_CELL)
    if clean.startswith(_BEGINS_A_FORMULA) or clean.lstrip().startswith(_BEGINS_A_FORMULA):
        clean = f"'{clean}"
    return clean if len(clean) <= LONGEST_TEXT else clean[: LONGEST_TEXT - 1] + "…"
