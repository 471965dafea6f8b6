"""The rules beside the schema: each one broken, and refused with its code."""

import pytest

from feedbackbot.data import whatsapp_cloud_messages
from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.account import NUMBER, PHONE_ID
from feedbackbot.playground.whatsapp.person import Person
from tests.playground_whatsapp.conftest import Graph, Hook, text, to

DAY = 24 * 3600


def test_the_rules_that_are_tested_here_are_all_there_are() -> None:
    assert set(whatsapp_cloud_messages()["x-rules"]) == {
        "title-unique", "rows-total", "section-titles", "window", "plus", "user-id-in-to", "media", "template",
        "pair", "rate", "context",
    }  # fmt: skip


def _buttons(ani: Person, *replies: tuple[str, str]) -> dict[str, object]:
    buttons = [{"type": "reply", "reply": {"id": key, "title": title}} for key, title in replies]
    return to(ani, interactive={"type": "button", "body": {"text": "?"}, "action": {"buttons": buttons}})


def _list(ani: Person, *sections: dict[str, object]) -> dict[str, object]:
    action = {"button": "Pilih", "sections": list(sections)}
    return to(ani, interactive={"type": "list", "body": {"text": "?"}, "action": action})


def _rows(first: int, count: int) -> list[dict[str, str]]:
    return [{"id": str(number), "title": f"Nomor {number}"} for number in range(first, first + count)]


async def test_title_unique(graph: Graph, ani: Person) -> None:
    assert await graph.refused(_buttons(ani, ("1", "Ya"), ("2", "Ya"))) == 131009
    assert await graph.refused(_buttons(ani, ("1", "Ya"), ("1", "Tidak"))) == 131009
    assert await graph.refused(_list(ani, {"rows": [*_rows(1, 1), *_rows(1, 1)]})) == 131009
    assert await graph.sends(_buttons(ani, ("1", "Ya"), ("2", "Tidak")))


async def test_rows_total(graph: Graph, ani: Person) -> None:
    two = {"title": "A", "rows": _rows(1, 6)}, {"title": "B", "rows": _rows(7, 5)}
    assert await graph.refused(_list(ani, *two)) == 131009
    assert await graph.sends(_list(ani, {"rows": _rows(1, 10)}))


async def test_section_titles(graph: Graph, ani: Person) -> None:
    assert (
        await graph.refused(_list(ani, {"title": "A", "rows": _rows(1, 1)}, {"rows": _rows(2, 1)})) == 131009
    )


