"""The official report as a tagged PDF. Heavy (0.2 s, 280 MB): runs in the render process."""

from functools import partial
from typing import Final

from feedbackbot.reports.official.contents import OfficialReport
from feedbackbot.reports.official.printed import printed
from feedbackbot.reports.typesetting.crest import crest_beside
from feedbackbot.reports.typesetting.printable import everywhere, shortened
from feedbackbot.reports.typesetting.setter import Document, pdf_of, pictures_of

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
    crest = crest_beside(report.letterhead.crest)
    data = everywhere(partial(shortened, most=_LONGEST), printed(report))
    names = {
        key: shortened(data[key], _LONGEST_NAME)
        for key in ("government", "city", "unit", "period", "signatory")
    }
    data |= names | {"crest": next(iter(crest), None)}
    return Document(__package__, "report.typ", data, crest, ("ua-1", "a-2a"), report.printed_on)
