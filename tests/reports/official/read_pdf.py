"""The words of a PDF."""

import io
from collections.abc import Callable

from pypdf import PdfReader

from feedbackbot.reports.official.contents import (
    OfficialReport,
)

MakeReport = Callable[..., OfficialReport]


def text_of(pdf: bytes) -> str:
    """The words of all pages, with single spaces and without the breaks of long words."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())
