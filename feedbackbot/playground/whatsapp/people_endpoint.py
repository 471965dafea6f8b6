"""The people's side over HTTP: everything under /play/wa/."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from aiohttp import web

from feedbackbot.playground.api_call import ApiCall
from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.whatsapp import account_acts as accounts
from feedbackbot.playground.whatsapp import acts
from feedbackbot.playground.whatsapp.faults import read_api_faults, read_webhook_faults
from feedbackbot.playground.whatsapp.resident import Resident
from feedbackbot.playground.whatsapp.world import WhatsAppWorld

INLINE = ("image/png", "image/jpeg", "image/webp", "audio/ogg", "audio/mpeg", "video/mp4")

Json: TypeAlias = dict[str, Any]
PersonAct: TypeAlias = Callable[[WhatsAppWorld, Resident, ApiCall], Json]


def _upload(world: WhatsAppWorld, who: Resident, call: ApiCall) -> Json:
    sent, text = call.files.get("file"), call.text
    if sent is None:
        raise CannotDo("there is no file in the form", 400)
    return acts.upload(world, who, text("kind"), sent.content, sent.name, sent.mime, text("caption"))


PERSON_ACTS: dict[str, PersonAct] = {
    "text": lambda world, who, call: acts.write_text(
        world, who, call.text("text"), call.text("reply_to") or None
    ),
    "link": lambda world, who, call: acts.open_link(world, who, call.text("text"), call.text("code")),
    "tap": lambda world, who, call: acts.tap(
        world, who, call.text("message_id"), call.text("choice"), call.flag("force")
    ),
    "form": lambda world, who, call: acts.fill_form(
        world, who, call.text("message_id"), call.structure("answers") or {}
    ),
    "upload": _upload,
    "location": lambda world, who, call: acts.share_place(
        world, who, call.values, call.text("reply_to") or None
    ),
    "contact": lambda world, who, call: acts.share_contact(world, who, call.values),
    "react": lambda world, who, call: acts.react(world, who, call.text("message_id"), call.text("emoji")),
    "unsupported": lambda world, who, call: acts.send_unsupported(world, who, call.text("what") or "edit"),
    "block": lambda world, who, call: accounts.block(world, who),
    "unblock": lambda world, who, call: accounts.block(world, who, False),
    "deactivate": lambda world, who, call: accounts.leave(world, who),
    "hide": lambda world, who, call: accounts.hide_number(world, who),
    "unhide": lambda world, who, call: accounts.hide_number(world, who, False),
    "off": lambda world, who, call: accounts.switch(world, who, False),
    "on": lambda world, who, call: accounts.switch(world, who, True),
    "read": lambda world, who, call: accounts.look(world, who),
    "stop": lambda world, who, call: accounts.prefer_marketing(world, who, False),
    "resume": lambda world, who, call: accounts.prefer_marketing(world, who, True),
    "number": lambda world, who, call: accounts.change_number(world, who, call.text("phone")),
    "user_id": lambda world, who, call: accounts.change_user_id(world, who),
}


def _add_person(world: WhatsAppWorld, call: ApiCall) -> Json:
    name = call.text("name").strip()
    if not name:
        raise CannotDo("a person needs a name", 400)
    phone, username = call.text("phone") or None, call.text("username") or None
    return world.add_person(name, phone, username, call.text("role_hint") or None).profile()


def _set_account(world: WhatsAppWorld, call: ApiCall) -> Json:
    world.account.change(call.values)
    world.show_account()
    return world.account.as_json()


def _set_faults(world: WhatsAppWorld, call: ApiCall) -> Json:
    world.faults.set(read_api_faults(call.values))
    world.events.emit("wa_faults", None, faults=world.faults.as_json())
    return world.faults.as_json()


def _set_webhook_faults(world: WhatsAppWorld, call: ApiCall) -> Json:
    world.webhook.set_faults(read_webhook_faults(call.values))
    return {}


def _point(world: WhatsAppWorld, call: ApiCall) -> Json:
    """{"url"} or {"urls": […]}: deliver there without a handshake, as if it had been made; several in turn."""
    urls = [str(url) for url in call.structure("urls") or []]
    world.webhook.spread = urls
    world.webhook.point_at(urls[0] if urls else call.text("url"))
    return {"url": world.webhook.url}


def _inject(world: WhatsAppWorld, call: ApiCall) -> Json:
    """{"raw": text} or {"body": object}: a signed POST with exactly that."""
    raw = call.values.get("raw")
    world.webhook.send_raw(
        raw.encode("utf-8", "surrogatepass")
        if isinstance(raw, str)
        else json.dumps(call.values.get("body")).encode()
    )
    return {}


def _decide(world: WhatsAppWorld, call: ApiCall) -> Json:
    """{"id" or "name" and "language", "decision", "reason"?, "category"?}: what the approver does with a template."""
    template = world.templates.by_id(call.text("id")) or world.templates.find(
        call.text("name"), call.text("language")
    )
    if template is None:
        raise CannotDo("there is no such template", 404)
    if call.text("category"):
        world.templates.recategorise(template, call.text("category"))
    if call.text("decision"):
        world.templates.decide(template, call.text("decision"), call.text("reason") or "NONE")
    world.show_account()
    return template.as_json()


def _metrics(world: WhatsAppWorld, call: ApiCall) -> Json:
    webhook = {
        "taken": world.webhook.taken,
        "refused": world.webhook.refused,
        "waiting": world.webhook.waiting,
    }
    received = {str(one.id): one.received for one in world.people.values()}
    return {
        **world.ledger.as_json(),
        "people": received,
        "webhook": webhook,
        "error": world.webhook.last_error,
    }


def _sends(world: WhatsAppWorld, call: ApiCall) -> Json:
    whom = call.number("person") if call.values.get("person") is not None else None
    return {
        "sends": [one.as_json() for one in world.ledger.sends.values() if whom is None or one.person == whom]
    }


ROUTES: dict[tuple[str, str], Callable[[WhatsAppWorld, ApiCall], Json]] = {
    ("GET", "state"): lambda world, call: world.state(),
    ("GET", "metrics"): _metrics,
    ("GET", "sends"): _sends,
    ("POST", "people"): _add_person,
    ("POST", "account"): _set_account,
    ("POST", "faults"): _set_faults,
    ("POST", "webhook-faults"): _set_webhook_faults,
    ("POST", "webhook"): _point,
    ("POST", "inject"): _inject,
    ("POST", "templates"): _decide,
}


def act(world: WhatsAppWorld, method: str, path: str, call: ApiCall) -> Json:
    """Carry out one request; `path` is what follows /play/wa/. Raises `CannotDo`."""
    route = ROUTES.get((method, path))
    if route is not None:
        return route(world, call)
    parts = path.split("/")
    deed = PERSON_ACTS.get(parts[2]) if len(parts) == 3 and parts[0] == "people" else None
    if deed is None or method != "POST" or not parts[1].isdecimal():
        raise CannotDo("there is nothing here", 404)
    return deed(world, world.find(int(parts[1])), call)


def answer_file(world: WhatsAppWorld, media_id: str) -> web.StreamResponse:
    """GET /play/wa/file/<id>: what a phone shows."""
    media = world.media.find(media_id)
    if media is None:
        return web.json_response({"error": "there is no such file"}, status=404)
    mime = media.mime.partition(";")[0]
    safe = mime if mime in INLINE else "application/octet-stream"
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"}
    return web.Response(body=media.content, content_type=safe, headers=headers)
