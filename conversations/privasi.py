"""What is kept of a person, why and how long; and how to take a consent back."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Again,
    Begin,
    Command,
    Conversation,
    Entry,
    Nothing,
    Stay,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.consents import WORDING_IN_FORCE, Purpose
from feedbackbot.usecases.cases.end_recoveries import end_recoveries
from feedbackbot.usecases.forum.leave_forum import leave_forum
from feedbackbot.usecases.people.consents import has_consent, withdraw_consent
from feedbackbot.usecases.privacy.unlink_ratings import unlink_ratings

_BY_NAME: Final = (Purpose.CASES, Purpose.RECOVERY, Purpose.FORUM)
"""Taken back one by one; the survey's stands under the text itself."""


async def tell(chat: Chat[Nothing], argument: str) -> Transition:
    """The whole text, then the present question again."""
    given = await chat.run(has_consent, chat.contact.person_id, Purpose.SURVEY)
    withdraw = (Choice("tanya", chat.t("privacy-withdraw"), opens=to.WITHDRAW_CONSENT),) if given else ()
    settings = chat.tx.settings
    text = chat.t("privacy", version=WORDING_IN_FORCE[Purpose.SURVEY])
    others = chat.t(
        "privacy-other-purposes",
        cases=settings.cases_kept_days,
        recovery=settings.recovery_kept_days,
        comments=settings.comments_kept_days,
    )
    doors = (*withdraw, *await _other_consents(chat))
    chat.say(Message(f"{text}\n\n{others}", (*doors, menu_door(chat))))
    return Again()


async def _other_consents(chat: Chat[Nothing]) -> tuple[Choice, ...]:
    """Each purpose is taken back by itself."""
    return tuple(
        [
            Choice(purpose.value, chat.t(f"privacy-withdraw-{purpose}"), opens=to.WITHDRAW_CONSENT)
            for purpose in _BY_NAME
            if await chat.run(has_consent, chat.contact.person_id, purpose)
        ]
    )


async def withdraw(chat: Chat[Nothing], argument: str) -> Transition:
    """`<purpose>` asks, `<purpose>.ya` does it; the survey's purpose has no name."""
    name, _, word = argument.partition(".")
    if name in _BY_NAME:
        return await _withdraw_one(chat, Purpose(name), sure=word == "ya")
    if argument != "ya":
        sure = Choice("ya", chat.t("privacy-withdraw-sure"), opens=to.WITHDRAW_CONSENT)
        question = chat.t("privacy-withdraw-question", days=chat.tx.settings.survey_period_days)
        return Stay(Message(question, (sure, menu_door(chat)), replaces=True))
    await chat.run(withdraw_consent, chat.contact.person_id, Purpose.SURVEY)
    kept = await chat.run(unlink_ratings, chat.contact.person_id)
    chat.say(Message(chat.t("privacy-withdrawn", kept=kept), replaces=True))
    return Begin("menu")  # whatever was under way may still know a rating


async def _withdraw_one(chat: Chat[Nothing], purpose: Purpose, *, sure: bool) -> Transition:
    if not sure:
        certain = Choice(
            f"{purpose.value}.ya", chat.t(f"privacy-withdraw-{purpose}-sure"), opens=to.WITHDRAW_CONSENT
        )
        question = chat.t(f"privacy-withdraw-{purpose}-question")
        return Stay(Message(question, (certain, menu_door(chat)), replaces=True))
    await chat.run(withdraw_consent, chat.contact.person_id, purpose)
    if purpose is Purpose.RECOVERY:
        await chat.run(end_recoveries, chat.contact.person_id)
    if purpose is Purpose.FORUM:
        await chat.run(leave_forum, chat.contact.person_id)
    word = chat.t("privacy-purpose-withdrawn", purpose=chat.t(f"purpose-{purpose}"))
    return Stay(Message(word, (menu_door(chat),), replaces=True))


CONVERSATION: Final = Conversation(
    "privasi",
    tell,
    commands=(Command("privasi", aliases=("privacy",), keeps_conversation=True),),
    entries=(Entry(to.PRIVACY, tell), Entry(to.WITHDRAW_CONSENT, withdraw)),
)
