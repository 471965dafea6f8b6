"""Buttons that stand alone under closing messages."""

from dataclasses import replace
from typing import Any, Final

from conversations import entry_points as to
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Step, Transition
from feedbackbot.dialogue.message import Choice, Message

STOP: Final = "batal"
_LEAVES: Final = frozenset({STOP, "tidak"})
_LONGEST_CODE = 32


def menu_door(chat: Chat[Any]) -> Choice:
    return Choice("menu", chat.t("to-menu"), opens=to.MENU)


def rate_door(chat: Chat[Any], unit_id: int) -> Choice:
    return Choice(str(unit_id), chat.t("to-rate"), opens=to.RATE)


def result_door(chat: Chat[Any], unit_id: int) -> Choice:
    return Choice(str(unit_id), chat.t("to-result"), opens=to.RESULT)


def row_id(argument: str) -> int | None:
    """The id that a door's argument names; None where it is none (a forged or foreign argument)."""
    return int(argument) if argument.isascii() and argument.isdecimal() and len(argument) < 16 else None


def can_be_stopped(step: Step) -> Step:
    """The step with a button that leaves it all, where none of its own does: nobody has to know the word for it."""

    async def ask(chat: Chat[Any]) -> Message:
        message = await step.ask(chat)
        if any(choice.key in _LEAVES for choice in message.all_choices):
            return message
        return replace(message, below=(*message.below, Choice(STOP, chat.t("stop-here"))))

    async def take(chat: Chat[Any], answer: Answer) -> Transition:
        if answer.choice == STOP:
            return Done(Message(chat.t("cancelled"), (menu_door(chat),), replaces=True))
        return await step.take(chat, answer)

    keys = None if step.keys is None else step.keys | {STOP}
    return replace(step, ask=ask, take=take, keys=keys, accepts=step.accepts | {"choice"})


def link_argument(argument: str) -> str:
    """A code that came with a link, short and plain enough to be put behind a button; "" where it can be none."""
    code = argument.replace("-", "")
    return code if code.isascii() and code.isalnum() and len(code) <= _LONGEST_CODE else ""
