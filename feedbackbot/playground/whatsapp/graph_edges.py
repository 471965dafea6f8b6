"""What the Graph API does at each of its addresses but the one for messages: files, templates, forms, profile, subscription."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from feedbackbot.playground.api_call import ApiCall
from feedbackbot.playground.whatsapp.account import ACCOUNT_ID, NUMBER, PHONE_ID
from feedbackbot.playground.whatsapp.refusals import FIELD, UNKNOWN_OBJECT, GraphRefusal
from feedbackbot.playground.whatsapp.template import Template
from feedbackbot.playground.whatsapp.world import WhatsAppWorld

PAGE = 25

Json = dict[str, Any]


class Asked(NamedTuple):
    """One call: what it gives, the object that the address names, and what follows the edge in it. `base` is the server's address."""

    call: ApiCall
    base: str
    subject: str
    rest: str


Edge = Callable[[WhatsAppWorld, Asked], Json]


def kind_of(world: WhatsAppWorld, object_id: str) -> str:
    """Which kind of object an id names. Raises `GraphRefusal`."""
    if object_id == PHONE_ID:
        return "phone"
    if object_id == ACCOUNT_ID:
        return "account"
    if world.templates.by_id(object_id) is not None:
        return "template"
    if world.flows.by_id(object_id) is not None:
        return "flow"
    if world.media.find(object_id) is not None:
        return "media"
    raise GraphRefusal(UNKNOWN_OBJECT, f"object {object_id[:40]!r} does not exist or may not be seen")


def _upload_media(world: WhatsAppWorld, asked: Asked) -> Json:
    call, sent = asked.call, asked.call.files.get("file")
    if call.text("messaging_product") != "whatsapp":
        raise GraphRefusal(FIELD, "the parameter messaging_product is required")
    if sent is None:
        raise GraphRefusal(FIELD, "the parameter file is required")
    mime = call.text("type") if "/" in call.text("type") else sent.mime
    return {"id": world.media.upload(mime, sent.name, sent.content, world.now()).id}


def _media(world: WhatsAppWorld, asked: Asked) -> Json:
    if asked.call.values.get("phone_number_id", PHONE_ID) != PHONE_ID:
        raise GraphRefusal(FIELD, "this file does not belong to that number", subcode=33)
    return world.media.address(asked.subject, asked.base, world.now())


def _list_templates(world: WhatsAppWorld, asked: Asked) -> Json:
    given = asked.call.values
    found = [
        one.as_json()
        for one in world.templates.all()
        if given.get("name", one.name) == one.name
        and given.get("language", one.language) == one.language
        and given.get("status", one.status) == one.status
    ]
    return _page(found, asked)


def _page(found: list[Json], asked: Asked) -> Json:
    """A page of `limit` (25) elements, with `paging.cursors.after` and `paging.next` where there are more."""
    start, most = asked.call.number("after"), min(asked.call.number("limit", PAGE) or PAGE, 1000)
    page: Json = {
        "data": found[start : start + most],
        "paging": {"cursors": {"before": str(start), "after": str(start + most)}},
    }
    if start + most < len(found):
        page["paging"]["next"] = f"{asked.base}/v26.0/{asked.subject}?after={start + most}&limit={most}"
    return page


def _template(world: WhatsAppWorld, asked: Asked) -> Template:
    template = world.templates.by_id(asked.subject)
    assert template is not None  # noqa: S101  kind_of found it
    return template


def _register(world: WhatsAppWorld, asked: Asked) -> Json:
    answer = world.templates.register(asked.call.values, world.now())
    world.show_account()
    return answer


def _edit(world: WhatsAppWorld, asked: Asked) -> Json:
    answer = world.templates.edit(_template(world, asked), asked.call.values, world.now())
    world.show_account()
    return answer


def _delete_templates(world: WhatsAppWorld, asked: Asked) -> Json:
    world.templates.delete(asked.call.text("name"), asked.call.text("hsm_id"), world.now())
    world.show_account()
    return {"success": True}


