"""Webhooks: signed (the hook checks each), repeated until 200, and on request batched, doubled, shuffled, broken or lost."""

import pytest

from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.person import Person
from tests.playground_whatsapp.conftest import Graph, Hook, text


async def test_a_message_names_its_sender_twice_and_gets_ticks(hook: Hook, graph: Graph, ani: Person) -> None:
    await hook.until(hook.messages)
    value = hook.values()[0]
    message = value["messages"][0]
    assert (message["from"], message["from_user_id"]) == (ani.number, ani.user_id)
    assert value["contacts"] == [{"profile": {"name": "Ani"}, "wa_id": ani.number, "user_id": ani.user_id}]
    assert message["timestamp"].isdecimal()
    await ani.waits_until(lambda phone: phone.messages()[0]["status"] == "delivered")
    read = {"messaging_product": "whatsapp", "status": "read", "message_id": message["id"]}
    status, answer = await graph.calls(
        "POST", "106500000000001/messages", json={**read, "typing_indicator": {"type": "text"}}
    )
    assert (status, answer) == (200, {"success": True})
    await ani.waits_until(lambda phone: phone.messages()[0]["status"] == "read" and phone.is_typing)


async def test_who_hides_the_number_is_named_by_user_id_alone(
    city: Playground, hook: Hook, graph: Graph
) -> None:
    budi = await city.whatsapp.person("Budi", hidden=True)
    await budi.types("halo")
    await hook.until(hook.messages)
    value = hook.values()[0]
    assert "from" not in value["messages"][0]
    assert value["contacts"] == [{"profile": {"name": "Budi"}, "user_id": budi.user_id}]
    body = {**text(budi), "recipient": budi.user_id}
    del body["to"]
    await graph.sends(body)
    await hook.until(lambda: len(hook.statuses()) == 2)
    assert {tuple(sorted(one)) for one in hook.statuses()} == {
        ("id", "pricing", "recipient_user_id", "status", "timestamp")
    }


async def test_what_is_not_answered_with_200_comes_again_in_order(hook: Hook, ani: Person) -> None:
    await hook.until(hook.messages)
    hook.answers = [503, 500]
    await ani.types("satu")
    await ani.types("dua")
    await hook.until(lambda: len(hook.messages()) == 3)
    assert [one["text"]["body"] for one in hook.messages()] == ["halo", "satu", "dua"]


@pytest.mark.parametrize("shuffled", [False, True])
async def test_a_batch_holds_up_to_a_thousand_updates_in_several_entries(
    shuffled: bool, city: Playground, hook: Hook
) -> None:
    people = [await city.whatsapp.person(f"Warga {number}") for number in range(25)]
    await city.whatsapp.breaks_webhook(held=True)
    for number in range(44):
        for person in people:
            await person.types(f"pesan {number}")
    await city.whatsapp.breaks_webhook(batch=1000, shuffled=shuffled)
    await hook.until(lambda: len(hook.messages()) == 1100)
    assert sorted(len(_messages(post)) for post in hook.posts) == [100, 1000]
    assert all(len(post["entry"]) == 2 for post in hook.posts)
    assert len({one["id"] for one in hook.messages()}) == 1100


def _messages(post: dict[str, object]) -> list[object]:
    entries: list[dict[str, list[dict[str, dict[str, list[object]]]]]] = post["entry"]  # type: ignore[assignment]
    return [
        one for entry in entries for change in entry["changes"] for one in change["value"].get("messages", [])
    ]


async def test_updates_come_twice_and_with_broken_neighbours(
    city: Playground, hook: Hook, ani: Person
) -> None:
    await hook.until(hook.messages)
    await city.whatsapp.breaks_webhook(doubled=1.0, doubled_within=1.0)
    await ani.types("dua kali dua")
    await hook.until(lambda: len(_saying(hook, "dua kali dua")) == 4)
    assert len({one["id"] for one in _saying(hook, "dua kali dua")}) == 1
    await city.whatsapp.breaks_webhook(broken=1.0)
    await ani.types("rusak di sebelah")
    await hook.until(lambda: _saying(hook, "rusak di sebelah"))
    assert len(_messages(hook.posts[-1])) == 2


def _saying(hook: Hook, body: str) -> list[dict[str, object]]:
    found = [one for one in hook.messages() if isinstance(one, dict)]
    return [one for one in found if one.get("text") == {"body": body}]


async def test_statuses_can_be_lost_or_late(city: Playground, graph: Graph, hook: Hook, ani: Person) -> None:
    await city.whatsapp.breaks_webhook(lost_statuses=1.0)
    await graph.sends(text(ani))
    await ani.hears("Terima kasih.")
    await city.whatsapp.breaks_webhook(late_share=1.0, late_seconds=0.2)
    sent = await graph.sends(text(ani, "Dua."))
    await hook.until(lambda: len(hook.statuses()) == 2)
    assert {one["id"] for one in hook.statuses()} == {sent}


async def test_a_status_can_come_before_the_answer(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    await city.whatsapp.breaks(answer_late_ms=300)
    sent = await graph.sends({**text(ani), "biz_opaque_callback_data": "row 17"})
    assert {(one["id"], one["biz_opaque_callback_data"]) for one in hook.statuses()} == {(sent, "row 17")}


async def test_anything_can_be_injected(city: Playground, hook: Hook) -> None:
    await city.whatsapp.injects({"object": "page", "entry": []})
    await hook.until(lambda: hook.posts == [{"object": "page", "entry": []}])
