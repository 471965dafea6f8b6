"""The Graph API beside messages: keys, files, forms, the number's profile, faults on request."""

import aiohttp
import pytest

from feedbackbot.playground.city import Playground
from feedbackbot.playground.whatsapp.account import ACCOUNT_ID, KEY_HEADER, PHONE_ID
from feedbackbot.playground.whatsapp.person import Person
from tests.playground_whatsapp.conftest import PIXEL, Graph, Hook, text

MESSAGES = f"{PHONE_ID}/messages"


async def test_a_call_needs_the_token_in_one_of_two_headers(
    city: Playground, graph: Graph, ani: Person
) -> None:
    body = text(ani)
    assert (await graph.refusal("POST", MESSAGES, json=body, headers={}))["code"] == 0
    wrong = {"Authorization": "Bearer PLAYother"}
    assert (await graph.refusal("POST", MESSAGES, json=body, headers=wrong))["code"] == 190
    status, _ = await graph.calls("POST", MESSAGES, json=body, headers={KEY_HEADER: city.whatsapp.token})
    assert status == 200


async def test_what_does_not_exist_is_refused(graph: Graph, ani: Person) -> None:
    assert (await graph.refusal("POST", "999/messages", json=text(ani)))["code"] == 33
    assert (await graph.refusal("GET", f"{PHONE_ID}/templates"))["code"] == 100
    broken = await graph.refusal(
        "POST", MESSAGES, data="{", headers={**graph.headers, "Content-Type": "application/json"}
    )
    assert broken["code"] == 100


async def test_a_received_file_lives_seven_days_and_its_address_five_minutes(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    await ani.uploads(PIXEL, caption="jalan rusak", name="jalan.png")
    image = (await hook.until(lambda: [one for one in hook.messages() if one["type"] == "image"]))[0]["image"]
    assert image["mime_type"] == "image/png"
    assert image["caption"] == "jalan rusak"
    _, told = await graph.calls("GET", image["id"])
    assert told["file_size"] == len(PIXEL)
    async with graph.session.get(told["url"], headers=graph.headers) as answer:
        assert await answer.read() == PIXEL
    async with graph.session.get(told["url"]) as answer:
        assert answer.status == 401
    await city.shifts_clock(301)
    async with graph.session.get(told["url"], headers=graph.headers) as answer:
        assert answer.status == 404
    assert (await graph.calls("GET", image["id"]))[0] == 200
    await city.shifts_clock(7 * 86400)
    assert (await graph.refusal("GET", image["id"]))["error_subcode"] == 33


@pytest.mark.parametrize(
    ("mime", "code"), [("text/calendar", 100), ("image/jpeg", 131053), ("image/svg+xml", 100)]
)
async def test_a_file_of_a_type_that_is_not_listed_is_refused(graph: Graph, mime: str, code: int) -> None:
    form = aiohttp.FormData({"messaging_product": "whatsapp", "type": mime})
    form.add_field("file", b"BEGIN", filename="x", content_type=mime)
    assert (await graph.refusal("POST", f"{PHONE_ID}/media", data=form))["code"] == code


async def test_openers_and_commands_keep_their_limits(graph: Graph) -> None:
    path = f"{PHONE_ID}/conversational_automation"
    commands = [{"command_name": "nilai", "command_description": "Menilai layanan"}]
    assert (await graph.calls("POST", path, json={"prompts": ["Nilai layanan"], "commands": commands}))[
        0
    ] == 200
    _, told = await graph.calls("GET", f"{PHONE_ID}?fields=conversational_automation")
    assert told["conversational_automation"]["commands"] == commands
    for wrong in (
        {"prompts": ["a"] * 5},
        {"prompts": ["a" * 81]},
        {"commands": commands * 31},
        {"commands": [{"command_name": "n" * 33, "command_description": "x"}]},
        {"commands": [{"command_name": "nilai", "command_description": "bagus 👍"}]},
    ):
        assert (await graph.refusal("POST", path, json=wrong))["code"] == 100


async def test_a_short_link_is_opened_with_its_text_and_has_a_picture(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    path = f"{PHONE_ID}/message_qrdls"
    _, made = await graph.calls(
        "POST", path, json={"prefilled_message": "mulai u_a", "generate_qr_image": "PNG"}
    )
    async with graph.session.get(made["qr_image_url"]) as answer:
        assert (await answer.read())[:4] == b"\x89PNG"
    _, changed = await graph.calls(
        "POST", path, json={"code": made["code"], "prefilled_message": "mulai u_b"}
    )
    assert changed["code"] == made["code"]
    await ani.opens(code=made["code"])
    await hook.until(
        lambda: [one for one in hook.messages() if one.get("text", {}).get("body") == "mulai u_b"]
    )
    assert (await graph.refusal("POST", path, json={"prefilled_message": "a" * 141}))["code"] == 100
    assert (await graph.calls("DELETE", f"{path}/{made['code']}"))[0] == 200
    assert (await graph.calls("GET", path))[1]["data"] == []


async def test_the_account_subscribes_an_address_only_after_the_handshake(
    city: Playground, graph: Graph, hook: Hook
) -> None:
    path = f"{ACCOUNT_ID}/subscribed_apps"
    wrong = {"override_callback_uri": hook.url, "verify_token": "other"}
    assert (await graph.refusal("POST", path, json=wrong))["error_subcode"] == 2200
    right = {"override_callback_uri": hook.url, "verify_token": city.whatsapp.verify_token}
    assert (await graph.calls("POST", path, json=right))[1] == {"success": True}


async def test_a_code_can_be_made_to_fail_at_once_or_later(
    city: Playground, graph: Graph, hook: Hook, ani: Person
) -> None:
    await city.whatsapp.breaks(codes=[{"code": 131016}])
    assert await graph.refused(text(ani)) == 131016
    await city.whatsapp.breaks(codes=[{"code": 130472, "arrives": "webhook"}])
    await graph.sends(text(ani))
    await hook.until(hook.statuses)
    assert hook.statuses()[0]["errors"][0]["code"] == 130472


async def test_a_lost_answer_leaves_the_message_sent(city: Playground, graph: Graph, ani: Person) -> None:
    await city.whatsapp.breaks(drop_after=1.0)
    with pytest.raises(aiohttp.ClientError):
        await graph.sends({**text(ani), "biz_opaque_callback_data": "17"})
    await ani.hears("Terima kasih.")
    assert [(one["callback"], one["dropped"]) for one in await city.whatsapp.sends()] == [("17", True)]
    await city.whatsapp.breaks(drop_before=1.0)
    with pytest.raises(aiohttp.ClientError):
        await graph.sends(text(ani))
    assert len(await city.whatsapp.sends()) == 1
