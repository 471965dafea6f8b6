"""What an admin's act changed is told in words: no key and no code of ours is left for a reader to guess."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from feedbackbot.storage.people.audit import record
from tests.builders import CATALOGUE
from tests.talk import Talk, Talker

USECASES = Path(__file__).parents[2] / "feedbackbot" / "usecases"


def parts_recorded() -> Iterator[str]:
    """Names of what use cases give to `record` as before and after, wherever those are written as a dictionary."""
    for path in USECASES.rglob("*.py"):
        module = ast.parse(path.read_text("utf-8"))
        made = {one.name: one for one in module.body if isinstance(one, ast.FunctionDef)}
        for function in ast.walk(module):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from _parts(function, made)


def _parts(function: Any, made: dict[str, ast.FunctionDef]) -> Iterator[str]:
    inside = [*ast.walk(function)]
    assigned = [one for one in inside if isinstance(one, ast.Assign)]
    named = {
        target.id: one.value for one in assigned for target in one.targets if isinstance(target, ast.Name)
    }
    for call in inside:
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "record":
            for given in call.keywords:
                if given.arg in ("before", "after"):
                    yield from _keys(given.value, named, made)


def _keys(value: Any, named: dict[str, Any], made: dict[str, ast.FunctionDef]) -> Iterator[str]:
    value = named.get(value.id, value) if isinstance(value, ast.Name) else value
    if isinstance(value, ast.Call) and getattr(value.func, "id", "") in made:
        for one in ast.walk(made[value.func.id]):  # type: ignore[attr-defined]
            if isinstance(one, ast.Return):
                yield from _keys(one.value, named, {})
    if isinstance(value, ast.Dict):
        yield from (key.value for key in value.keys if isinstance(key, ast.Constant))


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_part_that_is_recorded_has_a_name(language: str) -> None:
    found = set(parts_recorded())
    assert {"unit", "ikm", "due_at", "invited", "small_power_confirmed"} <= found, "the search finds them"
    keys = {name: f"audit-part-{name.replace('_', '-')}" for name in found}
    assert [name for name, key in sorted(keys.items()) if not CATALOGUE.has(key, language)] == []


@pytest.mark.parametrize(
    ("subject", "before", "after", "said"),
    [
        ("unit:1", None, {"unit": 1, "period": "2026-S1", "ikm": "86.97", "n": 94}, "masa: Semester I 2026, IKM: 86,97, penilaian: 94"),
        ("broadcast:7", {"stage": "running"}, {"held": 12}, "tahap: dikirim → ditahan: 12"),
        ("broadcast:7", None, {"people": 40, "emergency": True, "due_at": None}, "orang: 40, darurat"),
        ("forum:3", None, {"due": "2026-12-01", "again": False}, "batas: 1 Des 2026"),
        ("campaign:2", None, {"goal": "attended", "principles": ["social-norm"]},
         "tujuan: Hadir di pelatihan, cara mengajak: Rekan sekantor"),
        ("unit:1", {"weekday": 1, "person": None}, {"weekday": 1, "person": 4711}, "hari ke: Senin → hari ke: Senin, orang: Orang #4711"),
        ("answers:1", None, {"new": 0, "gone": 3}, "baru: 0, hilang: 3"),
        ("reward:1", {"state": "claimed"}, {"state": "granted"}, "status: diminta → status: diberikan"),
        ("training:1", None, {"title": "*Tebal* <b>"}, "judul: *Tebal* <b>"),
    ],
)  # fmt: skip
async def test_a_change_is_told_in_words(
    talk: Talk, zul: Talker, subject: str, before: Any, after: Any, said: str
) -> None:
    await talk.work(lambda tx: record(tx, None, "x", subject, before=before, after=after))
    await zul.types("/audit")
    newest = zul.last.split("\n\n")[1]
    assert newest.split("\n")[1] == said
