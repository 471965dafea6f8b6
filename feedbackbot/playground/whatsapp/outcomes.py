"""What becomes of a message that was taken: sent, delivered, read or failed, each with its webhook."""

from typing import Any

from feedbackbot.playground.whatsapp.ledger import Sent
from feedbackbot.playground.whatsapp.refusals import status_error
from feedbackbot.playground.whatsapp.resident import Resident
from feedbackbot.playground.whatsapp.world import WhatsAppWorld

Json = dict[str, Any]


def fail(world: WhatsAppWorld, sent: Sent, code: int) -> None:
    """It never arrives."""
    world.tell_status(sent, "failed", code=code, errors=[status_error(code)])


def deliver(world: WhatsAppWorld, sent: Sent, resident: Resident, letter: Json) -> None:
    """It goes out; to a phone that is switched off it is delivered later."""
    world.tell_status(sent, "sent", pricing=sent.pricing())
    if resident.offline:
        resident.stored.append((sent, letter))
        return
    _arrive(world, sent, resident, letter)


def _arrive(world: WhatsAppWorld, sent: Sent, resident: Resident, letter: Json) -> None:
    if letter["kind"] == "reaction":
        _react(world, resident, letter["reaction"])
        world.tell_status(sent, "delivered", pricing=sent.pricing())
        return
    resident.received += 1
    resident.unread += 1
    letter["status"] = "sent"
    world.keep(resident, letter)
    if not world.faults.skips_delivered():
        world.tell_status(sent, "delivered", pricing=sent.pricing())


def _react(world: WhatsAppWorld, resident: Resident, reaction: Json) -> None:
    letter = resident.letters.get(reaction["message_id"])
    if letter is not None:
        letter["reaction"] = reaction["emoji"] or None
        world.events.emit("wa_message", resident.id, message=letter)


def come_online(world: WhatsAppWorld, resident: Resident) -> None:
    """What waited for her phone is delivered."""
    resident.offline = False
    while resident.stored:
        sent, letter = resident.stored.popleft()
        _arrive(world, sent, resident, letter)


def read_all(world: WhatsAppWorld, resident: Resident) -> None:
    """She looks at her chat: what is new is read, and the bot learns of it where receipts are on."""
    fresh = [one for one in reversed(resident.letters.values()) if one["from"] == "bot"][: resident.unread]
    for letter in reversed(fresh):
        sent = world.ledger.sends.get(letter["message_id"])
        if (
            sent is not None
            and "read" not in sent.history
            and resident.receipts
            and world.account.read_receipts
        ):
            priced = {} if "delivered" in sent.history else {"pricing": sent.pricing()}
            world.tell_status(sent, "read", **priced)
    resident.unread = 0
    world.show_person(resident)
