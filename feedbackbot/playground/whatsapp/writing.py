"""What a person sends: shown on her phone with one tick, and on its way to the bot as a webhook."""

from typing import Any

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.whatsapp.account import NUMBER
from feedbackbot.playground.whatsapp.letters import blank
from feedbackbot.playground.whatsapp.resident import Resident
from feedbackbot.playground.whatsapp.webhook_bodies import MESSAGES, Element
from feedbackbot.playground.whatsapp.world import WhatsAppWorld

Json = dict[str, Any]


def sender_of(resident: Resident) -> Json:
    """`from` and `from_user_id`; without the number where she hides it."""
    return {**({} if resident.hidden else {"from": resident.number}), "from_user_id": resident.user_id}


def contact_of(resident: Resident) -> Json:
    """The element of `contacts` that goes with her messages."""
    profile: Json = {"name": resident.name}
    if resident.username:
        profile["username"] = resident.username
    number = {} if resident.hidden else {"wa_id": resident.number}
    return {"profile": profile, **number, "user_id": resident.user_id}


def send(
    world: WhatsAppWorld,
    resident: Resident,
    content: Json,
    shown: Json,
    reply_to: str | None = None,
    **more: Any,
) -> Json:
    """`content` is the message as the bot gets it, `shown` what her phone shows. Returns `{"message_id"}`."""
    if resident.blocked:
        raise CannotDo(f"{resident.name} has blocked the number: unblock it first")
    if resident.gone:
        raise CannotDo(f"{resident.name} has no account any more")
    if resident.offline:
        raise CannotDo(f"{resident.name}'s phone is switched off")
    now = world.now()
    letter = blank(world.new_message_id(), resident.id, "person", now, content["type"]) | shown
    letter |= {"reply_to": reply_to, "status": "sent"}
    context: Json = {"from": NUMBER, "id": reply_to} if reply_to else {}
    message = {
        **sender_of(resident),
        "id": letter["message_id"],
        "timestamp": str(now),
        **({"context": context} if context else {}),
        **content,
        **more,
    }
    resident.heard_at = now
    world.limits.count_incoming()
    world.keep(resident, letter)
    world.show_person(resident)
    world.webhook.offer(Element(f"person {resident.id}", MESSAGES, MESSAGES, message, contact_of(resident)))
    return {"message_id": letter["message_id"]}


def send_system(world: WhatsAppWorld, resident: Resident, system: Json) -> None:
    """A message of the system about her: without contacts, and no message of hers."""
    message = {
        **sender_of(resident),
        "id": world.new_message_id(),
        "timestamp": str(world.now()),
        "type": "system",
        "system": system,
    }
    world.webhook.offer(Element(f"person {resident.id}", MESSAGES, MESSAGES, message))
