"""What the page asks and shows of a place, and what its form sent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from feedbackbot.domain.forms.form import Form, FormText, Option
from feedbackbot.domain.survey.rating_form import CONSENT, RATING_FORM, SERVICE
from feedbackbot.usecases.forms.rate_on_page import (
    RatedPlace,
)

_MOST_FIELDS: Final = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows beside its questions."""

    place: RatedPlace
    values: Mapping[str, str]
    token: str
    problems: Mapping[str, str]
    counts: bool = False
    receipt_over: bool = False


def form_of(place: RatedPlace, language: str) -> Form:
    """Asks for the service only where there are several."""
    options = tuple(Option(str(one.id), FormText(by_language={language: one.name})) for one in place.services)
    form = RATING_FORM.offering({SERVICE: options if len(options) > 1 else ()})
    consent = form.on_page("izin")  # last, beside the button, as people expect on a page
    rest = form.without({CONSENT})
    last = tuple(page for page in rest.all_pages if page.key == "izin")
    others = tuple(page for page in rest.all_pages if page.key != "izin")
    return replace(rest, all_pages=(*others, *last), fields=(*rest.fields, *consent))


def chosen_service(place: RatedPlace, chosen: str) -> int | None:
    if len(place.services) == 1:
        return place.services[0].id
    return next((one.id for one in place.services if str(one.id) == chosen), None)


async def fields_of(request: Request) -> dict[str, str]:
    """Of an ordinary form; the first of each name. What is not one is an empty form."""
    body = await request.body()
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    fields: dict[str, str] = {}
    for name, value in pairs:
        fields.setdefault(name, value)
    return fields
