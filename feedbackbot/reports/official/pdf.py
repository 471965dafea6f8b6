"""The official report as a tagged PDF, set by Typst. Heavy (0.2 s, 280 MB): runs in the render process."""

import json
import shutil
import unicodedata
from datetime import UTC, datetime, time
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal

from feedbackbot.reports.official.contents import OfficialReport
from feedbackbot.reports.official.printed import printed

_TEMPLATE: Final = "report.typ"
CREST_ENDINGS: Final = frozenset({".svg", ".png", ".jpg", ".jpeg"})


def official_pdf(report: OfficialReport) -> bytes:
    """The report as PDF; equal reports give equal files. ValueError for a crest that is no picture file."""
    document: bytes = _set(report, "pdf")
    return document


def official_pages(report: OfficialReport, ppi: float = 96) -> list[bytes]:
    """The pages as PNG pictures, to look at them."""
    pages: bytes | list[bytes] = _set(report, "png", ppi)
    return pages if isinstance(pages, list) else [pages]


def _set(report: OfficialReport, output_format: Literal["pdf", "png"], ppi: float | None = None) -> Any:
    import typst

    with TemporaryDirectory(prefix="official-report-") as folder:
        place = Path(folder)
        data = printed(report) | {"crest": _crest_in(place, report.letterhead.crest)}
        (place / "data.json").write_text(json.dumps(_printable(data), ensure_ascii=False), "utf-8")
        template = place / _TEMPLATE
        template.write_text((files(__package__) / _TEMPLATE).read_text("utf-8"), "utf-8")
        return typst.compile(
            template,
            root=place,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format=output_format,
            ppi=ppi,
            pdf_standards=["ua-1", "a-2a"] if output_format == "pdf" else None,
            timestamp=datetime.combine(report.printed_on, time(), tzinfo=UTC),
        )


def _crest_in(place: Path, crest: Path | None) -> str | None:
    if crest is None:
        return None
    if crest.suffix.lower() not in CREST_ENDINGS or not crest.is_file():
        raise ValueError(f"the crest {crest} is not an SVG, PNG or JPEG file")
    name = f"crest{crest.suffix.lower()}"
    shutil.copyfile(crest, place / name)
    return name


def _fonts() -> list[Path]:
    """DejaVu, found beside matplotlib without loading it, for letters that Typst's own fonts lack."""
    found = find_spec("matplotlib")
    return [Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"] if found and found.origin else []


def _printable(value: Any) -> Any:
    """The same data without control characters, which a comment may hold and a printer cannot show."""
    if isinstance(value, str):
        return "".join(c if unicodedata.category(c) not in {"Cc", "Cs", "Co"} else " " for c in value)
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    return [_printable(item) for item in value] if isinstance(value, list) else value
