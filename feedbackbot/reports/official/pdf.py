"""The official report as a tagged PDF. Heavy (0.2 s, 280 MB): runs in the render process."""

from functools import partial
from pathlib import Path
from typing import Final

from feedbackbot.reports.official.contents import OfficialReport
from feedbackbot.reports.official.printed import printed
from feedbackbot.reports.typesetting.printable import everywhere, shortened
from feedbackbot.reports.typesetting.setter import Document, pdf_of, pictures_of

CREST_ENDINGS: Final = frozenset({".svg", ".png", ".jpg", ".jpeg"})
# A chat message has no more; a name of thousands of signs on each page would take minutes.
_LONGEST: Final = 4_096
_LONGEST_NAME: Final = 200


def official_pdf(report: OfficialReport) -> bytes:
    """The report as PDF; equal reports give equal files. ValueError for a crest that is no picture file."""
    return pdf_of(_document(report))


def official_pages(report: OfficialReport, ppi: float = 96) -> list[bytes]:
    """The pages as PNG pictures, to look at them."""
    return pictures_of(_document(report), ppi)


def _document(report: OfficialReport) -> Document:
    crest = _crest(report.letterhead.crest)
    data = everywhere(partial(shortened, most=_LONGEST), printed(report))
    names = {
        key: shortened(data[key], _LONGEST_NAME)
        for key in ("government", "city", "unit", "period", "signatory")
    }
    data |= names | {"crest": next(iter(crest), None)}
    return Document(__package__, "report.typ", data, crest, ("ua-1", "a-2a"), report.printed_on)


def _crest(file: Path | None) -> dict[str, bytes]:
    if file is None:
        return {}
    if file.suffix.lower() not in CREST_ENDINGS or not file.is_file():
        raise ValueError(f"the crest {file} is not an SVG, PNG or JPEG file")
    return {f"crest{file.suffix.lower()}": file.read_bytes()}
