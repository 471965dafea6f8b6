"""What becomes of a message, what it costs, and who cannot be reached."""

from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.person import Person
from tests.playground_whatsapp.conftest import Graph, Hook, text, to

DAY = 24 * 3600


async def test_sent_delivered_read_with_the_price_on_the_first_two(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    await graph.sends(text(ani))
    await ani.hears()
    await ani.does("read")
    await hook.until(lambda: len(hook.statuses()) == 3)
    assert {one["status"]: "pricing" in one for one in hook.statuses()} == {
        "sent": True, "delivered": True, "read": False,
    }  # fmt: skip
    assert hook.statuses()[0]["pricing"] == {
        "billable": False, "pricing_model": "PMP", "type": "free_customer_service", "category": "service",
    }  # fmt: skip


async def test_delivered_may_be_skipped_and_read_then_carries_the_price(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    await city.whatsapp.breaks(skip_delivered=1.0)
    await graph.sends(text(ani))
    await ani.hears()
    await ani.does("read")
    await hook.until(lambda: len(hook.statuses()) == 2)
    assert {one["status"]: "pricing" in one for one in hook.statuses()} == {"sent": True, "read": True}


async def test_a_phone_that_is_off_gets_its_messages_later(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    await ani.does("off")
    await graph.sends(text(ani))
    await hook.until(hook.statuses)
    assert [one["status"] for one in hook.statuses()] == ["sent"]
    assert "Terima kasih." not in ani.sees()
    await ani.does("on")
    await ani.waits_for("Terima kasih.")
    await hook.until(lambda: len(hook.statuses()) == 2)


async def test_the_meter_counts_delivered_messages_after_the_free_ones(
    city: Playground, graph: Graph, ani: Person
) -> None:
    await city.whatsapp.sets(free_a_month=1)
    await graph.registers()
    await graph.registers("kabar_kota", category="MARKETING")
    await city.whatsapp.decides("kabar_kota", "approve")
    for body in ("satu", "dua", "tiga"):
        await graph.sends(text(ani, body))
        await ani.hears(body)
    fields = [{"type": "text", "parameter_name": name, "text": "x"} for name in ("nomor", "status")]
    for name in ("kasus_kabar", "kabar_kota"):
        content = {
            "name": name,
            "language": {"code": "id"},
            "components": [{"type": "body", "parameters": fields}],
        }
        await graph.sends(to(ani, template=content))
    await ani.waits_until(lambda phone: len(phone.messages()) == 6)
    costs = (await city.whatsapp.metrics())["costs"]
    assert costs["billed"] == {"service": 2, "utility": 1, "marketing": 1}
    assert (costs["free"], costs["usd"]) == (1, round(3 * 0.025 + 0.0411, 4))
    assert costs["idr"] == round(costs["usd"] * 16_500)


async def test_who_cannot_be_reached_fails_after_the_answer(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    await ani.does("block")
    await graph.sends(text(ani))
    await ani.does("unblock")
    await city.whatsapp.sets(has_payment=False)
    await graph.sends(text(ani))
    await hook.until(lambda: len(hook.statuses()) == 2)
    assert [one["errors"][0]["code"] for one in hook.statuses()] == [131026, 131042]
    assert (await city.whatsapp.metrics())["costs"]["usd"] == 0


async def test_marketing_stops_for_who_stopped_it(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    await graph.registers("kabar_kota", category="MARKETING")
    await ani.does("stop")
    told = (await hook.until(lambda: hook.values("user_preferences")))[0]["user_preferences"][0]
    assert (told["wa_id"], told["value"]) == (ani.number, "stop")
    fields = [{"type": "text", "parameter_name": name, "text": "x"} for name in ("nomor", "status")]
    components = [{"type": "body", "parameters": fields}]
    await graph.sends(
        to(ani, template={"name": "kabar_kota", "language": {"code": "id"}, "components": components})
    )
    await hook.until(hook.statuses)
    assert hook.statuses()[0]["errors"][0]["code"] == 131050


async def test_the_portfolio_writes_to_so_many_people_a_day_outside_their_windows(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    await city.whatsapp.sets(portfolio_limit=2)
    await graph.registers()
    fields = [{"type": "text", "parameter_name": name, "text": "x"} for name in ("nomor", "status")]
    content = {
        "name": "kasus_kabar",
        "language": {"code": "id"},
        "components": [{"type": "body", "parameters": fields}],
    }
    people = [await city.whatsapp.person(f"Warga {number}") for number in range(3)]
    for person in (*people, people[0], ani):
        await graph.sends(to(person, template=content))
    await hook.until(lambda: len(hook.statuses()) == 9)
    failed = [one for one in hook.statuses() if one["status"] == "failed"]
    assert [one["errors"][0]["code"] for one in failed] == [131048]
    await city.shifts_clock(DAY + 1)
    await graph.sends(to(people[2], template=content))
    await people[2].waits_for("Laporan")


async def test_a_new_number_is_told_by_a_system_message_and_by_the_change_of_the_id(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    before = ani.user_id
    await ani.does("number", phone="+6281299999999")
    update = (await hook.until(lambda: hook.values("user_id_update")))[0]["user_id_update"][0]
    system = (await hook.until(lambda: [one for one in hook.messages() if one["type"] == "system"]))[0]
    assert update["user_id"] == {"previous": before, "current": ani.user_id}
    assert system["system"]["type"] == "user_changed_number"
    assert (system["from"], system["system"]["wa_id"]) == ("6281260000001", "6281299999999")
    await graph.sends(text(ani))
    await ani.hears("Terima kasih.")
