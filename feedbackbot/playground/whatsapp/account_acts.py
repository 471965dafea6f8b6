"""What changes about a person: blocked, without account, a hidden number, a new one, marketing stopped. Raises `CannotDo`."""

from typing import Any

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.whatsapp.account import NUMBER, PHONE_ID
from feedbackbot.playground.whatsapp.outcomes import come_online, read_all
from feedbackbot.playground.whatsapp.resident import Resident, new_user_id
from feedbackbot.playground.whatsapp.webhook_bodies import Element
from feedbackbot.playground.whatsapp.world import WhatsAppWorld
from feedbackbot.playground.whatsapp.writing import send_system

Json = dict[str, Any]


def block(world: WhatsAppWorld, who: Resident, blocked: bool = True) -> Json:
    """She blocks the number, or lets it write again. Nobody is told."""
    who.blocked = blocked
    world.show_person(who)
    return {}


def leave(world: WhatsAppWorld, who: Resident) -> Json:
    """She deletes her account."""
    who.gone = True
    world.by_number.pop(who.number, None)
    world.by_user_id.pop(who.user_id, None)
    world.show_person(who)
    return {}


def hide_number(world: WhatsAppWorld, who: Resident, hidden: bool = True) -> Json:
    """From now on the webhooks name her by her user id alone, or by both again."""
    who.hidden = hidden
    world.show_person(who)
    return {}


def switch(world: WhatsAppWorld, who: Resident, online: bool) -> Json:
    """Her phone is switched off or on."""
    if online:
        come_online(world, who)
    who.offline = not online
    world.show_person(who)
    return {}


def look(world: WhatsAppWorld, who: Resident) -> Json:
    """She looks at her chat."""
    read_all(world, who)
    return {}


def prefer_marketing(world: WhatsAppWorld, who: Resident, wanted: bool) -> Json:
    """She stops or resumes marketing in the app: a webhook tells of it."""
    who.marketing = wanted
    told = {
        "wa_id": who.number,
        "user_id": who.user_id,
        "category": "marketing_messages",
        "detail": f"User requested to {'resume' if wanted else 'stop'} marketing messages",
        "value": "resume" if wanted else "stop",
        "timestamp": world.now(),
    }
    if who.hidden:
        del told["wa_id"]
    _tell(world, "user_preferences", {"user_preferences": [told]})
    world.show_person(who)
    return {}


def change_number(world: WhatsAppWorld, who: Resident, phone: str) -> Json:
    """She takes her account to another number: a system message tells the new one, and her user id changes with it."""
    digits = "".join(filter(str.isdigit, phone))
    if not digits or digits in world.by_number:
        raise CannotDo("the new number is empty or taken", 400)
    new_id = new_user_id()
    body = f"User {who.name} changed from {who.number} to {digits}"
    system = {"type": "user_changed_number", "body": body, "wa_id": digits, "user_id": new_id}
    send_system(world, who, system)
    world.by_number[digits] = world.by_number.pop(who.number)
    who.number = digits
    return _renamed(world, who, new_id)


def change_user_id(world: WhatsAppWorld, who: Resident) -> Json:
    """Her user id becomes another one, as happens without any doing of hers."""
    new_id = new_user_id()
    body = f"User {who.name} changed their user id"
    send_system(world, who, {"type": "user_changed_user_id", "body": body, "user_id": new_id})
    return _renamed(world, who, new_id)


def _renamed(world: WhatsAppWorld, who: Resident, new_id: str) -> Json:
    update: Json = {
        "user_id": {"previous": who.user_id, "current": new_id},
        "wa_id": who.number,
        "detail": "The user's id changed",
        "timestamp": str(world.now()),
    }
    if who.hidden:
        del update["wa_id"]
    world.by_user_id[new_id] = world.by_user_id.pop(who.user_id)
    who.user_id = new_id
    _tell(world, "user_id_update", {"user_id_update": [update]})
    world.show_person(who)
    return {"user_id": new_id, "phone": f"+{who.number}"}


def _tell(world: WhatsAppWorld, field: str, value: Json) -> None:
    metadata = {"display_phone_number": NUMBER, "phone_number_id": PHONE_ID}
    content = {"messaging_product": "whatsapp", "metadata": metadata, **value}
    world.webhook.offer(Element("account", field, None, content))
