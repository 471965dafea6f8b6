"""Somebody who writes over two chat services is one person: joined after a yes on both sides, parted again by either."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import link_argument, menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    TEXT,
    Again,
    Answer,
    Begin,
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
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, ToReader, Transaction
from feedbackbot.domain.people.link_code import shown_link_code
from feedbackbot.domain.people.notices import ChatParted, ChatsJoined, JoinAsked, JoinRefused
from feedbackbot.i18n import Markup
from feedbackbot.i18n.channel_names import channel_name
from feedbackbot.usecases.privacy.join_people import (
    BringOutcome,
    agree,
    bring_code,
    make_join_code,
    part,
    places_of,
    refuse,
)

_BRING, _AGREE, _REFUSE, _PART = "ya", "setuju", "tolak", "pisah"


async def start(chat: Chat[Nothing], argument: str) -> Transition:
    """`argument`: nothing, or the code that another chat has shown."""
    if argument.strip():
        return Done(_question(chat, argument))
    if len(await chat.run(places_of, chat.contact.person_id)) > 1:
        return Done(await _places(chat))
    code = await chat.run(make_join_code, chat.contact.person_id)
    links = chat.tx.links.all(f"{to.JOIN}_{code}")
    others = [
        chat.t("join-link", service=_name(chat, channel), link=Markup(link))
        for channel, link in links.items()
        if channel != chat.contact.channel
    ]
    chat.say("\n\n".join([chat.t("join-code", code=shown_link_code(code)), *others]))
    return Next("kode")


async def ask_code(chat: Chat[Nothing]) -> Message:
    return Message(chat.t("join-ask-code"))


async def take_code(chat: Chat[Nothing], answer: Answer) -> Transition:
    if not link_argument(answer.text):
        return Again(chat.t("join-wrong-code"), not_understood=True)
    return Done(_question(chat, answer.text))


async def ask_before(chat: Chat[Nothing], argument: str) -> Transition:
    """Whoever sent the link may want to read another's chat: the person decides, and nothing is looked up before."""
    return Stay(_question(chat, argument))


async def enter(chat: Chat[Nothing], argument: str) -> Transition:
    """`ya.<code>` and, in the other chat, `setuju.<answer>` or `tolak.<answer>`; `pisah.<chat>` asks, `pisah.<chat>.ya` does it."""
    act, _, rest = argument.partition(".")
    if act == _BRING:
        return Done(await _brought(chat, rest))
    if act == _AGREE:
        return Done(await _agreed(chat, rest))
    if act == _REFUSE:
        await chat.run(refuse, chat.contact.person_id, rest)
        return Done(Message(chat.t("join-refused-here"), (menu_door(chat),), replaces=True))
    return await _parting(chat, rest) if act == _PART else await start(chat, "")


def _question(chat: Chat[Any], typed: str) -> Message:
    code = link_argument(typed.strip())
    if not code:
        return Message(chat.t("join-wrong-code"), (menu_door(chat),))
    sure = Choice(f"{_BRING}.{code}", chat.t("join-sure"), chat.t("join-sure-short"), opens=to.JOIN)
    return Message(chat.t("join-question"), (sure, menu_door(chat)))


async def _brought(chat: Chat[Any], code: str) -> Message:
    brought = await chat.run(bring_code, chat.contact.person_id, code)
    if brought.outcome is not BringOutcome.ASKED:
        text = chat.t(f"join-{brought.outcome}", at=brought.again_at or chat.tx.now)
        return Message(text, (menu_door(chat),), replaces=True)
    service = _name(chat, brought.channel)
    return Message(chat.t("join-asked", service=service, sign=str(brought.sign)), replaces=True)


async def _agreed(chat: Chat[Any], answer: str) -> Message:
    joined = await chat.run(agree, chat.contact.person_id, answer)
    chat.belongs_to(joined.person_id)
    text = chat.t("join-joined", service=_name(chat, joined.channel), dropped=joined.dropped)
    return Message(text, (menu_door(chat),), replaces=True)


async def _places(chat: Chat[Any]) -> Message:
    places = await chat.run(places_of, chat.contact.person_id)
    lines = [
        chat.t(
            "join-place",
            service=_name(chat, one.channel),
            here="yes" if one.address_id == chat.contact.address_id else "no",
            at=one.since,
        )
        for one in places
    ]
    parting = tuple(
        Choice(f"{_PART}.{one.address_id}", label, opens=to.JOIN)
        for one in places
        for label in [chat.t("join-part", service=_name(chat, one.channel))]
    )
    return Message("\n".join([chat.t("join-places"), "", *lines]), (*parting, menu_door(chat)))


async def _parting(chat: Chat[Any], argument: str) -> Transition:
    number, _, word = argument.partition(".")
    places = await chat.run(places_of, chat.contact.person_id)
    place = next((one for one in places if one.address_id == row_id(number)), None)
    if place is None or len(places) < 2:
        return await start(chat, "")
    service = _name(chat, place.channel)
    if word != "ya":
        sure = Choice(f"{_PART}.{number}.ya", chat.t("join-part-sure"), opens=to.JOIN)
        back = Choice("lihat", chat.t("back"), opens=to.JOIN)
        return Done(Message(chat.t("join-part-question", service=service), (sure, back), replaces=True))
    parted = await chat.run(part, chat.contact.person_id, place.address_id)
    if parted is not None and place.address_id == chat.contact.address_id:
        chat.belongs_to(parted)
        return Begin("menu")  # whatever was under way may still know something
    return Stay()


def _name(chat: Chat[Any], channel: str) -> str:
    return channel_name(chat.catalogue, chat.contact.language, channel)


def say_asked(_: Transaction, t: ToReader, notice: JoinAsked) -> Message:
    """With the number that stands in the other chat: only the same person sees both."""
    service = channel_name(t.catalogue, t.language, notice.channel)
    agrees = Choice(f"{_AGREE}.{notice.answer}", t("join-agree"), opens=to.JOIN)
    refuses = Choice(f"{_REFUSE}.{notice.answer}", t("join-refuse"), opens=to.JOIN)
    return Message(t("join-request", service=service, sign=str(notice.sign)), (agrees, refuses))


def say_refused(_: Transaction, t: ToReader, __: JoinRefused) -> Message:
    return Message(t("join-refused"))


def say_joined(_: Transaction, t: ToReader, __: ChatsJoined) -> Message:
    return Message(t("join-joined-there"))


def say_parted(_: Transaction, t: ToReader, notice: ChatParted) -> Message:
    return Message(t("join-parted", service=channel_name(t.catalogue, t.language, notice.channel)))


CONVERSATION: Final = Conversation(
    "sambung",
    start,
    (Step("kode", ask_code, take_code, TEXT),),
    commands=(Command("sambung", aliases=("join",)),),
    entries=(Entry(to.JOIN, enter, by_link=ask_before),),
    notices=(
        Say(JoinAsked, say_asked),
        Say(JoinRefused, say_refused),
        Say(ChatsJoined, say_joined),
        Say(ChatParted, say_parted),
    ),
)
