"""An employee ties the chat to the registry: by the own phone number, or by a code from the personnel agency."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import link_argument, menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    TEXT,
    Again,
    Answer,
    Command,
    Conversation,
    Done,
    Entry,
    Next,
    Nothing,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, Transaction, Translate
from feedbackbot.domain.staff.notices import LinkMovedAway, NoLongerListed
from feedbackbot.i18n.channel_names import channel_name
from feedbackbot.usecases.privacy.join_people import code_for_both
from feedbackbot.usecases.staff.link_chat import (
    Linking,
    LinkOutcome,
    link_by_code,
    link_by_phone,
    profile_of,
)


async def start(chat: Chat[Nothing], argument: str) -> Transition:
    """`argument`: nothing, or the code itself."""
    if argument.strip():
        return await enter_code(chat, argument)
    employee = await chat.run(profile_of, chat.contact.person_id)
    if employee is not None:
        text = chat.t("link-already", name=employee.full_name)
        return Done(Message(text, (Choice("lihat", chat.t("to-profile"), opens=to.PROFILE), menu_door(chat))))
    return Next("nomor")


async def ask_number(chat: Chat[Nothing]) -> Message:
    return Message(chat.t("link-ask"), asks_contact=chat.t("link-share-number"))


async def take_number(chat: Chat[Nothing], answer: Answer) -> Transition:
    person = chat.contact.person_id
    if answer.kind is Kind.CONTACT:
        linking = await chat.run(link_by_phone, person, answer.phone)
    else:
        linking = await chat.run(link_by_code, person, answer.text)
    if linking.employee is None:
        # whoever types something else than a code is heard
        words = answer.kind is Kind.TEXT and linking.outcome is LinkOutcome.WRONG_CODE
        return Again(_why_not(chat, linking), not_understood=words)
    return Done(await _welcome(chat, linking))


async def enter_code(chat: Chat[Any], argument: str) -> Transition:
    """From a deep link or a picture: the code is the argument."""
    linking = await chat.run(link_by_code, chat.contact.person_id, argument)
    if linking.employee is None:
        return Stay(
            Message(_why_not(chat, linking), (Choice("buka", chat.t("link-try"), opens=to.LINK_STAFF),))
        )
    return Stay(await _welcome(chat, linking))


async def ask_before_linking(chat: Chat[Any], argument: str) -> Transition:
    """Whoever sent the link may want another's chat tied to a name: the person decides."""
    code = link_argument(argument)
    if not code:
        return await start(chat, "")
    sure = Choice(code, chat.t("link-by-code-sure"), opens=to.LINK_CODE)
    return Stay(Message(chat.t("link-by-code-question"), (sure, menu_door(chat))))


async def open_linking(chat: Chat[Nothing], argument: str) -> Transition:
    return await start(chat, "")


def _why_not(chat: Chat[Any], linking: Linking) -> str:
    if linking.outcome is LinkOutcome.LATER and linking.again_at is not None:
        return chat.t("link-later", at=linking.again_at)
    return chat.t(f"link-{linking.outcome.value}")


async def _welcome(chat: Chat[Any], linking: Linking) -> Message:
    """Whoever was linked over another chat service may keep both."""
    employee = linking.employee
    assert employee is not None  # noqa: S101  asked by the caller
    text = chat.t("link-linked", name=employee.full_name, unit=employee.unit or "–")
    ways = ((to.TRAINING, "training-list"), (to.CREDITS, "to-jp"), (to.PROFILE, "to-profile"))
    choices = tuple(Choice("buka", chat.t(label), opens=way) for way, label in ways)
    return Message(text, (*await _both(chat, linking), *choices, menu_door(chat)))


async def _both(chat: Chat[Any], linking: Linking) -> tuple[Choice, ...]:
    if linking.former is None:
        return ()
    made = await chat.run(code_for_both, chat.contact.person_id, linking.former)
    if made is None:
        return ()
    code, channel = made
    service = channel_name(chat.catalogue, chat.contact.language, channel)
    return (Choice(f"ya.{code}", chat.t("link-both", service=service), opens=to.JOIN),)


def say_moved_away(_: Transaction, t: Translate, __: LinkMovedAway) -> Message:
    """To the chat that was linked before."""
    return Message(t("link-moved-away"))


def say_no_longer_listed(_: Transaction, t: Translate, __: NoLongerListed) -> Message:
    """The chat is a citizen's again."""
    return Message(t("staff-no-longer-listed"))


CONVERSATION: Final = Conversation(
    "daftar",
    start,
    (Step("nomor", ask_number, take_number, TEXT | {Kind.CONTACT.value}),),
    commands=(Command("daftar", aliases=("link",)),),
    entries=(
        Entry(to.LINK_STAFF, open_linking, by_link=open_linking),
        Entry(to.LINK_CODE, enter_code, by_link=ask_before_linking),
    ),
    notices=(Say(LinkMovedAway, say_moved_away), Say(NoLongerListed, say_no_longer_listed)),
)
