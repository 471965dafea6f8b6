"""An admin looks at a certificate from elsewhere, and books its JP or says why not."""

from typing import Final

from conversations.sertifikat.memory import Certificate
from conversations.sertifikat.notices import question
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import TEXT, Answer, Done, Next, Stay, Step, Transition
from feedbackbot.dialogue.message import Message
from feedbackbot.usecases.training.external import (
    book_external,
    external_to_decide,
    externals_waiting,
    refuse_external,
)

WHY: Final = "alasan"


async def enter(chat: Chat[Certificate], argument: str) -> Transition:
    """`<certificate>.terima` books it, `.tolak` asks why not; anything else shows all that wait."""
    number, _, act = argument.partition(".")
    external_id = row_id(number)
    if external_id is None or act not in ("terima", "tolak"):
        return await _waiting(chat)
    if act == "tolak":
        chat.data.external_id = external_id
        return Next(WHY)
    booked = await chat.run(book_external, chat.contact.person_id, external_id)
    text = chat.t("external-booked", title=booked.sent.title, jp=booked.sent.jp)
    return Stay(Message(text, (menu_door(chat),)))


async def _waiting(chat: Chat[Certificate]) -> Transition:
    waiting = await chat.run(externals_waiting, chat.contact.person_id)
    for external_id in waiting:
        pair = await chat.run(external_to_decide, external_id)
        if pair is not None:
            chat.say(question(chat.t, pair[0], pair[1].full_name, pair[1].unit or "–"))
    return Stay(Message(chat.t("externals-waiting", n=len(waiting)), (menu_door(chat),)))


async def ask_why(chat: Chat[Certificate]) -> Message:
    return Message(chat.t("external-why"))


async def take_why(chat: Chat[Certificate], answer: Answer) -> Transition:
    refused = await chat.run(refuse_external, chat.contact.person_id, chat.data.external_id, answer.text)
    return Done(Message(chat.t("external-refused", title=refused.sent.title), (menu_door(chat),)))


DECIDING_STEPS: Final = (Step(WHY, ask_why, take_why, TEXT),)
