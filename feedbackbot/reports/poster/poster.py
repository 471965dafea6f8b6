"""A QR poster for a counter or a whole unit, one A4 page. Typst is heavy: runs in the render process."""

import io
import json
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal


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
    """The poster as a tagged PDF."""
    return _set(poster, "pdf")


def poster_picture(poster: Poster) -> bytes:
    """The poster as PNG, to look at it."""
    return _set(poster, "png")


def _set(poster: Poster, output_format: Literal["pdf", "png"]) -> bytes:
    import segno
    import typst

    with TemporaryDirectory(prefix="poster-") as folder:
        place = Path(folder)
        code = io.BytesIO()
        # Q survives a scratched quarter, as a poster on a counter is
        segno.make(poster.link, error="q", micro=False).save(code, kind="svg", scale=10, border=4)
        (place / "code.svg").write_bytes(code.getvalue())
        (place / "data.json").write_text(json.dumps(asdict(poster), ensure_ascii=False), "utf-8")
        template = place / "poster.typ"
        template.write_text((files(__package__) / "poster.typ").read_text("utf-8"), "utf-8")
        made = typst.compile(
            template,
            root=place,
            ignore_system_fonts=True,
            format=output_format,
            ppi=96,
            pdf_standards=["ua-1"] if output_format == "pdf" else None,
        )
    return made if isinstance(made, bytes) else b"".join(made)
