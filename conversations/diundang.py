"""A citizen wishes to be invited after a visit: by the own number, or by a code that stands for it."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
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
from feedbackbot.domain.visits.contact import ContactKind
from feedbackbot.domain.visits.notices import VisitInvitation
from feedbackbot.usecases.visits.invited_people import (
    how_invited,
    invite_by_number,
    invite_by_reference,
    invite_no_more,
)
from feedbackbot.usecases.visits.receipts import is_good, open_receipt

_NUMBER, _CODE, _STOP = "nomor", "kode", "berhenti"


async def start(chat: Chat[Nothing], argument: str) -> Transition:
    return Done(await _ways(chat))


async def enter(chat: Chat[Nothing], argument: str) -> Transition:
    """`nomor`, `kode` or `berhenti`; anything else: what there is."""
    person = chat.contact.person_id
    if argument == _NUMBER:
        return Next(_NUMBER)
    if argument == _CODE:
        code = await chat.run(invite_by_reference, person)
        return Stay(Message(chat.t("invited-code", code=code), (menu_door(chat),)))
    if argument == _STOP:
        await chat.run(invite_no_more, person)
        return Stay(Message(chat.t("invited-no-more"), (menu_door(chat),)))
    return Stay(await _ways(chat))


async def _ways(chat: Chat[Any]) -> Message:
    kinds = await chat.run(how_invited, chat.contact.person_id)
    lines = [
        chat.t("invited-about"),
        *(chat.t(f"invited-is-{kind}") for kind in ContactKind if kind in kinds),
    ]
    acts = [
        (_NUMBER, "invited-by-number"),
        (_CODE, "invited-by-code"),
        *([(_STOP, "invited-stop")] if kinds else []),
    ]
    choices = tuple(Choice(act, chat.t(label), opens=to.BE_INVITED) for act, label in acts)
    return Message("\n\n".join(lines), (*choices, menu_door(chat)))


async def ask_number(chat: Chat[Nothing]) -> Message:
    return Message(chat.t("invited-ask-number"), asks_contact=chat.t("link-share-number"))


async def take_number(chat: Chat[Nothing], answer: Answer) -> Transition:
    if not await chat.run(invite_by_number, chat.contact.person_id, answer.phone):
        return Again(chat.t("invited-no-number"))
    return Done(Message(chat.t("invited-by-number-now"), (menu_door(chat),)))


def say_invitation(tx: Transaction, t: Translate, notice: VisitInvitation) -> Message | None:
    """Nothing once the receipt was used, perhaps on paper, or is over."""
    visit = open_receipt(tx, notice.receipt)
    if visit is None or not is_good(tx, visit):
        return None
    rate = Choice(notice.receipt, t("invited-rate"), opens=to.RECEIPT)
    return Message(t("invited-now", unit=notice.unit_name), (rate,), about=notice.unit_name)


CONVERSATION: Final = Conversation(
    "diundang",
    start,
    (Step(_NUMBER, ask_number, take_number, frozenset({Kind.CONTACT.value})),),
    commands=(Command("diundang", aliases=("invite_me",)),),
    entries=(Entry(to.BE_INVITED, enter),),
    notices=(Say(VisitInvitation, say_invitation),),
)
