"""What a button carries, and how choices become buttons.

`<conversation>.<run>/<step>[.<part>]/<choice>` answers a question; `!<entry point>/<argument>` stands alone. A choice `~2` asks for the
second page of the choices.
"""

from dataclasses import dataclass

from feedbackbot.dialogue.message import Button, Choice, FormButton, FormOffer, Message, Outgoing
from feedbackbot.domain.message_text import plain
from feedbackbot.storage.people.contacts import ChatState

LIST_ROWS = 10  # of the narrowest channel, whatever stands under the choices and turns their pages included
MOST_BYTES = 64
SHORT_LENGTH = 20  # of a button
LIST_LENGTH = 24  # of a row in a list, which is what a narrow channel makes of more than three choices
_MOST_BUTTONS = 3
_PAGE = "~"


@dataclass(frozen=True, slots=True)
class EntryTap:
    """A button that stands alone."""

    point: str
    argument: str


@dataclass(frozen=True, slots=True)
class StepTap:
    """An answer to a question; `page` is set where only another page of choices is wanted."""

    conversation: str
    run: str
    step: str
    part: str
    choice: str
    page: int | None = None

    def is_for(self, state: ChatState) -> bool:
        return (self.conversation, self.run, self.step, self.part) == (
            state.conversation, state.run, state.step, state.part,
        )  # fmt: skip


def read_data(data: str) -> EntryTap | StepTap | None:
    """What was tapped; None for data that this bot never wrote."""
    if data.startswith("!"):
        point, slash, argument = data[1:].partition("/")
        return EntryTap(point, argument) if slash else None
    parts = data.split("/", 2)
    if len(parts) != 3:
        return None
    conversation, _, run = parts[0].partition(".")
    step, _, part = parts[1].partition(".")
    choice = parts[2]
    page = (
        int(choice[1:]) if choice.startswith(_PAGE) and choice[1:].isdecimal() and len(choice) < 5 else None
    )
    return StepTap(conversation, run, step, part, choice, page)


def step_data(state: ChatState, choice: str) -> str:
    step = f"{state.step}.{state.part}" if state.part else state.step
    return f"{state.conversation}.{state.run}/{step}/{choice}"


def as_outgoing(
    message: Message, state: ChatState, *, page: int, pages: tuple[str, str], replaces_ref: str | None = None
) -> Outgoing:
    """Lay out the choices of `page` (from 0). `pages` are the labels for the page before and after."""
    shown, turners = _page_of(message.choices, len(message.below), page, pages)
    rows = [tuple(shown[start : start + message.columns]) for start in range(0, len(shown), message.columns)]
    rows += [row for row in (tuple(turners), message.below) if row]
    room = SHORT_LENGTH if sum(map(len, rows)) <= _MOST_BUTTONS else LIST_LENGTH
    places = _places(message, [choice for row in rows for choice in row], room)
    return Outgoing(
        text=message.text,
        rows=tuple(
            tuple(_button(choice, state, places.get(choice.key, ""), room) for choice in row) for row in rows
        ),
        replaces_ref=replaces_ref,
        picture=message.picture,
        document=message.document,
        asks_contact=message.asks_contact,
        form=_form_button(message.form, state) if message.form else None,
        about=message.about,
        voice=message.voice,
        verbatim=message.verbatim,
        buttons_only=message.buttons_only,
        table=message.table,
    )


FORM_CHOICE = "_form"
"""Stands where the key of a choice stands, for a form that belongs to a step."""


def _form_button(offer: FormOffer, state: ChatState) -> FormButton:
    form = offer.form
    data = f"!{offer.opens}/{offer.argument}" if offer.opens is not None else step_data(state, FORM_CHOICE)
    options = {
        one.key: tuple(
            (option.key, plain(option.label.by_language[offer.language])) for option in one.options
        )
        for one in form.fields
        if one.offered
    }
    return FormButton(
        form.key,
        form.version,
        offer.language,
        _cut(offer.label, SHORT_LENGTH),
        offer.heading,
        data,
        tuple(one.key for one in form.fields),
        options,
        dict(offer.values),
    )


def _page_of(
    choices: tuple[Choice, ...], below: int, page: int, labels: tuple[str, str]
) -> tuple[tuple[Choice, ...], list[Choice]]:
    room = LIST_ROWS - below
    if len(choices) <= room:
        return choices, []
    size = max(1, room - len(labels))
    last = (len(choices) - 1) // size
    page = min(max(page, 0), last)
    turners = []
    if page > 0:
        turners.append(Choice(f"{_PAGE}{page - 1}", labels[0]))
    if page < last:
        turners.append(Choice(f"{_PAGE}{page + 1}", labels[1]))
    return choices[page * size : (page + 1) * size], turners


def _places(message: Message, shown: list[Choice], room: int) -> dict[str, str]:
    """What is put before the short labels, by key: the place that may also be typed, where two would look alike."""
    shorts = [_cut(choice.short or choice.label, room) for choice in shown]
    if len(set(shorts)) == len(shorts):
        return {}
    return {choice.key: f"{place}. " for place, choice in enumerate(message.choices, 1)}


def _cut(short: str, room: int) -> str:
    """After a whole word, where that leaves most of it."""
    if len(short) <= room:
        return short
    words, space, _ = short[:room].rpartition(" ")
    kept = words.rstrip(" ,.:;·–(") if space and 3 * len(words) >= 2 * room else short[: room - 1]
    return kept + "…"


def _button(choice: Choice, state: ChatState, place: str, room: int) -> Button:
    """`room` is for the short label, in characters."""
    short = _cut(place + (choice.short or choice.label), room)
    if not choice.answers:
        return Button(choice.label, short, url=choice.url, copies=choice.copies)
    data = f"!{choice.opens}/{choice.key}" if choice.opens is not None else step_data(state, choice.key)
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"a button carries more than {MOST_BYTES} bytes: {data}")
    return Button(choice.label, short, data=data, tone=choice.tone)
