""" "Anda bilang, kami kerjakan": a unit publishes what it did about an element, tied to the cases that asked for it."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, result_door, row_id
from conversations.shared.own_unit import OwnUnitStep
from conversations.tindaklanjut.answers import ANSWER_STEP, open_questions
from conversations.tindaklanjut.memory import FollowUpDraft
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    TEXT,
    Again,
    Answer,
    Command,
    Conversation,
    Done,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.cases.notices import FollowUpPublished
from feedbackbot.domain.cases.words import beginning, shown_to_others
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.visible_text import letters_in
from feedbackbot.usecases.cases.follow_ups import (
    LONGEST_FOLLOW_UP,
    cases_to_tie,
    publish,
    publishing_units,
    told_follow_up,
)

ELEMENT, WHAT, CASES, CHECK = "unsur", "apa", "kasus", "periksa"
_GO_ON, _PUBLISH, _WORDS = "lanjut", "terbit", "ubah"


_OWN_UNIT: Final = OwnUnitStep(publishing_units, "follow-up-which-unit", ELEMENT)


async def ask_element(chat: Chat[FollowUpDraft]) -> Message:
    elements = tuple(Choice(key, chat.t(f"element-{key}")) for key in ELEMENT_KEYS)
    return Message(chat.t("follow-up-which-element"), elements, replaces=True)


async def take_element(chat: Chat[FollowUpDraft], answer: Answer) -> Transition:
    chat.data.element = answer.choice or ""
    return Next(WHAT)


async def ask_what(chat: Chat[FollowUpDraft]) -> Message:
    element = chat.t(f"element-{chat.data.element}")
    return Message(chat.t("follow-up-what", element=element, most=LONGEST_FOLLOW_UP))


async def take_what(chat: Chat[FollowUpDraft], answer: Answer) -> Transition:
    words = shown_to_others(answer.text)
    if not letters_in(words):
        return Again(chat.t("case-no-letters"))
    if len(words) > LONGEST_FOLLOW_UP:
        return Again(chat.t("follow-up-too-long", n=len(words), most=LONGEST_FOLLOW_UP))
    chat.data.words = words
    tied = await chat.run(cases_to_tie, chat.contact.person_id, chat.data.unit_id)
    return Next(CASES if tied else CHECK)


async def ask_cases(chat: Chat[FollowUpDraft]) -> Message:
    rows = await chat.run(cases_to_tie, chat.contact.person_id, chat.data.unit_id)
    choices = tuple(
        Choice(
            str(row.id),
            f"{'✅' if row.id in chat.data.cases else '▫️'} {row.number} · {beginning(row.words or '–', 30)}",
            short=f"{'✅' if row.id in chat.data.cases else '▫️'} {row.number}",
        )
        for row in rows
    )
    return Message(
        chat.t("follow-up-which-cases"),
        choices,
        below=(Choice(_GO_ON, chat.t("follow-up-go-on")),),
        replaces=True,
    )


async def take_cases(chat: Chat[FollowUpDraft], answer: Answer) -> Transition:
    if answer.choice == _GO_ON:
        return Next(CHECK)
    case_id = row_id(answer.choice or "") or 0
    chosen = set(chat.data.cases) ^ {case_id}
    chat.data.cases = sorted(chosen)
    return Next(CASES)


async def ask_check(chat: Chat[FollowUpDraft]) -> Message:
    data = chat.data
    units = {unit.id: unit.name for unit in await chat.run(publishing_units, chat.contact.person_id)}
    shown = chat.t(
        "follow-up-told",
        unit=units.get(data.unit_id, "–"),
        element=chat.t(f"element-{data.element}"),
        words=data.words,
    )
    return Message(
        f"{chat.t('follow-up-check', n=len(data.cases))}\n\n{shown}",
        (Choice(_PUBLISH, chat.t("follow-up-publish")), Choice(_WORDS, chat.t("follow-up-mend"))),
        replaces=True,
    )


async def take_check(chat: Chat[FollowUpDraft], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _WORDS:
        return Next(WHAT)
    await chat.run(publish, chat.contact.person_id, data.unit_id, data.element, data.words, data.cases)
    doors = (result_door(chat, data.unit_id), menu_door(chat))
    return Done(Message(chat.t("follow-up-published"), doors, replaces=True))


_ROLES: Final = frozenset({Role.UNIT_ADMIN.value, Role.HEAD.value})


def say_published(tx: Transaction, t: Translate, notice: FollowUpPublished) -> Message | None:
    """To whoever had pointed to it."""
    found = told_follow_up(tx, notice.follow_up)
    if found is None:
        return None
    one, unit = found
    text = t("follow-up-told", unit=unit, element=t(f"element-{one.element}"), words=one.words)
    return Message(text, (Choice(str(one.unit_id), t("to-result"), opens=to.RESULT),))


CONVERSATION: Final = Conversation(
    "tindaklanjut",
    _OWN_UNIT.start,
    (
        _OWN_UNIT.step(),
        Step(ELEMENT, ask_element, take_element, keys=frozenset(ELEMENT_KEYS)),
        Step(WHAT, ask_what, take_what, TEXT),
        Step(CASES, ask_cases, take_cases),
        Step(CHECK, ask_check, take_check, keys=frozenset({_PUBLISH, _WORDS})),
        ANSWER_STEP,
    ),
    data=FollowUpDraft,
    commands=(Command("tindaklanjut", roles=_ROLES, aliases=("followup",)),),
    notices=(Say(FollowUpPublished, say_published),),
    open_questions=open_questions,
)
