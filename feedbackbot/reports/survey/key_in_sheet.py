"""The sheet into which paper forms are keyed: made from the same form, and read back by `import-answers`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from feedbackbot.data import sheet_headers
from feedbackbot.domain.forms.form import FieldKind, Form
from feedbackbot.domain.forms.sheet_code import SheetCode
from feedbackbot.domain.sheets.write import Column, ColumnKind, Sheet
from feedbackbot.domain.survey.answer_sheet import DAY, RESPONDENT
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, element_of
from feedbackbot.domain.survey.instrument import Instrument
from feedbackbot.domain.survey.paper_row import CODE
from feedbackbot.i18n.forms import SpokenField, SpokenForm, SpokenOption

_PREPARED: Final = 50  # rows that have number and code already
Texts = Callable[..., str]


def key_in_sheets(form: Form, spoken: SpokenForm, codes: Sequence[SheetCode], t: Texts) -> list[Sheet]:
    """The sheet to fill in, and one that says which number means what."""
    names = sheet_headers("")["jawaban"]
    keys = [field.key for field in form.fields if field.key in names]
    columns = [Column(names[key][0]) for key in (RESPONDENT, CODE)]
    columns.append(Column(names[DAY][0], ColumnKind.DATE))
    columns += [_column(key, names, form) for key in keys]
    rows = [(str(number), str(codes[0]) if len(codes) == 1 else None) for number in range(1, _PREPARED + 1)]
    return [
        Sheet(t("key-in-sheet-name"), columns, rows),
        Sheet(t("key-in-legend-name"), _legend_columns(t), _legend(form, spoken, codes, t)),
    ]


def survey_key_in_sheets(one: Instrument, codes: Sequence[SheetCode], language: str, t: Texts) -> list[Sheet]:
    """The same for a survey beside the SKM."""
    names = sheet_headers("")["jawaban"]
    columns = [Column(names[key][0]) for key in (RESPONDENT, CODE)]
    columns.append(Column(names[DAY][0], ColumnKind.DATE))
    columns += [Column(element.name["id"], ColumnKind.INTEGER) for element in one.elements]
    rows = [(str(number), str(codes[0]) if len(codes) == 1 else None) for number in range(1, _PREPARED + 1)]
    scale = "; ".join(
        f"{number} = {label.get(language) or label['id']}" for number, label in enumerate(one.scale, 1)
    )
    legend = [(element.text.get(language) or element.text["id"], scale) for element in one.elements]
    told = [(t("key-in-legend-consent"), ""), *((t("paper-code"), str(code)) for code in codes)]
    return [
        Sheet(t("key-in-sheet-name"), columns, rows),
        Sheet(t("key-in-legend-name"), _legend_columns(t), [*told, *legend]),
    ]


def _column(key: str, names: Mapping[str, Sequence[str]], form: Form) -> Column:
    field = form.field(key)
    # a service is named by its code, which stays when the list of services changes
    words = field is not None and (field.kind is FieldKind.TEXT or field.offered)
    kind = ColumnKind.TEXT if words else ColumnKind.INTEGER
    return Column(element_of(key).official_name if key in ELEMENT_KEYS else names[key][0], kind)


def _signs(form: Form, field: SpokenField) -> list[tuple[str, SpokenOption]]:
    """What is keyed in for each option."""
    asked = form.field(field.key)
    if asked is not None and asked.offered:
        return [(one.key, one) for one in field.options]
    return [(str(number), one) for number, one in enumerate(field.options, 1)]


def _legend_columns(t: Texts) -> list[Column]:
    return [Column(t("key-in-legend-question"), width=60), Column(t("key-in-legend-answers"), width=90)]


def _legend(form: Form, spoken: SpokenForm, codes: Sequence[SheetCode], t: Texts) -> list[tuple[str, str]]:
    rows = [
        (field.question, "; ".join(f"{sign} = {one.label}" for sign, one in _signs(form, field)))
        for page in spoken.pages
        for field in page.fields
        if field.options
    ]
    return [(t("key-in-legend-consent"), ""), *((t("paper-code"), str(code)) for code in codes), *rows]
