"""Sets a document's template with its data by Typst. Heavy (0.2 s, 280 MB): runs in the render process.

Whatever signs the data holds, a page is made: accessible PDF (UA-1) allows no sign without a font, and one comment with a keycap
emoji once stopped a whole official report. What is refused by name is replaced and the page set again; in the end all but Latin is.
"""

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import partial
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal, TypeAlias

from feedbackbot.reports.typesetting.font_files import SERIF, fonts
from feedbackbot.reports.typesetting.printable import (
    COMBINING,
    NO_SIGN,
    breakable,
    everywhere,
    plain,
    printable,
)

_REFUSED: Final = re.compile(r'the text (?:contains the disallowed codepoint )?`"(.*?)"`', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_HELP: Final = ("fitted.typ", "identity.typ")
_TRIES: Final = 12
_MARKS: Final = re.compile(f"[{COMBINING}\u200c\u200d\ufe00-\ufe0f\U000e0000-\U000e01ef]")

Standard: TypeAlias = Literal["ua-1", "a-2a"]


@dataclass(frozen=True, slots=True)
class Document:
    """`template` lies in `package` and reads data.json; `beside` are files that it names. Equal documents give equal files."""

    package: str
    template: str
    data: Mapping[str, Any]
    beside: Mapping[str, bytes] = field(default_factory=dict)
    standards: tuple[Standard, ...] = ("ua-1",)
    printed_on: date | None = None


def pdf_of(document: Document) -> bytes:
    """Tagged PDF. Raises typst.TypstError only for what is wrong with the template or a file beside it."""
    return _set(document, "pdf")[0]


def pictures_of(document: Document, ppi: float = 96) -> list[bytes]:
    """Each page as PNG, to look at it."""
    return _set(document, "png", ppi)


def code_picture(link: str, error: Literal["m", "q"], border: int) -> bytes:
    """A QR code as SVG, to be put beside a template."""
    import segno

    code = io.BytesIO()
    segno.make(link, error=error, micro=False).save(code, kind="svg", scale=10, border=border)
    return code.getvalue()


def _set(document: Document, form: Literal["pdf", "png"], ppi: float | None = None) -> list[bytes]:
    import typst

    with TemporaryDirectory(prefix="document-") as folder:
        place = Path(folder)
        for name, content in document.beside.items():
            (place / name).write_bytes(content)
        (place / "identity.json").write_bytes((files("feedbackbot.data") / "identity.json").read_bytes())
        for package, name in ((document.package, document.template), *((__package__, one) for one in _HELP)):
            (place / name).write_text((files(package) / name).read_text("utf-8"), "utf-8")
        data = everywhere(lambda text: breakable(printable(text)), document.data)
        for _ in range(_TRIES):
            try:
                return _compiled(document, place, data, form, ppi)
            except typst.TypstError as error:
                refused = _refused_by(error)
                if refused is None:
                    break
                data = everywhere(partial(_without, refused), data)
        return _compiled(document, place, everywhere(plain, data), form, ppi)


def _compiled(
    document: Document, place: Path, data: Any, form: Literal["pdf", "png"], ppi: float | None
) -> list[bytes]:
    import typst

    (place / "data.json").write_text(json.dumps(data | {"fonts": SERIF}, ensure_ascii=False), "utf-8")
    day = document.printed_on
    made = typst.compile(
        place / document.template,
        root=place,
        font_paths=fonts(),
        format=form,
        ppi=ppi,
        pdf_standards=list(document.standards) if form == "pdf" else None,
        timestamp=datetime.combine(day, time(), tzinfo=UTC) if day else None,
    )
    return made if isinstance(made, list) else [made]


def _refused_by(error: Exception) -> str | None:
    """The signs that no font has or PDF does not allow, None where something else is wrong."""
    named = _REFUSED.search(str(error))
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), named[1]) if named else None


def _without(refused: str, text: str) -> str:
    """The text with those signs replaced. Of a keycap only the digit is named: then it is its marks that no font has."""
    strange = {sign for sign in refused if sign > "~"} - {NO_SIGN}
    if not strange:
        return _MARKS.sub("", text).replace(NO_SIGN, "?")
    return "".join(NO_SIGN if sign in strange else sign for sign in text)
