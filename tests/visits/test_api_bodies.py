"""Whatever body reaches the API, the answer is one that its OpenAPI names, in the shape it names.

Bodies are made from the schema itself, right and wrong by turns. CI tries a few hundred; `FEEDBACKBOT_TEST_BODIES=10000` tries so many.
"""

import json
import os
import random
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.database import Database
from feedbackbot.storage.visits.tables import service_visit
from tests.builders import talk_in
from tests.talk import Clock, Talk, Talker
from tests.visits.applications import client, make_key

BODIES = int(os.environ.get("FEEDBACKBOT_TEST_BODIES", "250"))
STRANGE: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1.5, "", " ", "\0", "é" * 300, "disdukcapil\n", "' OR 1=1 --", "<script>", "٣",
    "2026-13-45", "2026-11-24T09:59:00", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", [], {}, [[]],
    {"$ref": "#"}, ELEMENT_KEYS, "loket-1" * 9,
)  # fmt: skip
BROKEN = (
    b"", b"{", b"[]", b"null", b"\xff\xfe{}", b'{"unit":', b'{"a":' * 3000, b"[" * 20_000, b'{"unit": NaN}',
    b'{"unit":"a","unit":"b"}', b'"\\ud800"', b"1" * 5000, b'{"unit":"disdukcapil","finished_at":"\\ud800"}',
)  # fmt: skip


def from_schema(schema: dict[str, Any], chance: random.Random) -> Any:
    """A value that the schema means; texts of a fixed format are those of the test's city and day."""
    if "enum" in schema:
        return chance.choice(schema["enum"])
    kinds = schema.get("type", "string")
    match kinds if isinstance(kinds, str) else kinds[0]:
        case "object":
            must = set(schema.get("required", ()))
            return {
                name: known(name, inner, chance)
                for name, inner in schema.get("properties", {}).items()
                if name in must or chance.random() < 0.5
            }
        case "boolean":
            return chance.random() < 0.5
        case "integer" | "number":
            return chance.randint(0, 100)
        case "array":
            return [from_schema(schema.get("items", {}), chance)]
    return schema.get("examples", ["teks"])[0]


def known(name: str, schema: dict[str, Any], chance: random.Random) -> Any:
    values = {
        "unit": ("disdukcapil", "bpbd", "tidak-ada"),
        "service": ("ktp-el", "tidak-ada", ""),
        "counter": ("loket-1", "loket-99", ""),
        "finished_at": ("2026-11-24T09:59:00+07:00", "2026-11-24T02:00:00Z", "2026-11-25T00:00:00+07:00"),
        "phone": ("081166600777", ""),
        "reference": ("",),
    }
    return chance.choice(values[name]) if name in values else from_schema(schema, chance)


def body(schema: dict[str, Any], chance: random.Random) -> bytes:
    if chance.random() < 0.1:
        return chance.choice(BROKEN)
    made = from_schema(schema, chance)
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        name = chance.choice([*schema["properties"], "lain", "__proto__"])
        if chance.random() < 0.3:
            made.pop(name, None)
        else:
            made[name] = chance.choice(STRANGE)
    whole = json.dumps(made).encode()
    return whole[: chance.randrange(len(whole))] if chance.random() < 0.05 else whole


def resolved(described: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in found:
        target: Any = described
        for part in found["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        found = target
    return found


def check(described: dict[str, Any], answer: httpx.Response, sent: bytes) -> None:
    told = described["paths"]["/api/v1/visits"]["post"]["responses"].get(str(answer.status_code))
    assert told is not None and answer.status_code < 500, (answer.status_code, sent[:200])
    content = resolved(described, told).get("content", {})
    kind = answer.headers["content-type"].partition(";")[0]
    assert kind in content, (kind, answer.status_code, sent[:200])
    schema = resolved(described, content[kind]["schema"])
    given = answer.json()
    assert set(schema.get("required", ())) <= given.keys() <= schema["properties"].keys(), given
    assert "disdukcapil' OR" not in answer.text and "<script>" not in answer.text, "never repeated"


@pytest.fixture
async def talk(database: Database, clock: Clock) -> Talk:
    return await talk_in(database, clock, public_url="https://skm.example", api_visits_per_day=10**6)


async def test_each_answer_is_one_that_the_description_names(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    key, chance = await make_key(admin, "25"), random.Random(15)
    seen: set[int] = set()
    async with client(app, key) as application:
        described = (await application.get("/api/openapi.json")).json()
        post = described["paths"]["/api/v1/visits"]["post"]
        schema = resolved(described, post["requestBody"]["content"]["application/json"]["schema"])
        for _ in range(BODIES):
            names = {"idempotency-key": chance.choice(("a", "a", "b", "x" * 65))}
            sent, headers = body(schema, chance), names if chance.random() < 0.5 else {}
            answer = await application.post("/api/v1/visits", content=sent, headers=headers)
            check(described, answer, sent)
            seen.add(answer.status_code)
    assert {201, 400, 403, 409, 422} <= seen, "right and wrong were tried"
    kept = await talk.work(lambda tx: tx.run(service_visit.select()).all())
    assert kept and all(row.counter in ("", "loket-1") for row in kept)
