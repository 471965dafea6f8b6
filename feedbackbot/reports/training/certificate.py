"""A certificate of a training, one A4 page with a code that leads to its check. Typst is heavy: runs in the render process."""

import io
import json
import unicodedata
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal


@dataclass(frozen=True, slots=True)
class PrintedCertificate:
    """All texts as printed, in `language`; `link` is what the picture holds, `code` what can be typed instead."""

    language: str
    government: str
    heading: str
    number: str
    given_to: str
    name: str
    for_what: str
    title: str
    counts: str
    place_and_date: str
    issuer: str
    check: str
    code: str
    link: str


def certificate_pdf(printed: PrintedCertificate) -> bytes:
    """As a tagged PDF."""
    return _set(printed, "pdf")


def certificate_picture(printed: PrintedCertificate) -> bytes:
    """As PNG, to look at it."""
    return _set(printed, "png")


def _set(printed: PrintedCertificate, output_format: Literal["pdf", "png"]) -> bytes:
    import segno
    import typst

    with TemporaryDirectory(prefix="certificate-") as folder:
        place = Path(folder)
        code = io.BytesIO()
        segno.make(printed.link, error="m", micro=False).save(code, kind="svg", scale=10, border=2)
        (place / "code.svg").write_bytes(code.getvalue())
        data = {key: _printable(value) for key, value in asdict(printed).items()}
        (place / "data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        template = place / "certificate.typ"
        template.write_text((files(__package__) / "certificate.typ").read_text("utf-8"), "utf-8")
        made = typst.compile(
            template,
            root=place,
            ignore_system_fonts=True,
            format=output_format,
            ppi=96,
            pdf_standards=["ua-1"] if output_format == "pdf" else None,
        )
    return made if isinstance(made, bytes) else b"".join(made)


def _printable(text: str) -> str:
    """Without control characters, which a registry may hold and a printer cannot show."""
    return "".join(sign if unicodedata.category(sign) not in {"Cc", "Cs", "Co"} else " " for sign in text)