def _flow(act: str) -> Edge:
    def edge(world: WhatsAppWorld, asked: Asked) -> Json:
        flow = world.flows.by_id(asked.subject)
        assert flow is not None  # noqa: S101  kind_of found it
        if act == "show":
            return flow.as_json()
        if act == "assets":
            sent = asked.call.files.get("file")
            answer = world.flows.give(flow, sent.content if sent else asked.call.values.get("file"))
        else:
            answer = getattr(world.flows, act)(flow)
        world.show_account()
        return dict(answer)

    return edge


def _create_flow(world: WhatsAppWorld, asked: Asked) -> Json:
    answer = world.flows.create(asked.call.values)
    world.show_account()
    return answer


def _automate(world: WhatsAppWorld, asked: Asked) -> Json:
    answer = world.profile.automate(asked.call.values)
    world.show_account()
    return answer


def _links(world: WhatsAppWorld, asked: Asked) -> Json:
    links = world.profile.links
    if asked.rest and asked.rest not in links:
        raise GraphRefusal(FIELD, "there is no such code")
    return {"data": [links[asked.rest]] if asked.rest else list(links.values())}


def _delete_link(world: WhatsAppWorld, asked: Asked) -> Json:
    if world.profile.links.pop(asked.rest, None) is None:
        raise GraphRefusal(FIELD, "there is no such code")
    return {"success": True}


def _delete_media(world: WhatsAppWorld, asked: Asked) -> Json:
    return {"success": world.media.delete(asked.subject)}


async def subscribe(world: WhatsAppWorld, asked: Asked) -> Json:
    """`POST /{account}/subscribed_apps` with an address of its own. Raises `GraphRefusal` where the handshake fails."""
    url = asked.call.text("override_callback_uri")
    if url:
        wrong = await world.webhook.subscribe(url, asked.call.text("verify_token"))
        if wrong:
            raise GraphRefusal(FIELD, wrong, subcode=2200)
    return {"success": True}


def _subscribed(world: WhatsAppWorld, asked: Asked) -> Json:
    url = world.webhook.url
    app = {"whatsapp_business_api_data": {"id": "1", "name": "playground"}, "override_callback_uri": url}
    return {"data": [app] if url else []}


EDGES: dict[tuple[str, str, str], Edge] = {
    ("GET", "phone", ""): lambda world, asked: world.profile.number(),
    ("POST", "phone", "media"): _upload_media,
    ("POST", "phone", "conversational_automation"): _automate,
    ("POST", "phone", "message_qrdls"): lambda world, asked: world.profile.make_link(
        asked.call.values, asked.base
    ),
    ("GET", "phone", "message_qrdls"): _links,
    ("DELETE", "phone", "message_qrdls"): _delete_link,
    ("GET", "account", "phone_numbers"): lambda world, asked: {"data": [world.profile.number()]},
    ("GET", "account", ""): lambda world, asked: {"id": ACCOUNT_ID, "name": "Lhokseumawe", "number": NUMBER},
    ("GET", "account", "message_templates"): _list_templates,
    ("POST", "account", "message_templates"): _register,
    ("DELETE", "account", "message_templates"): _delete_templates,
    ("GET", "account", "flows"): lambda world, asked: _page(
        [one.as_json() for one in world.flows.all()], asked
    ),
    ("POST", "account", "flows"): _create_flow,
    ("GET", "account", "subscribed_apps"): _subscribed,
    ("GET", "template", ""): lambda world, asked: _template(world, asked).as_json(),
    ("POST", "template", ""): _edit,
    ("GET", "flow", ""): _flow("show"),
    ("DELETE", "flow", ""): _flow("delete"),
    ("POST", "flow", "assets"): _flow("assets"),
    ("POST", "flow", "publish"): _flow("publish"),
    ("POST", "flow", "deprecate"): _flow("deprecate"),
    ("GET", "media", ""): _media,
    ("DELETE", "media", ""): _delete_media,
}
SLOW_EDGES: dict[tuple[str, str, str], Callable[[WhatsAppWorld, Asked], Awaitable[Json]]] = {
    ("POST", "account", "subscribed_apps"): subscribe,
}
