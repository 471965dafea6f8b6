"""`POST /{phone-number-id}/messages`: taken or refused, then what becomes of it."""

import asyncio
import re
from typing import Any

from feedbackbot.playground.whatsapp import refusals
from feedbackbot.playground.whatsapp.flows import Flow
from feedbackbot.playground.whatsapp.ledger import SERVICE, Sent
from feedbackbot.playground.whatsapp.letters import blank, show_content, show_template
from feedbackbot.playground.whatsapp.outcomes import deliver, fail
from feedbackbot.playground.whatsapp.resident import Resident
from feedbackbot.playground.whatsapp.rules import as_number, check_interactive, named_files
from feedbackbot.playground.whatsapp.schema import message_fault
from feedbackbot.playground.whatsapp.template import Template
from feedbackbot.playground.whatsapp.template_rules import fill
from feedbackbot.playground.whatsapp.world import WhatsAppWorld

USER_ID = re.compile(r"[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}")
TYPING_SECONDS = 25
SOMEWHERE = "+10000000"

Json = dict[str, Any]


def take_message(world: WhatsAppWorld, body: Json) -> tuple[Json, Sent | None]:
    """The answer, and the message where it was one and not a read mark. Raises `GraphRefusal`."""
    to = body.get("to")
    is_user_id = isinstance(to, str) and USER_ID.fullmatch(to) is not None
    fault = message_fault({**body, "to": SOMEWHERE} if is_user_id else body)
    if fault is not None:
        raise refusals.refusal_of(fault)
    if body.get("status") == "read":
        return _mark_read(world, body), None
    number = as_number(body["to"]) if to and not is_user_id else None
    resident = world.by_number.get(number) if number else world.by_user_id.get(body.get("recipient", ""))
    letter, template = _letter(world, body, resident)
    later = world.faults.code(resident.id if resident else None, template is not None)
    world.limits.count(resident.id if resident else None)
    sent = _keep(world, body, letter, template)
    code = later or _unreachable(world, resident, template)
    asyncio.get_running_loop().call_soon(_carry_on, world, sent, resident, letter, code)
    whom = str(to or body["recipient"])
    contact = {"input": whom, **({"wa_id": number} if number else {"user_id": whom})}
    return {
        "messaging_product": "whatsapp",
        "contacts": [contact],
        "messages": [{"id": sent.id, "message_status": "accepted"}],
    }, sent


def _letter(world: WhatsAppWorld, body: Json, resident: Resident | None) -> tuple[Json, Template | None]:
    kind = body.get("type", "text")
    letter = blank(world.new_message_id(), resident.id if resident else 0, "bot", world.now(), kind)
    letter["callback"] = body.get("biz_opaque_callback_data")
    quoted = (body.get("context") or {}).get("message_id")
    # context: a reply to what is not there any more is sent without its quotation.
    letter["reply_to"] = quoted if resident is not None and quoted in resident.letters else None
    if kind == "template":
        return letter, _show_template(world, letter, body["template"])
    flow: Flow | None = None
    if kind == "interactive":
        check_interactive(body["interactive"])
        if body["interactive"]["type"] == "flow":
            flow = world.flows.usable(body["interactive"]["action"]["parameters"])
    if kind == "reaction":
        letter["reaction"] = body["reaction"]
    else:
        show_content(letter, body, named_files(world, body), flow)
    return letter, None


def _show_template(world: WhatsAppWorld, letter: Json, content: Json) -> Template:
    template = world.templates.usable(content["name"], content["language"]["code"])
    shown = fill(template, content.get("components") or [], world.media, world.now())
    named = next((one.get("flow_id") for one in shown["buttons"] if one["type"] == "flow"), None)
    show_template(letter, shown, world.flows.by_id(str(named)) if named else None)
    letter["template"] = {"name": template.name, "language": template.language, "category": template.category}
    return template


def _keep(world: WhatsAppWorld, body: Json, letter: Json, template: Template | None) -> Sent:
    category = template.category.lower() if template else SERVICE
    billable, pricing_type = world.ledger.price(category, world.month())
    sent = Sent(
        letter["message_id"], letter["person"] or None, str(body.get("to") or body.get("recipient")), letter["kind"],
        category, letter["text"], template.name if template else None, letter.pop("callback"), letter["date"],
        billable, pricing_type,
    )  # fmt: skip
    world.ledger.keep(sent)
    return sent


def _unreachable(world: WhatsAppWorld, resident: Resident | None, template: Template | None) -> int | None:
    """The code that a message will fail with after it was taken; None where it will arrive."""
    if resident is None or resident.blocked or resident.gone:
        return refusals.UNDELIVERABLE
    is_marketing = template is not None and template.category == "MARKETING"
    if is_marketing and not resident.marketing:
        return refusals.OPTED_OUT
    shut = resident.window_left(world.now()) == 0
    if template is None and shut:
        return refusals.WINDOW
    if not world.account.has_payment:
        return refusals.PAYMENT
    if shut and world.limits.is_full(resident.id):
        return refusals.NUMBER_LIMIT
    return None


def _carry_on(
    world: WhatsAppWorld, sent: Sent, resident: Resident | None, letter: Json, code: int | None
) -> None:
    if code is not None or resident is None:
        fail(world, sent, code or refusals.UNDELIVERABLE)
    else:
        deliver(world, sent, resident, letter)


def _mark_read(world: WhatsAppWorld, body: Json) -> Json:
    """Two blue ticks at that message and at those before it; with `typing_indicator` also "typing"."""
    resident = world.whose(body["message_id"])
    if resident is None or resident.letters[body["message_id"]]["from"] != "person":
        raise refusals.GraphRefusal(refusals.FIELD, "message_id is not a message that was received")
    for letter in resident.letters.values():
        if letter["from"] == "person":
            world.tick(letter["message_id"], "read")
        if letter["message_id"] == body["message_id"]:
            break
    if "typing_indicator" in body:
        world.events.emit("wa_typing", resident.id, seconds=TYPING_SECONDS)
    return {"success": True}
