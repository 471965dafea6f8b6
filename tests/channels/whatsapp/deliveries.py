"""What the service delivers, put together as its documentation shows it."""

import json
from typing import Any

SENDER = "106500000000001"
ANI = {"profile": {"name": "Ani"}, "wa_id": "628116700001", "user_id": "ID.aniAbc123"}
AT = 1_795_650_000
Json = dict[str, Any]


def message(
    kind: str = "text", ref: str = "wamid.A1", at: int = AT, given: Json | None = None, **content: Any
) -> Json:
    """From Ani; a text "halo" where nothing else is said. What it is of its kind stands in `content`, or in `given`."""
    content |= given or {}
    if kind == "text" and "text" not in content:
        content["text"] = {"body": "halo"}
    return {
        "from": ANI["wa_id"],
        "from_user_id": ANI["user_id"],
        "id": ref,
        "timestamp": str(at),
        "type": kind,
        **content,
    }


def status(name: str, ref: str = "wamid.OUT1", row: int | str | None = None, **more: Any) -> Json:
    told: Json = {"id": ref, "status": name, "timestamp": str(AT), "recipient_id": ANI["wa_id"], **more}
    return told if row is None else told | {"biz_opaque_callback_data": str(row)}


def failed(code: int, ref: str = "wamid.OUT1", row: int | None = None) -> Json:
    return status("failed", ref, row, errors=[{"code": code, "title": "words", "message": "words"}])


def change(contacts: list[Json] | None = None, sender: str = SENDER, **arrays: Any) -> Json:
    value = {"metadata": {"phone_number_id": sender}, "contacts": contacts or [ANI], **arrays}
    return {"field": "messages", "value": value}


def body(*changes: Any) -> bytes:
    """One POST, escaped as Meta escapes it."""
    text = json.dumps(
        {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": list(changes)}]}
    )
    return text.replace("/", "\\/").encode()