@pytest.mark.parametrize(("seconds", "open_"), [(DAY - 2, True), (DAY, False)])
async def test_window(
    seconds: int, open_: bool, city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    await city.shifts_clock(seconds)
    sent = await graph.sends(text(ani))
    await hook.until(
        lambda: [one for one in hook.statuses() if one["id"] == sent and one["status"] != "sent"]
    )
    last = hook.statuses()[-1]
    assert last["status"] == ("delivered" if open_ else "failed")
    if not open_:
        assert [error["code"] for error in last["errors"]] == [131047]
        assert "recipient_id" not in last
        assert "Terima kasih." not in ani.sees()


async def test_a_template_passes_a_shut_window(city: Playground, graph: Graph, ani: Person) -> None:
    await graph.registers()
    await city.shifts_clock(DAY + 1)
    await graph.sends(to(ani, template=_template()))
    await ani.waits_for("Laporan LSM-1 berubah menjadi selesai")


def _template(name: str = "kasus_kabar", language: str = "id", **fields: str) -> dict[str, object]:
    given = fields or {"nomor": "LSM-1", "status": "selesai"}
    parameters = [{"type": "text", "parameter_name": key, "text": value} for key, value in given.items()]
    body = {"type": "body", "parameters": parameters}
    return {"name": name, "language": {"code": language}, "components": [body]}


async def test_plus(graph: Graph, hook: Hook, ani: Person) -> None:
    """6281… without a plus sign is +626281…: taken, and nobody there."""
    await graph.sends({**text(ani), "to": ani.number})
    await hook.until(hook.statuses)
    assert hook.statuses()[0]["errors"][0]["code"] == 131026
    await graph.sends({**text(ani), "to": ani.number.removeprefix("62")})
    await ani.hears("Terima kasih.")
    assert await graph.refused({**text(ani), "to": f"+{NUMBER}"}) == 131021


async def test_user_id_in_to(graph: Graph, hook: Hook, ani: Person) -> None:
    await graph.sends({**text(ani), "to": ani.user_id})
    await hook.until(hook.statuses)
    assert hook.statuses()[0]["errors"][0]["code"] == 131026
    body = {**text(ani), "recipient": ani.user_id}
    del body["to"]
    await graph.sends(body)
    await ani.hears("Terima kasih.")


async def test_media(city: Playground, graph: Graph, ani: Person) -> None:
    picture = await graph.uploads()
    await graph.sends(to(ani, image={"id": picture, "caption": "Grafik"}))
    assert (await ani.hears("Grafik"))["media"]["mime"] == "image/png"
    assert await graph.refused(to(ani, image={"id": "123"})) == 100
    assert await graph.refused(to(ani, video={"id": picture})) == 131053
    header = {"type": "image", "image": {"id": "123"}}
    body = _buttons(ani, ("1", "Ya"))
    body["interactive"]["header"] = header  # type: ignore[index]
    assert await graph.refused(body) == 100
    await city.shifts_clock(30 * DAY)
    await ani.types("halo lagi")
    assert await graph.refused(to(ani, image={"id": picture})) == 131053


async def test_template(city: Playground, graph: Graph, ani: Person) -> None:
    side = city.whatsapp
    await graph.registers(approved=False)
    assert await graph.refused(to(ani, template=_template())) == 132001
    await side.decides("kasus_kabar", "approve")
    assert await graph.sends(to(ani, template=_template()))
    assert await graph.refused(to(ani, template=_template(language="en"))) == 132001
    assert await graph.refused(to(ani, template=_template(nomor="LSM-1"))) == 132000
    assert await graph.refused(to(ani, template=_template(nomor="LSM-1", keadaan="selesai"))) == 132012
    assert await graph.refused(to(ani, template=_template(nomor="LSM-1", status="a" * 1000))) == 132005
    assert await graph.refused(to(ani, template=_template(nomor="LSM-1", status="dua\nbaris"))) == 132018
    await side.decides("kasus_kabar", "pause")
    assert await graph.refused(to(ani, template=_template())) == 132015
    await side.decides("kasus_kabar", "disable")
    assert await graph.refused(to(ani, template=_template())) == 132016


async def test_pair(city: Playground, graph: Graph, ani: Person) -> None:
    await city.whatsapp.sets(pair_burst=3, pair_seconds=6.0)
    budi = await city.whatsapp.person("Budi")
    await budi.types("halo")
    for _ in range(3):
        await graph.sends(text(ani))
    assert await graph.refused(text(ani)) == 131056
    assert await graph.sends(text(budi))
    await city.shifts_clock(7)
    assert await graph.sends(text(ani))


async def test_rate(city: Playground, graph: Graph, ani: Person) -> None:
    await city.whatsapp.sets(per_second=3)
    await ani.types("satu")
    await city.shifts_clock(100)
    codes = [(await graph.calls("POST", f"{PHONE_ID}/messages", json=text(ani))) for _ in range(20)]
    refused = [answer["error"]["code"] for status, answer in codes if status != 200]
    assert set(refused) <= {130429}
    assert len(refused) < 20


async def test_context(graph: Graph, ani: Person) -> None:
    question = await graph.sends(text(ani, "Sudah?"))
    await ani.hears("Sudah?")
    await graph.sends({**text(ani, "Ya."), "context": {"message_id": question}})
    await graph.sends({**text(ani, "Tidak."), "context": {"message_id": "wamid.GONE"}})
    assert (await ani.hears("Ya."))["reply_to"] == question
    assert (await ani.hears("Tidak."))["reply_to"] is None
