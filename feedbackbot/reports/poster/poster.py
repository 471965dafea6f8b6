"""A QR poster for a counter or a whole unit, one A4 page. Typst is heavy: runs in the render process."""

from dataclasses import asdict, dataclass
from typing import Final

from feedbackbot.reports.typesetting.printable import shortened
from feedbackbot.reports.typesetting.setter import Document, code_picture, pdf_of, pictures_of

# So that the widest letters still leave it one page.
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Poster:
    """All texts in the language of the poster; `link` is what the code holds, `valid` says until when it may hang."""

    language: str
    government: str
    unit: str
    counter: str
    headline: str
    how: str
    link: str
    valid: str


def poster_pdf(poster: Poster) -> bytes:
    """The poster as a tagged PDF of one page."""
    return pdf_of(_document(poster))


def poster_picture(poster: Poster) -> bytes:
    """The poster as PNG, to look at it."""
    return pictures_of(_document(poster))[0]


def _document(poster: Poster) -> Document:
    data = {key: shortened(text, _LONGEST) for key, text in asdict(poster).items()} | {"link": poster.link}
    # Q survives a scratched quarter, as a poster on a counter is
    return Document(__package__, "poster.typ", data, {"code.svg": code_picture(poster.link, "q", border=4)})
