"""What is said, independent of the chat service."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Self

from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.entry_point import EntryPoint
from feedbackbot.dialogue.table import Table
from feedbackbot.domain.forms.form import Form


class Tone(StrEnum):
    """What a tap does to the world, for chat services that can show it by a colour."""

    PLAIN = ""
    CONFIRM = "confirm"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be tapped.

    `key` (at most 24 characters of [A-Za-z0-9_.-]) is what the step gets; `short` is shown where `label` does not fit (20
    characters; 24 among more than three choices). With `opens` the button stands alone: it works whatever is being talked
    about, and `key` is the entry point's argument. With `url` it opens a page instead. With `copies` (at most 256 characters) it
    puts that into the clipboard; where the chat service has no such buttons it is left out. `also` are further words that mean it
    when they are typed; `means` names the kinds of short answers that do ("yes done"; `data/answer_words/`) where the label does
    not begin with such a word.
    """

    key: str
    label: str
    short: str | None = None
    opens: EntryPoint | None = None
    url: str | None = None
    also: tuple[str, ...] = ()
    means: str = ""
    tone: Tone = Tone.PLAIN
    copies: str | None = None

    @property
    def answers(self) -> bool:
        """Whether a tap on it says something."""
        return self.url is None and self.copies is None


@dataclass(frozen=True, slots=True)
class FormOffer:
    """Questions to be answered at once, where the chat service can show them (`chat.shows.forms`).

    `form` is already without what is not asked this time, and with the options of its `offered` fields. `label` opens it (at most 20
    characters), `heading` says what it is about. `language` is the person's. What is filled in comes to the `take_form` of `opens` with
    `argument`; without one to the step that asks, as an `Answer` with `fields`. `values` are filled in already.
    """

    form: Form
    label: str
    heading: str
    language: str
    opens: EntryPoint | None = None
    argument: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Message:
    """Text with `*bold*` and `_italic_` (typed words must have gone through `message_text.escape`).

    `replaces` hints that the answered message is to be edited where that is possible. `columns` is how many choices share a row.
    `below` are choices under every page of the others, in one row ("back", "skip").
    `asks_contact` is the label of a button that shares the person's own phone number. `form` is left out where it cannot be shown.
    `voice`: what somebody said, with the text as its caption. `verbatim`: the text is shown as it is, to be copied as a whole.
    `about`: what a text that knocks for it says, in a few words; without it, how the message begins. `buttons_only`: the answered message
    stays, with these choices under it; where nothing can be edited it is not said at all. `table` stands in place of the text where it can
    be shown (`chat.shows.tables`), so the text says the same.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    columns: int = 1
    below: tuple[Choice, ...] = ()
    replaces: bool = False
    picture: Attachment | None = None
    document: Attachment | None = None
    asks_contact: str | None = None
    form: FormOffer | None = None
    about: str = ""
    voice: Attachment | None = None
    verbatim: bool = False
    buttons_only: bool = False
    table: Table | None = None

    @property
    def all_choices(self) -> tuple[Choice, ...]:
        return (*self.choices, *self.below)


@dataclass(frozen=True, slots=True)
class Button:
    """A choice as it goes out: `data` comes back when it is tapped (at most 64 bytes), or `url` opens, or `copies` is copied."""

    label: str
    short: str
    data: str | None = None
    url: str | None = None
    tone: Tone = Tone.PLAIN
    copies: str | None = None


@dataclass(frozen=True, slots=True)
class FormButton:
    """A form as it goes out: which one, and what differs from time to time. `data` comes back with the answers, unchanged; `fields` are
    those asked this time; `options` (key and label) belong to fields whose options differ."""

    key: str
    version: int
    language: str
    label: str
    heading: str
    data: str
    fields: tuple[str, ...]
    options: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TemplateCall:
    """An approved text with its fields; `data` comes back when its button is tapped, `stop` when the one that wants no more of it is."""

    name: str
    fields: Mapping[str, str]
    data: str
    stop: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message as it lies in the outbox. `replaces_ref` is the channel's reference of the message to edit, if any."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    replaces_ref: str | None = None
    picture: Attachment | None = None
    document: Attachment | None = None
    asks_contact: str | None = None
    # a keyboard that an earlier message opened (contact button) is taken away
    closes_keyboard: bool = False
    form: FormButton | None = None
    template: TemplateCall | None = None
    about: str = ""
    voice: Attachment | None = None
    verbatim: bool = False
    # of the message to edit nothing else changes
    buttons_only: bool = False
    table: Table | None = None
    # known in the moment of sending only: the outbox row, and the reader's language ("" where nobody knows it any more)
    row: int = field(default=0, compare=False)
    language: str = field(default="", compare=False)
    # the same for many readers, with nobody's own words: what it is made into may be kept for the next one
    of_many: bool = field(default=False, compare=False)

    def to_json(self) -> str:
        """Compact: what is empty is left out."""
        body: dict[str, Any] = {"text": self.text}
        if self.rows:
            body["rows"] = [[[b.label, b.short, b.data, b.url] for b in row] for row in self.rows]
        # beside the buttons: an older release overlooks it
        if any(button.tone for row in self.rows for button in row):
            body["tones"] = [[button.tone.value for button in row] for row in self.rows]
        if any(button.copies for row in self.rows for button in row):
            body["copies"] = [[button.copies for button in row] for row in self.rows]
        for name in ("replaces_ref", "asks_contact"):
            if (value := getattr(self, name)) is not None:
                body[name] = value
        for name in ("picture", "document", "voice"):
            if (attachment := getattr(self, name)) is not None:
                body[name] = asdict(attachment)
        if self.closes_keyboard:
            body["closes_keyboard"] = True
        if self.about:
            body["about"] = self.about
        if self.verbatim:
            body["verbatim"] = True
        if self.buttons_only:
            body["buttons_only"] = True
        if self.table is not None:
            body["table"] = self.table.written()
        if self.form is not None:
            body["form"] = asdict(self.form)
        if self.template is not None:
            body["template"] = asdict(self.template)
        return json.dumps(body, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Raises ValueError, KeyError or TypeError for what `to_json` never wrote."""
        body = json.loads(text)
        return cls(
            text=body["text"],
            rows=_rows(body),
            replaces_ref=body.get("replaces_ref"),
            picture=Attachment(**body["picture"]) if "picture" in body else None,
            document=Attachment(**body["document"]) if "document" in body else None,
            asks_contact=body.get("asks_contact"),
            closes_keyboard=body.get("closes_keyboard", False),
            about=body.get("about", ""),
            voice=Attachment(**body["voice"]) if "voice" in body else None,
            verbatim=body.get("verbatim", False),
            buttons_only=body.get("buttons_only", False),
            table=Table.read(body["table"]) if "table" in body else None,
            form=_form_button(body["form"]) if "form" in body else None,
            template=TemplateCall(**body["template"]) if "template" in body else None,
        )


def _rows(body: dict[str, Any]) -> tuple[tuple[Button, ...], ...]:
    rows = body.get("rows", ())
    plain = [[""] * len(row) for row in rows]
    tones, copies = body.get("tones") or plain, body.get("copies") or plain
    return tuple(
        tuple(
            Button(label, short, data, url, Tone(tone), copied or None)
            for (label, short, data, url), tone, copied in zip(*of_row, strict=True)
        )
        for of_row in zip(rows, tones, copies, strict=True)
    )


def _form_button(body: dict[str, Any]) -> FormButton:
    options = {key: tuple((one[0], one[1]) for one in found) for key, found in body["options"].items()}
    return FormButton(**{**body, "fields": tuple(body["fields"]), "options": options})
