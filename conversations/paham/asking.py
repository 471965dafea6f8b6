"""The short questions: which of these, leave the present one, and what to do in danger."""

from typing import Final

from conversations import entry_points as to
from conversations.paham.doing import do
from conversations.paham.memory import Words
from conversations.shared.writing import FILES, take_file
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE, Again, Answer, Back, Begin, Done, Next, Step, Transition
from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.i18n import Markup
from feedbackbot.understanding.aims import FORMS, Aim
from feedbackbot.understanding.duties import DUTY
from feedbackbot.usecases.understanding.emergency import emergency_numbers
from feedbackbot.usecases.understanding.learn_words import CORRECTED, NOT_UNDERSTOOD, keep_unclear
from feedbackbot.usecases.units.find_unit import unit_by_id

WHICH, SWITCH, DANGER = "maksud", "beralih", "darurat"
_NOT_THAT, _GO, _STAY = "bukan", "ya", "lanjut"
_MOST_SHOWN: Final = 200
_ALWAYS: Final = (Aim.COMPLAIN, Aim.RATE, Aim.REQUIREMENTS)


async def ask_which(chat: Chat[Words]) -> Message:
    data = chat.data
    key = "heard-which" if not data.refused else "heard-which-then"
    text = chat.t(key)
    if data.text:
        text = f"{text}\n\n{quoted(beginning(data.text, _MOST_SHOWN))}"
    if data.files:
        text = f"{text}\n\n{chat.t('heard-files', n=len(data.files))}"
    choices = tuple([await _choice(chat, one) for one in data.aims])
    said = tuple(one.strip() for one in chat.t("heard-not-that-said").split(","))
    none = Choice(_NOT_THAT, chat.t("heard-not-that"), also=said)
    return Message(text, choices, below=(none,), replaces=True)


async def _choice(chat: Chat[Words], aim: str) -> Choice:
    if aim.startswith(DUTY):
        return Choice(aim, _duty(chat, aim))
    unit = await chat.run(unit_by_id, chat.data.units[0]) if chat.data.units and chat.data.named else None
    label = chat.t(f"aim-{aim}")
    if unit is not None and aim in (Aim.RATE, Aim.PRAISE):
        return Choice(aim, chat.t(f"aim-{aim}-unit", unit=unit.short_name), short=label)
    return Choice(aim, label)


def _duty(chat: Chat[Words], aim: str) -> str:
    return chat.t(f"duty-{aim.removeprefix(DUTY).replace('_', '-')}")


async def take_which(chat: Chat[Words], answer: Answer) -> Transition:
    data = chat.data
    if answer.kind is Kind.LOCATION:
        data.latitude, data.longitude = answer.latitude, answer.longitude
        return Again()
    if answer.choice is None:
        refused = take_file(chat, data, answer)
        data.text = "\n".join(part for part in (data.text, answer.text) if part)
        return Again(refused or "")
    if answer.choice != _NOT_THAT:
        return await do(chat, answer.choice)
    await chat.run(
        keep_unclear,
        NOT_UNDERSTOOD if data.refused else CORRECTED,
        data.aims[0] if data.aims else "",
        data.text,
    )
    if data.behind:
        return Back()
    if data.refused:
        chat.say(chat.t("heard-sorry"))
        return Begin("menu")
    data.refused = True
    offered = set(data.aims)
    told = (aim for aim in (*_ALWAYS, Aim.HUMAN, Aim.STATUS, Aim.RESULTS) if aim not in offered)
    data.aims = [aim.value for aim in told if aim not in FORMS or not FORMS & offered][:3]
    # a part of its own: a second tap on the first question's button is no answer to the second
    return Next(WHICH, "lagi")


async def ask_switch(chat: Chat[Words]) -> Message:
    behind = chat.t(f"behind-{chat.data.behind}") if _has_name(chat) else ""
    told = chat.t("heard-switch", behind=behind) if behind else chat.t("heard-switch-other")
    stay = chat.t("switch-stay", behind=behind) if behind else chat.t("switch-stay-other")
    yes = "yes" if len(chat.data.aims) == 1 else ""
    return Message(
        f"{told}\n\n{quoted(beginning(chat.data.text, _MOST_SHOWN))}",
        (
            *(Choice(aim, _switch(chat, aim), means=yes) for aim in chat.data.aims),
            Choice(_STAY, stay, short=chat.t("switch-stay-short"), means="no"),
        ),
        replaces=True,
    )


def _switch(chat: Chat[Words], aim: str) -> str:
    return _duty(chat, aim) if aim.startswith(DUTY) else chat.t(f"switch-{aim}")


def _has_name(chat: Chat[Words]) -> bool:
    return chat.catalogue.has(f"behind-{chat.data.behind}")


async def take_switch(chat: Chat[Words], answer: Answer) -> Transition:
    if answer.choice == _STAY:
        return Back()
    if answer.choice == Aim.STOP:
        return Done(Message(chat.t("cancelled"), (Choice("menu", chat.t("to-menu"), opens=to.MENU),)))
    return await do(chat, answer.choice or "")


async def ask_danger(chat: Chat[Words]) -> Message:
    stay = Choice(_STAY, chat.t("danger-go-on" if chat.data.behind else "to-menu"))
    numbers = Markup("\n".join(await _numbers(chat)))
    return Message(chat.t("danger", numbers=numbers), (Choice(_GO, chat.t("to-report")), stay))


async def _numbers(chat: Chat[Words]) -> list[str]:
    return [
        chat.t("danger-number", what=chat.t(f"emergency-{one.kind}"), number=one.number)
        for one in await chat.run(emergency_numbers)
    ]


async def whom_to_call(chat: Chat[Words]) -> str:
    """One line, above the answer to words that may be of danger."""
    return chat.t("danger-perhaps", numbers=Markup(" · ".join(await _numbers(chat))))


async def take_danger(chat: Chat[Words], answer: Answer) -> Transition:
    """The words go on into what was under way where that waited for words: they may have been no alarm."""
    if answer.choice == _GO:
        return await do(chat, Aim.COMPLAIN)
    return Back(_as_sent(chat.data)) if chat.data.behind else Begin("menu")


def _as_sent(data: Words) -> Answer:
    """The words with their pictures."""
    files = tuple(Received(one.ref, one.name, size=one.size) for one in data.files)
    if not files:
        return Answer(Kind.TEXT, text=data.text)
    return Answer(Kind(data.files[0].kind), text=data.text, file=files[0], files=files)


ASK_STEPS: Final = (
    Step(WHICH, ask_which, take_which, CHOICE | FILES | {Kind.LOCATION.value}),
    Step(SWITCH, ask_switch, take_switch),
    Step(DANGER, ask_danger, take_danger, keys=frozenset({_GO, _STAY})),
)
