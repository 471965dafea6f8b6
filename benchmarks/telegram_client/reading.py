"""What reading one update costs, beside python-telegram-bot's objects for it."""

import json
import timeit

from telegram import Update

from feedbackbot.channels.telegram.reading import arrival, read_update

_ANI = {"id": 100000001, "is_bot": False, "first_name": "Ani", "language_code": "id"}
_CHAT = {"id": 100000001, "type": "private", "first_name": "Ani"}
_TAP = json.dumps(
    {
        "update_id": 1,
        "callback_query": {
            "id": "4382bfdwdsb323b2d9",
            "from": _ANI,
            "chat_instance": "1",
            "data": "rate/element/3",
            "message": {
                "message_id": 4711,
                "from": {"id": 123456, "is_bot": True, "first_name": "Layanan", "username": "layanan_bot"},
                "chat": _CHAT,
                "date": 1764000000,
                "text": "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan?",
                "entities": [{"type": "bold", "offset": 0, "length": 9}],
                "reply_markup": {
                    "inline_keyboard": [
                        [{"text": f"Jawaban {n}", "callback_data": f"rate/element/{n}"}] for n in range(4)
                    ]
                },
            },
        },
    }
)
_TIMES = 5000


def measure_reading() -> None:
    """Prints microseconds for a tap, each including `json.loads`; the best of five rounds."""
    ways = {
        "read_update": lambda: read_update(json.loads(_TAP)),
        "arrival (for the inbox)": lambda: arrival(json.loads(_TAP)),
        "PTB Update.de_json": lambda: Update.de_json(json.loads(_TAP), None),
        "json.loads alone": lambda: json.loads(_TAP),
    }
    print("\nreading a tap, microseconds")
    for name, way in ways.items():
        best = min(timeit.repeat(way, number=_TIMES, repeat=5)) / _TIMES * 1e6
        print(f"{name:40}{best:9.1f}")
