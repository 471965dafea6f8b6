"""What people do, and what the bot gets of it."""

import pytest

from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.account import PHONE_ID
from feedbackbot.playground.whatsapp.person import Person
from tests.playground_whatsapp.conftest import PIXEL, Graph, Hook, to


async def _last(hook: Hook, kind: str) -> dict[str, object]:
    await hook.until(lambda: [one for one in hook.messages() if one["type"] == kind])
    return [one for one in hook.messages() if one["type"] == kind][-1]  # type: ignore[no-any-return]


async def test_she_taps_a_button_a_row_and_a_quick_reply(graph: Graph, hook: Hook, ani: Person) -> None:
    buttons = [{"type": "reply", "reply": {"id": "!a/1", "title": "Ya"}}]
    question = await graph.sends(
        to(ani, interactive={"type": "button", "body": {"text": "Mau?"}, "action": {"buttons": buttons}})
    )
    await ani.taps("Ya")
    reply = await _last(hook, "interactive")
    assert reply["interactive"] == {"type": "button_reply", "button_reply": {"id": "!a/1", "title": "Ya"}}
    assert reply["context"] == {"from": "6264540000", "id": question}
    rows = [{"id": "!a/2", "title": "Loket", "description": "Loket pelayanan satu"}]
    action = {"button": "Pilih", "sections": [{"rows": rows}]}
    await graph.sends(to(ani, interactive={"type": "list", "body": {"text": "Mana?"}, "action": action}))
    assert (await ani.hears("Mana?"))["list"]["button"] == "Pilih"
    await ani.taps("Loket pelayanan satu")
    await hook.until(lambda: [one for one in hook.messages() if one["type"] == "interactive"][1:])
    assert (await _last(hook, "interactive"))["interactive"] == {"type": "list_reply", "list_reply": rows[0]}
    await graph.registers()
    fields = [{"type": "text", "parameter_name": name, "text": "x"} for name in ("nomor", "status")]
    press = {
        "type": "button",
        "sub_type": "quick_reply",
        "index": 0,
        "parameters": [{"type": "payload", "payload": "!kasus/7"}],
    }
    components = [{"type": "body", "parameters": fields}, press]
    await graph.sends(
        to(ani, template={"name": "kasus_kabar", "language": {"code": "id"}, "components": components})
    )
    await ani.then_taps("Buka")
    assert (await _last(hook, "button"))["button"] == {"payload": "!kasus/7", "text": "Buka"}


async def test_she_sends_a_voice_a_document_a_place_cards_and_a_reaction(
    hook: Hook, graph: Graph, ani: Person
) -> None:
    await ani.uploads(b"OggS", "voice")
    assert (await _last(hook, "audio"))["audio"]["voice"] is True  # type: ignore[index]
    await ani.uploads(b"%PDF", "document", name="surat.pdf", mime="application/pdf", caption="surat")
    document = await _last(hook, "document")
    assert document["document"].items() >= {"filename": "surat.pdf", "caption": "surat"}.items()  # type: ignore[attr-defined]
    await ani.shares_location(5.18, 97.14, "Pasar")
    assert (await _last(hook, "location"))["location"] == {
        "latitude": 5.18,
        "longitude": 97.14,
        "name": "Pasar",
    }
    await ani.shares_contact()
    card = (await _last(hook, "contacts"))["contacts"][0]  # type: ignore[index]
    assert card["origin"].startswith("contact_request/")
    assert ani.number in card["vcard"]
    sent = await graph.sends(to(ani, text={"body": "halo"}))
    await ani.hears("halo")
    await ani.reacts(sent, "👍")
    await ani.reacts(sent, "")
    await hook.until(lambda: len([one for one in hook.messages() if one["type"] == "reaction"]) == 2)
    reactions = [one["reaction"] for one in hook.messages() if one["type"] == "reaction"]
    assert reactions == [{"message_id": sent, "emoji": "👍"}, {"message_id": sent}]
    await ani.does_unsupported("poll")
    assert (await _last(hook, "unsupported"))["errors"][0]["code"] == 131051  # type: ignore[index]


async def test_a_picture_can_be_sent_again_and_again_by_people(hook: Hook, ani: Person) -> None:
    await ani.uploads(PIXEL, caption="satu")
    await ani.uploads(PIXEL, caption="dua")
    await hook.until(lambda: len([one for one in hook.messages() if one["type"] == "image"]) == 2)
    assert len({one["image"]["id"] for one in hook.messages() if one["type"] == "image"}) == 2


async def test_the_bot_puts_a_reaction_at_her_message(graph: Graph, ani: Person) -> None:
    mine = ani.messages()[0]["message_id"]
    await graph.sends(to(ani, reaction={"message_id": mine, "emoji": "🙏"}))
    await ani.waits_until(lambda phone: phone.messages()[0]["reaction"] == "🙏")


async def test_who_blocks_cannot_write_and_a_number_is_taken_once(city: Playground, ani: Person) -> None:
    await ani.does("block")
    with pytest.raises(CannotDo):
        await ani.types("halo")
    with pytest.raises(CannotDo):
        await city.whatsapp.person("Budi", phone=ani.number)
    await ani.does("deactivate")
    assert (await city.whatsapp.person("Budi", phone=ani.number)).name == "Budi"


async def test_only_a_received_message_can_be_marked_as_read(graph: Graph, ani: Person) -> None:
    sent = await graph.sends(to(ani, text={"body": "halo"}))
    await ani.hears("halo")
    for message_id in (sent, "wamid.UNKNOWN"):
        read = {"messaging_product": "whatsapp", "status": "read", "message_id": message_id}
        assert (await graph.refusal("POST", f"{PHONE_ID}/messages", json=read))["code"] == 100
    earlier = ani.messages()[0]["message_id"]
    later = await ani.types("lagi")
    read = {"messaging_product": "whatsapp", "status": "read", "message_id": later}
    await graph.calls("POST", f"{PHONE_ID}/messages", json=read)
    await ani.waits_until(
        lambda phone: {one["message_id"]: one["status"] for one in phone.messages()}[earlier] == "read"
    )


async def test_a_playground_in_its_own_process_is_played_over_http() -> None:
    city = await Playground.in_own_process(patience=20)
    async with city:
        ani = await city.whatsapp.person("Ani")
        await ani.types("halo")
        await ani.waits_until(lambda phone: phone.sees() == ["halo"])
        assert (await city.whatsapp.metrics())["webhook"]["waiting"] == 1
