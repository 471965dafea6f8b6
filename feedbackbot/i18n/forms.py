"""A form in one language, ready to be shown by whoever shows it."""

from collections.abc import Callable
from dataclasses import dataclass

from feedbackbot.domain.base_language import BASE_LANGUAGE
from feedbackbot.domain.forms.form import Field, FieldKind, Form, FormText
from feedbackbot.domain.message_text import plain
from feedbackbot.i18n.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class SpokenOption:
    """`label` in full, `short` where room is scarce."""

    key: str
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class SpokenField:
    """A question in words."""

    key: str
    kind: FieldKind
    question: str
    options: tuple[SpokenOption, ...]
    required: bool
    most: int


@dataclass(frozen=True, slots=True)
class SpokenPage:
    """Questions that stand together."""

    key: str
    title: str
    intro: str
    fields: tuple[SpokenField, ...]


@dataclass(frozen=True, slots=True)
class SpokenForm:
    """`key` and `version` are the form's own."""

    key: str
    version: int
    language: str
    title: str
    pages: tuple[SpokenPage, ...]


def speak(form: Form, catalogue: Catalogue, language: str) -> SpokenForm:
    """All texts plain: no marks of format."""
    say = _sayer(catalogue, language)

    def field(one: Field) -> SpokenField:
        options = tuple(
            SpokenOption(
                option.key, label := say(option.label), (option.short and say(option.short)) or label
            )
            for option in one.options
        )
        return SpokenField(one.key, one.kind, say(one.question), options, one.required, one.most)

    pages = tuple(
        SpokenPage(
            page.key,
            say(page.title),
            say(page.intro) if page.intro else "",
            tuple(field(one) for one in form.on_page(page.key)),
        )
        for page in form.pages
    )
    return SpokenForm(form.key, form.version, language, say(form.title), pages)


def _sayer(catalogue: Catalogue, language: str) -> Callable[[FormText], str]:
    def say(text: FormText) -> str:
        if text.key:
            return plain(catalogue.text(language, text.key)) if catalogue.has(text.key) else ""
        return text.by_language.get(language) or text.by_language.get(BASE_LANGUAGE, "")

    return say
