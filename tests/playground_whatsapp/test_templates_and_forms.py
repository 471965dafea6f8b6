"""Templates are registered, decided on and told of; forms are drafted, published, filled in."""

import json
from typing import Any

import pytest

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.account import ACCOUNT_ID
from feedbackbot.playground.whatsapp.person import Person
from tests.playground_whatsapp.conftest import Graph, Hook, to
from tests.playground_whatsapp.rating_form import rating_form

TEMPLATES = f"{ACCOUNT_ID}/message_templates"
FLOWS = f"{ACCOUNT_ID}/flows"


def _body(text: str, *names: str) -> list[dict[str, Any]]:
    examples = [{"param_name": name, "example": "x"} for name in names]
    example = {"example": {"body_text_named_params": examples}} if names else {}
    return [{"type": "BODY", "text": text, **example}]


async def test_a_template_waits_for_the_approver_whose_decisions_are_told(
    city: Playground, graph: Graph, hook: Hook
) -> None:
    made = await graph.registers(approved=False)
    assert made["status"] == "PENDING"
    for decision in ("approve", "pause", "reinstate", "disable"):
        await city.whatsapp.decides("kasus_kabar", decision)
    await city.whatsapp.decides("kasus_kabar", category="MARKETING")
    await hook.until(lambda: hook.values("template_category_update"))
    events = [one["event"] for one in hook.values("message_template_status_update")]
    assert events == ["APPROVED", "PAUSED", "REINSTATED", "DISABLED"]
    told = hook.values("template_category_update")[0]
    assert (told["previous_category"], told["new_category"]) == ("UTILITY", "MARKETING")
    assert told["message_template_id"] == int(made["id"])
    _, listed = await graph.calls("GET", f"{TEMPLATES}?name=kasus_kabar")
    assert [(one["status"], one["category"]) for one in listed["data"]] == [("DISABLED", "MARKETING")]


@pytest.mark.parametrize(
    ("changed", "subcode"),
    [
        ({"name": "Kasus"}, None),
        ({"language": "ace"}, None),
        ({"category": "SERVICE"}, None),
        ({"components": []}, None),
        ({"components": _body("a" * 1025)}, None),
        ({"components": _body("{{nama}} halo semua orang", "nama")}, 2388299),
        ({"components": _body("Halo semua orang {{nama}}", "nama")}, 2388299),
        ({"components": _body("Halo {{a}} {{b}} {{c}} ya", "a", "b", "c")}, 2388293),
        ({"components": _body("Halo {{nama}}, selamat datang")}, None),
        (
            {
                "components": [
                    *_body("Halo"),
                    {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "a" * 26}]},
                ]
            },
            None,
        ),
        (
            {
                "components": [
                    *_body("Halo"),
                    {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "a"}] * 11},
                ]
            },
            None,
        ),
        ({"components": [*_body("Halo"), {"type": "FOOTER", "text": "a" * 61}]}, None),
    ],
)
async def test_what_meta_does_not_take_as_a_template(
    changed: dict[str, Any], subcode: int | None, graph: Graph
) -> None:
    good = {"name": "kabar", "language": "id", "category": "UTILITY", "components": _body("Halo semua")}
    error = await graph.refusal("POST", TEMPLATES, json={**good, **changed})
    assert (error["code"], error.get("error_subcode")) == (100, subcode)


async def test_a_name_is_taken_while_it_exists_and_blocked_after_it_was_deleted(
    city: Playground, graph: Graph
) -> None:
    await graph.registers()
    good = {"name": "kasus_kabar", "language": "id", "category": "UTILITY", "components": _body("Halo semua")}
    assert (await graph.refusal("POST", TEMPLATES, json=good))["error_subcode"] == 2388024
    assert (await graph.calls("POST", TEMPLATES, json={**good, "language": "en"}))[0] == 200
    assert (await graph.calls("DELETE", f"{TEMPLATES}?name=kasus_kabar"))[0] == 200
    assert (await graph.refusal("POST", TEMPLATES, json=good))["error_subcode"] == 2388023
    await city.shifts_clock(31 * 86400)
    assert (await graph.calls("POST", TEMPLATES, json=good))[0] == 200


async def test_an_approved_template_is_changed_once_a_day(city: Playground, graph: Graph) -> None:
    made = await graph.registers()
    change = {"components": _body("Halo semua")}
    assert (await graph.calls("POST", made["id"], json=change))[0] == 200
    await city.whatsapp.decides("kasus_kabar", "approve")
    assert (await graph.refusal("POST", made["id"], json=change))["code"] == 100
    await city.shifts_clock(86401)
    assert (await graph.calls("POST", made["id"], json=change))[0] == 200


async def _published(graph: Graph) -> str:
    made = {
        "name": "penilaian",
        "categories": ["SURVEY"],
        "flow_json": json.dumps(rating_form()),
        "publish": True,
    }
    status, answer = await graph.calls("POST", FLOWS, json=made)
    assert (status, answer["validation_errors"]) == (200, [])
    return str(answer["id"])


def _message(ani: Person, flow_id: str, **more: Any) -> dict[str, Any]:
    given = {
        "flow_message_version": "3",
        "flow_id": flow_id,
        "flow_cta": "Nilai",
        "flow_token": "run.7",
        **more,
    }
    action = {"name": "flow", "parameters": given}
    return to(ani, interactive={"type": "flow", "body": {"text": "Nilai layanan"}, "action": action})


async def test_a_form_is_filled_in_and_comes_back_as_text_with_its_token(
    graph: Graph, hook: Hook, ani: Person
) -> None:
    await graph.sends(_message(ani, await _published(graph)))
    await ani.fills({"izin": True, "u1": "4", "komentar": "cepat"})
    reply = (await hook.until(lambda: [one for one in hook.messages() if one["type"] == "interactive"]))[0]
    answered = reply["interactive"]["nfm_reply"]
    assert json.loads(answered["response_json"]) == {
        "izin": True,
        "u1": "4",
        "komentar": "cepat",
        "lagi": "4",
        "flow_token": "run.7",
    }
    with pytest.raises(CannotDo, match="Persyaratan"):
        await ani.fills({"izin": True, "komentar": "tanpa nilai"})
    with pytest.raises(CannotDo, match="setuju"):
        await ani.fills({"izin": False, "u1": "4"})
    with pytest.raises(CannotDo, match="no option"):
        await ani.fills({"izin": True, "u1": "9"})


async def test_a_published_form_cannot_be_changed_and_a_faulty_one_not_published(
    graph: Graph, ani: Person
) -> None:
    flow_id = await _published(graph)
    changed = {"file": json.dumps(rating_form())}
    assert (await graph.refusal("POST", f"{flow_id}/assets", json=changed))["code"] == 139001
    faulty = rating_form()
    faulty["screens"][0]["layout"]["children"][0]["children"][1]["label"] = "a" * 31
    made = {"name": "rusak", "categories": ["SURVEY"], "flow_json": json.dumps(faulty)}
    _, answer = await graph.calls("POST", FLOWS, json=made)
    assert "label" in answer["validation_errors"][0]["message"]
    assert (await graph.refusal("POST", f"{answer['id']}/publish"))["code"] == 139002
    assert await graph.refused(_message(ani, answer["id"])) == 100
    assert (await graph.calls("POST", f"{flow_id}/deprecate"))[0] == 200
    assert await graph.refused(_message(ani, flow_id)) == 132068
