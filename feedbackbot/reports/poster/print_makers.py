"""What is printed and lies or hangs at a counter, by its recipe: posters, paper forms, and the sheet to key them into."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import KEY_IN_SHEET, PAPER_FORM, POSTER
from feedbackbot.domain.forms.form import Form, FormText, Option
from feedbackbot.domain.forms.sheet_code import sheet_code
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.sheets.write import XLSX, workbook_bytes
from feedbackbot.domain.survey.instrument import Instrument, instrument_form
from feedbackbot.domain.survey.rating_form import RATING_FORM, SERVICE
from feedbackbot.domain.survey.read_instrument import instruments_in
from feedbackbot.domain.survey.visit import place_payload
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.i18n.channel_names import channel_name
from feedbackbot.i18n.forms import speak
from feedbackbot.reports.poster.poster import Door, Poster, PosterSize, PosterWords, posters_pdf
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.reports.survey.key_in_sheet import key_in_sheets, survey_key_in_sheets
from feedbackbot.reports.survey.paper_form import PaperPlace, PaperWords, paper_form_pdf
from feedbackbot.settings import Settings
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.report_units import ReportUnit, report_unit_by_id
from feedbackbot.storage.units.units import counters_of_unit, services_at

EVERY_COUNTER: Final = "*"
"""Stands in a recipe for the whole unit and each of its counters."""
_PDF: Final = "application/pdf"
_FORM: Final = RATING_FORM.without({SERVICE})
Places = list[tuple[str, str]]


def print_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """By source. A recipe has `unit` (id), `counter` (code, "" for the whole unit, or `EVERY_COUNTER`), `language`, posters a `size`; paper
    and its sheet may name a `survey` beside the SKM."""
    settings = runtime.settings
    crest = Path(settings.city_crest) if settings.city_crest else None

    async def poster(wanted: Attachment) -> MadeFile:
        posters = await runtime.read(lambda tx: _posters(tx, wanted, catalogue))
        words = _poster_words(
            _texts(catalogue, wanted), str(wanted.args["language"]), settings.city_government
        )
        size = PosterSize(str(wanted.args["size"]))
        return MadeFile(await render.render(posters_pdf, words, size, posters, crest), wanted.name, _PDF)

    async def paper(wanted: Attachment) -> MadeFile:
        one = _survey(settings, wanted)
        asked = instrument_form(one) if one else _FORM
        sheets = await runtime.read(lambda tx: _sheets(tx, wanted, asked))
        words = _paper_words(_texts(catalogue, wanted), settings.city_government)
        form = speak(asked, catalogue, str(wanted.args["language"]))
        return MadeFile(await render.render(paper_form_pdf, form, words, sheets, crest), wanted.name, _PDF)

    async def key_in(wanted: Attachment) -> MadeFile:
        one, t, language = _survey(settings, wanted), _texts(catalogue, wanted), str(wanted.args["language"])
        asked = instrument_form(one) if one else _FORM
        codes = [place.code for place in await runtime.read(lambda tx: _sheets(tx, wanted, asked))]
        if one is not None:
            sheets = survey_key_in_sheets(one, codes, language, t)
            return MadeFile(await render.render(workbook_bytes, sheets), wanted.name, XLSX)
        form = await runtime.read(lambda tx: _with_services(tx, wanted))
        sheets = key_in_sheets(form, speak(form, catalogue, language), codes, t)
        return MadeFile(await render.render(workbook_bytes, sheets), wanted.name, XLSX)

    return {POSTER: poster, PAPER_FORM: paper, KEY_IN_SHEET: key_in}


def _texts(catalogue: Catalogue, wanted: Attachment) -> Callable[..., str]:
    return partial(_plain_text, catalogue, str(wanted.args["language"]))


def _plain_text(catalogue: Catalogue, language: str, key: str, /, **values: Value) -> str:
    return plain(catalogue.text(language, key, **values))


def _places(tx: Transaction, wanted: Attachment) -> tuple[ReportUnit, Places]:
    """Code and name of each place, ("", "") for the whole unit. Raises LookupError where unit or counter are gone."""
    unit = report_unit_by_id(tx, int(wanted.args["unit"] or 0))
    if unit is None:
        raise LookupError("the unit of what is to be printed is gone")
    every = [("", ""), *((one.code, one.name) for one in counters_of_unit(tx, unit.id))]
    counter = str(wanted.args["counter"] or "")
    places = every if counter == EVERY_COUNTER else [one for one in every if one[0] == counter]
    if not places:
        raise LookupError(f"{unit.code} has no counter {counter}")
    return unit, places


def _survey(settings: Settings, wanted: Attachment) -> Instrument | None:
    """The survey beside the SKM that a recipe names; None for the rating."""
    survey = str(wanted.args.get("survey") or "")
    return instruments_in(settings.surveys_folder)[survey] if survey else None


def _sheets(tx: Transaction, wanted: Attachment, form: Form) -> list[PaperPlace]:
    unit, places = _places(tx, wanted)

    def one(code: str, name: str) -> PaperPlace:
        services = tuple(
            f"{service.name} ({service.code})" for service in services_at(tx, unit.id, code or None)
        )
        return PaperPlace(
            unit.name, name, sheet_code(form, unit.code, code), services if form is _FORM else ()
        )

    return [one(*place) for place in places]


def _with_services(tx: Transaction, wanted: Attachment) -> Form:
    """All of the unit, by their codes: those on sheets that were printed long ago are among them."""
    unit, _ = _places(tx, wanted)
    services = services_at(tx, unit.id, None)
    options = tuple(Option(one.code, FormText(by_language={"id": one.name})) for one in services)
    return RATING_FORM.offering({SERVICE: options if len(options) > 1 else ()})


def _paper_words(t: Callable[..., str], government: str) -> PaperWords:
    keys = ("paper-code", "paper-number", "paper-day", "paper-how", "form-which-service")
    return PaperWords(government, *(t(key) for key in keys))


def _posters(tx: Transaction, wanted: Attachment, catalogue: Catalogue) -> list[Poster]:
    unit, places = _places(tx, wanted)
    city, language = tx.settings.public_url.rstrip("/"), str(wanted.args["language"])

    def one(code: str, counter: str) -> Poster:
        page = f"{city}/n/{unit.code}{'/' if code else ''}{code}" if city else ""
        chats = tx.links.all(place_payload(unit.code, code))
        doors = [Door(_plain_text(catalogue, language, "poster-door-web"), page)] if page else []
        doors += [Door(channel_name(catalogue, language, name), link) for name, link in chats.items()]
        return Poster(unit.name, counter, tuple(doors), page.partition("://")[2])

    return [one(*place) for place in places]


def _poster_words(t: Callable[..., str], language: str, government: str) -> PosterWords:
    steps = (t("poster-step-1"), t("poster-step-2"), t("poster-step-3"))
    return PosterWords(language, government, t("poster-headline"), steps, t("poster-typed"))
