"""Bytes of a text file as text, whatever encoding the exporting program chose."""

import codecs

from feedbackbot.domain.sheets.problem import SheetError

# Bytes that stand in no text file; a file holding them is something else under a table's name.
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1a")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 4_096


def decoded(data: bytes, *, cut: bool = False) -> str:
    """The text: UTF-8, UTF-16 or UTF-32 with a mark, UTF-16 without, else Windows' Western code page.

    `cut`: the bytes may end within a sign. Raises `SheetError("sheet-not-a-sheet")` for binary content.
    """
    encoding = _told(data) or _wide(data)
    if encoding is not None:
        try:
            return data.decode(encoding, "ignore" if cut else "strict")
        except UnicodeDecodeError as error:
            raise SheetError("sheet-not-a-sheet") from error
    if not _BINARY.isdisjoint(data):
        raise SheetError("sheet-not-a-sheet")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data, final=not cut)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _told(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of mostly Latin text is zero."""
    top = data[: min(_LOOKED_AT, len(data) // 2 * 2)]
    if len(top) < 8:
        return None
    even, odd = top[::2].count(0), top[1::2].count(0)
    if odd > len(top) * 0.4 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(top) * 0.4 and not odd else None
