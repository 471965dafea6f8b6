"""A certificate of a training, one A4 page with a code that leads to its check. Typst is heavy: runs in the render process."""

from dataclasses import asdict, dataclass
from typing import Final

from feedbackbot.reports.typesetting.printable import shortened
from feedbackbot.reports.typesetting.setter import Document, code_picture, pdf_of

# So that the widest letters still leave it one page; titles are limited to 120 where they are typed.
_LONGEST: Final = 160


@dataclass(frozen=True, slots=True)
class PrintedCertificate:
    """All texts as printed, in `language`; `link` is what the picture holds, `code` what can be typed instead."""

    language: str
    government: str
    heading: str
    number: str
    given_to: str
    name: str
    nip: str
    unit: str
    for_what: str
    title: str
    held: str
    counts: str
    place_and_date: str
    issuer: str
    signer_title: str
    signature_place: str
    signer_name: str
    signer_nip: str
    check: str
    code: str
    link: str


def certificate_pdf(printed: PrintedCertificate) -> bytes:
    """One page, as a tagged PDF."""
    return pdf_of(_document(printed))


def _document(printed: PrintedCertificate) -> Document:
    data = {key: shortened(text, _LONGEST) for key, text in asdict(printed).items()}
    return Document(
        __package__, "certificate.typ", data, {"code.svg": code_picture(printed.link, "m", border=2)}
    )
