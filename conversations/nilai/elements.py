"""The nine questions, one tap each."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from conversations.nilai.entering import CONSENT, SERVICE
from conversations.nilai.memory import Rating
from conversations.nilai.thanks import after_ninth
from conversations.shared.form_choices import field_choices
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.people.consents import Purpose
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.rating_form import RATING_FORM as _FORM
from feedbackbot.domain.survey.rating_form import SCALE
from feedbackbot.i18n import Catalogue, Markup
from feedbackbot.usecases.people.consents import has_consent
from feedbackbot.usecases.survey.rate_unit import answer_element, begin_rating, change_rating
from feedbackbot.usecases.understanding.read_words import element_answer

BACK: Final = "kembali"
_UNSURE: Final = "ragu"


def element_step(key: str) -> Step:
    """The question about one element."""

    async def ask(chat: Chat[Rating]) -> Message:
        data = chat.data
        below = (Choice(BACK, chat.t("back")),) if _before(data, key) else ()
        return Message(
            chat.t(
                "rating-question",
                place=_place(data),
                progress=progress(key),
                question=chat.t(f"ask-{key}"),
            ),
            scale(chat, key),
            below=below,
            replaces=True,
        )

    async def take(chat: Chat[Rating], answer: Answer) -> Transition:
        if answer.choice == BACK:
            before = _before(chat.data, key)
            return Next(before) if before else Again()
        if answer.choice == _UNSURE:
            return Again(chat.t("rating-which-of-four"))
        value = int(answer.choice or "")
        if answer.text and element_answer(key, answer.text) == value:
            chat.say(chat.t("rating-words-noted", answer=chat.t(f"scale-{key}-{value}")))
        return await _keep(chat, key, value)

    def reads(words: str) -> str | None:
        meant = element_answer(key, words)
        return None if meant is None else str(meant) if meant in SCALE else _UNSURE

    return Step(key, ask, take, keys=frozenset({*map(str, SCALE), BACK}), reads=reads)


def scale(chat: Chat[Rating], key: str) -> tuple[Choice, ...]:
    """The standard's four answers, from 1 to 4; the present one is marked."""
    choices = _plain_scale(chat.catalogue, chat.contact.language, key)
    present = chat.data.answers.get(key)
    if present is None:
        return choices
    return tuple(_marked(choice) if choice.key == str(present) else choice for choice in choices)


@lru_cache(maxsize=256)
def _plain_scale(catalogue: Catalogue, language: str, key: str) -> tuple[Choice, ...]:
    """The same for everybody who speaks the language: made once, for this is what is said most often."""

    field = _FORM.field(key)
    if field is None:
        raise ValueError(f"the rating has no question {key!r}")
    return field_choices(field, catalogue, language)


def _marked(choice: Choice) -> Choice:
    return replace(choice, label=f"✓ {choice.label}", short=f"✓ {choice.short}")


def progress(key: str) -> str:
    """Where the question stands among the nine: "3/9 ●●●○○○○○○"."""
    place = ELEMENT_KEYS.index(key) + 1
    return f"{place}/{len(ELEMENT_KEYS)} {'●' * place}{'○' * (len(ELEMENT_KEYS) - place)}"


def _place(data: Rating) -> Markup:
    """What is being rated, as the head of each question."""
    unit = f"*{escape(data.unit_name)}*"
    return Markup(f"{unit} · {escape(data.service_name)}" if data.service_name else unit)


def _before(data: Rating, key: str) -> str | None:
    """Where "back" leads."""
    if data.counts:
        return "ubah"
    place = ELEMENT_KEYS.index(key)
    if place == 0:
        return SERVICE if data.chose_service and not data.response_id else None
    return ELEMENT_KEYS[place - 1]


async def _keep(chat: Chat[Rating], key: str, value: int) -> Transition:
    """Store the answer before anything else is said."""
    data = chat.data
    data.answers[key] = value
    if data.counts:
        if await chat.run(change_rating, data.response_id, {key: value}):
            return Next("ubah")
        data.counts, data.response_id = False, 0
    elif data.response_id and await chat.run(answer_element, data.response_id, key, value):
        return await _forward(chat)
    if not await chat.run(has_consent, chat.contact.person_id, Purpose.SURVEY):
        # withdrawn in the middle: what was answered is erased, and nothing is kept without asking again
        data.response_id, data.answers = 0, {}
        return Next(CONSENT)
    data.response_id = await chat.run(
        begin_rating,
        chat.contact.person_id,
        data.unit_id,
        data.service_id,
        chat.contact.channel,
        data.visit_until_counted,
        data.answers,
    )
    return await _forward(chat)


async def _forward(chat: Chat[Rating]) -> Transition:
    following = chat.data.next_element
    return Next(following) if following else await after_ninth(chat)


ELEMENT_STEPS: Final = tuple(element_step(key) for key in ELEMENT_KEYS)
