"""The people's side over HTTP: everything under /play/."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from aiohttp import web

from feedbackbot.playground import account_actions as accounts
from feedbackbot.playground import people_actions as acts
from feedbackbot.playground.api_call import ApiCall, read_call
from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.event_stream import stream_events
from feedbackbot.playground.faults import Drop, WrongFaults, read_faults
from feedbackbot.playground.refusals import Refusal
from feedbackbot.playground.state import World
from feedbackbot.playground.users import Resident
from feedbackbot.playground.whatsapp import people_endpoint as whatsapp

ABOUT = (
    "This is the feedbackbot playground: a local imitation of the Telegram Bot API and of WhatsApp's Cloud API, with "
    "imagined people in it. It is neither Telegram nor WhatsApp, is connected to neither, and has nothing to do with "
    "Telegram FZ-LLC or Meta. It listens on this machine only."
)
INLINE_TYPES = ("image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg", "video/mp4")

Json: TypeAlias = dict[str, Any]
PersonAct: TypeAlias = Callable[[World, Resident, ApiCall], Json]


def _number(call: ApiCall, name: str) -> int | None:
    return call.number(name) if call.values.get(name) is not None else None


def _upload(world: World, resident: Resident, call: ApiCall) -> Json:
    sent = call.files.get("file")
    if sent is None:
        raise CannotDo("there is no file in the form", 400)
    text = call.text
    return acts.upload(
        world,
        resident,
        text("kind"),
        sent.content,
        sent.name,
        sent.mime,
        text("caption"),
        text("media_group_id"),
    )


def _tap(world: World, resident: Resident, call: ApiCall) -> Json:
    data = call.text("data") if call.values.get("data") is not None else None
    row, column = _number(call, "row"), _number(call, "column")
    return acts.tap(world, resident, call.number("message_id"), data, row, column, call.flag("force"))


def _location(world: World, resident: Resident, call: ApiCall) -> Json:
    return acts.share_location(world, resident, float(call.text("latitude")), float(call.text("longitude")))


PERSON_ACTS: dict[str, PersonAct] = {
    "text": lambda world, who, call: acts.write_text(
        world, who, call.text("text"), _number(call, "reply_to")
    ),
    "start": lambda world, who, call: acts.press_start(world, who, call.text("payload")),
    "tap": _tap,
    "contact": lambda world, who, call: acts.share_contact(world, who, call.values),
    "upload": _upload,
    "location": _location,
    "edit": lambda world, who, call: acts.edit(world, who, call.number("message_id"), call.text("text")),
    "block": lambda world, who, call: accounts.block(world, who),
    "unblock": lambda world, who, call: accounts.unblock(world, who),
    "deactivate": lambda world, who, call: accounts.deactivate(world, who),
    "read": lambda world, who, call: accounts.read(world, who),
}


def add_person(world: World, call: ApiCall) -> Json:
    """POST /play/people."""
    name = call.text("name").strip()
    if not name:
        raise CannotDo("a person needs a name", 400)
    try:
        resident = world.add_person(
            name,
            call.text("username").lstrip("@") or None,
            call.text("phone") or None,
            call.text("language_code") or "id",
            _number(call, "id"),
            call.text("role_hint") or None,
        )
    except ValueError as error:
        raise CannotDo(str(error)) from error
    return resident.profile()


def inject_update(world: World, call: ApiCall) -> Json:
    """POST /play/update: any object as it is, or {"raw": "…"} for text that need not be JSON."""
    values = call.values
    if set(values) == {"raw"}:
        try:
            update = json.loads(call.text("raw"))
        except ValueError:
            update = None
        if not isinstance(update, dict):
            world.updates.inject_raw(call.text("raw").encode("utf-8", "surrogatepass"))
            return {"update_id": None}
        values = update
    return {"update_id": world.updates.inject(values, _lane(values))}


def _lane(update: Json) -> int:
    """The chat that an update belongs to, as far as it can be told."""
    for part in update.values():
        if isinstance(part, dict):
            chat = part.get("chat") or (part.get("message") or {}).get("chat") or part.get("from")
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                return int(chat["id"])
    return 0


def repeat_update(world: World, call: ApiCall) -> Json:
    """POST /play/repeat: deliver an update again."""
    if not world.updates.repeat(call.number("update_id")):
        raise CannotDo("there is no such update", 404)
    return {"update_id": call.number("update_id")}


def set_faults(world: World, call: ApiCall) -> Json:
    """POST /play/faults: the whole object; what is left out is mended."""
    try:
        faults = read_faults(call.values)
    except (WrongFaults, TypeError, ValueError) as error:
        raise CannotDo(str(error), 400) from error
    world.faults.set(faults)
    if faults.outage:
        world.updates.end_polling(Drop(after=False))
    world.events.emit("faults", None, faults=faults.as_json())
    return faults.as_json()


def set_clock(world: World, call: ApiCall) -> Json:
    """POST /play/clock: the time that everybody goes by from now on."""
    try:
        world.offset_seconds = float(call.text("offset_seconds") or 0)
    except ValueError:
        raise CannotDo("offset_seconds must be a number", 400) from None
    world.whatsapp.limits.offset_seconds = world.offset_seconds
    world.events.emit("clock", None, clock=clock(world, call))
    return clock(world, call)


def clock(world: World, call: ApiCall) -> Json:
    """GET /play/clock."""
    return {"offset_seconds": world.offset_seconds}


def spread_webhook(world: World, call: ApiCall) -> Json:
    """POST /play/webhooks {"urls": […]}: deliver to these in turn, as a load balancer would; [] ends it."""
    world.webhook.spread = [str(url) for url in call.structure("urls") or []]
    return {"urls": world.webhook.spread}


def reset(world: World, call: ApiCall) -> Json:
    """POST /play/reset."""
    world.reset()
    return {}


def metrics(world: World, call: ApiCall) -> Json:
    """GET /play/metrics."""
    queue = {
        "created": world.updates.created,
        "waiting": len(world.updates),
        "webhook": world.webhook.delivered,
    }
    received = {str(resident.id): resident.received for resident in world.people.values()}
    return {**world.ledger.as_json(), "people": received, "updates": queue}


def sends(world: World, call: ApiCall) -> Json:
    """GET /play/sends?person=: accepted sends and edits, oldest first."""
    whom = _number(call, "person")
    found = [sent.as_json() for sent in world.ledger.sends if whom is None or sent.person_id == whom]
    return {"sends": found}


ROUTES: dict[tuple[str, str], Callable[[World, ApiCall], Json]] = {
    ("GET", "state"): lambda world, call: world.state(),
    ("GET", "about"): lambda world, call: {"about": ABOUT, "is_telegram": False},
    ("GET", "clock"): clock,
    ("POST", "clock"): set_clock,
    ("GET", "metrics"): metrics,
    ("GET", "sends"): sends,
    ("POST", "people"): add_person,
    ("POST", "update"): inject_update,
    ("POST", "repeat"): repeat_update,
    ("POST", "faults"): set_faults,
    ("POST", "webhooks"): spread_webhook,
    ("POST", "reset"): reset,
}


async def answer_people(world: World, request: web.BaseRequest) -> web.StreamResponse:
    """One request under /play/."""
    path = request.path.removeprefix("/play/")
    if path == "events":
        return await stream_events(world.events, request)
    if path.startswith("wa/file/"):
        return whatsapp.answer_file(world.whatsapp, path.removeprefix("wa/file/"))
    if path.startswith("file/"):
        return _file(world, path.removeprefix("file/"))
    try:
        call = await read_call(request, path, world.bounds.request_bytes)
        return web.json_response(act(world, request.method, path, call))
    except CannotDo as reason:
        return web.json_response({"error": str(reason)}, status=reason.status)
    except Refusal as refusal:
        return web.json_response({"error": refusal.description}, status=refusal.code)
    except (ValueError, TypeError) as error:
        return web.json_response({"error": f"the request makes no sense: {error}"}, status=400)


def act(world: World, method: str, path: str, call: ApiCall) -> Json:
    """Carry out one request of the people's side; `path` is what follows /play/. Raises `CannotDo`."""
    route = ROUTES.get((method, path))
    if route is not None:
        return route(world, call)
    if path.startswith("wa/"):
        return whatsapp.act(world.whatsapp, method, path.removeprefix("wa/"), call)
    parts = path.split("/")
    deed = PERSON_ACTS.get(parts[2]) if len(parts) == 3 and parts[0] == "people" else None
    if deed is None or method != "POST" or not parts[1].isdecimal():
        raise CannotDo("there is nothing here", 404)
    return deed(world, acts.find_person(world, int(parts[1])), call)


def _file(world: World, file_id: str) -> web.StreamResponse:
    stored = world.files.find(file_id)
    content = world.files.content(stored) if stored is not None else None
    if stored is None or content is None:
        return web.json_response({"error": "there is no such file"}, status=404)
    safe = stored.mime if stored.mime in INLINE_TYPES else "application/octet-stream"
    kind = {"photo": "image/jpeg" if content[:2] == b"\xff\xd8" else "image/png"}.get(stored.kind, safe)
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"}
    return web.Response(body=content, content_type=kind, headers=headers)
