"""A form to be filled in with a pen, from the same questions as every other way of asking. Typst is heavy: runs in the render process."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Final

from feedbackbot.domain.forms.form import FieldKind
from feedbackbot.domain.forms.sheet_code import SheetCode
from feedbackbot.i18n.forms import SpokenField, SpokenForm
from feedbackbot.reports.typesetting.crest import crest_beside
from feedbackbot.reports.typesetting.printable import everywhere, shortened
from feedbackbot.reports.typesetting.setter import Document, pdf_of, pictures_of

_LONGEST: Final = 400
_MOST_TICKED: Final = 8


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What stands around the questions."""

    government: str
    code: str
    number: str
    day: str
    how: str
    service: str


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """Where the sheet will lie; `code` leads whoever keys it in back here; `services`: to be ticked, each with its code."""

    unit: str
    counter: str
    code: SheetCode
    services: tuple[str, ...] = ()


def paper_form_pdf(
    form: SpokenForm, words: PaperWords, places: Sequence[PaperPlace], crest: Path | None = None
) -> bytes:
    """A tagged PDF with a sheet for each place. ValueError for a crest that is no picture file."""
    return pdf_of(_document(form, words, places, crest))


def paper_form_pictures(form: SpokenForm, words: PaperWords, places: Sequence[PaperPlace]) -> list[bytes]:
    """The pages as PNG, to look at them."""
    return pictures_of(_document(form, words, places, None))


def _document(
    form: SpokenForm, words: PaperWords, places: Sequence[PaperPlace], crest: Path | None
) -> Document:
    beside = crest_beside(crest)
    pages = [
        {"title": page.title, "intro": page.intro, "fields": [_field(one) for one in page.fields]}
        for page in form.pages
    ]
    data = {
        "words": asdict(words),
        "title": form.title,
        "language": form.language,
        "crest": next(iter(beside), None),
        "pages": pages,
        "places": [
            {
                "unit": place.unit,
                "counter": place.counter,
                "code": str(place.code),
                # so many boxes would push the questions to a second page: then it is written
                "services": list(place.services) if len(place.services) <= _MOST_TICKED else [],
                "asks_service": len(place.services) > 1,
            }
            for place in places
        ],
    }
    return Document(
        __package__, "paper_form.typ", everywhere(partial(shortened, most=_LONGEST), data), beside
    )


def _field(one: SpokenField) -> dict[str, object]:
    options = [{"number": str(number), "label": option.label} for number, option in enumerate(one.options, 1)]
    return {
        "question": one.question,
        "options": options,
        "scale": one.kind is FieldKind.SCALE,
        "text": one.kind is FieldKind.TEXT,
        "consent": one.kind is FieldKind.CONSENT,
    }
