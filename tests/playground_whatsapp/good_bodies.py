"""One good body of each kind that the schema has."""

from typing import Any

Json = dict[str, Any]
WHO = {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "+6281260000001"}
BODY = {"text": "Bagaimana pelayanannya?"}
IMAGE = {"type": "image", "image": {"link": "https://kota.go.id/a.png"}}


def _interactive(kind: str, action: Json, **more: Any) -> Json:
    return {
        **WHO,
        "type": "interactive",
        "interactive": {"type": kind, "body": BODY, "action": action, **more},
    }


def _button(place: int) -> Json:
    return {"type": "reply", "reply": {"id": f"!nilai/{place}", "title": f"Jawaban {place}"}}


GOOD: dict[str, Json] = {
    "text": {**WHO, "type": "text", "text": {"body": "Terima kasih", "preview_url": False}},
    "text without type": {**WHO, "text": {"body": "Terima kasih"}},
    "text to a user id": {
        "messaging_product": "whatsapp",
        "recipient": "ID.ABCDEF123456",
        "type": "text",
        "text": {"body": "Terima kasih"},
        "context": {"message_id": "wamid.ABC"},
        "biz_opaque_callback_data": "row 17",
    },
    "image": {**WHO, "type": "image", "image": {"link": "https://kota.go.id/a.png", "caption": "Grafik"}},
    "video": {**WHO, "type": "video", "video": {"link": "https://kota.go.id/a.mp4"}},
    "document": {
        **WHO,
        "type": "document",
        "document": {"link": "https://kota.go.id/a.pdf", "caption": "Laporan", "filename": "laporan.pdf"},
    },
    "audio": {**WHO, "type": "audio", "audio": {"link": "https://kota.go.id/a.ogg"}},
    "sticker": {**WHO, "type": "sticker", "sticker": {"link": "https://kota.go.id/a.webp"}},
    "location": {
        **WHO,
        "type": "location",
        "location": {"latitude": 5.18, "longitude": 97.14, "name": "Loket 1", "address": "Jalan Merdeka"},
    },
    "contacts": {**WHO, "type": "contacts", "contacts": [{"name": {"formatted_name": "Loket 1"}}]},
    "reaction": {**WHO, "type": "reaction", "reaction": {"message_id": "wamid.ABC", "emoji": "👍"}},
    "buttons": _interactive(
        "button",
        {"buttons": [_button(1), _button(2), _button(3)]},
        header={"type": "text", "text": "Penilaian"},
        footer={"text": "Pemerintah Kota"},
    ),
    "buttons under a picture": _interactive("button", {"buttons": [_button(1)]}, header=IMAGE),
    "list": _interactive(
        "list",
        {
            "button": "Pilih",
            "sections": [
                {"title": "Layanan", "rows": [{"id": "1", "title": "KTP", "description": "Kartu penduduk"}]},
                {"title": "Lain", "rows": [{"id": "2", "title": "Lainnya"}]},
            ],
        },
    ),
    "link": _interactive(
        "cta_url", {"name": "cta_url", "parameters": {"display_text": "Buka", "url": "https://kota.go.id"}}
    ),
    "place": _interactive("location_request_message", {"name": "send_location"}),
    "form": _interactive(
        "flow",
        {
            "name": "flow",
            "parameters": {
                "flow_message_version": "3",
                "flow_name": "penilaian",
                "flow_token": "token",
                "flow_cta": "Nilai",
                "mode": "published",
                "flow_action": "navigate",
                "flow_action_payload": {"screen": "SATU", "data": {"unit": "Disdukcapil"}},
            },
        },
    ),
    "template": {
        **WHO,
        "type": "template",
        "template": {
            "name": "kasus_kabar",
            "language": {"code": "id", "policy": "deterministic"},
            "components": [
                {
                    "type": "body",
                    "parameters": [
                        {"type": "text", "parameter_name": "nomor", "text": "LSM-1"},
                        {"type": "text", "parameter_name": "status", "text": "selesai"},
                    ],
                },
                {
                    "type": "button",
                    "sub_type": "quick_reply",
                    "index": 0,
                    "parameters": [{"type": "payload", "payload": "!kasus/1"}],
                },
            ],
        },
    },
    "read": {
        "messaging_product": "whatsapp",
        "status": "read",
        "message_id": "wamid.ABC",
        "typing_indicator": {"type": "text"},
    },
}
