"""Deep links, entry points and commands: what they open, for whom, and what stays under way."""

from dataclasses import replace

import pytest

from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.roles import add_grant
from tests.builders import grant_roles
from tests.cast import ZULFIKAR
from tests.talk import Talk, Talker


async def test_a_deep_link_opens_its_door(ani: Talker) -> None:
    await ani.opens("pesan_mangga")
    assert ani.sees() == ["Catatan untuk mangga?"]


@pytest.mark.parametrize("payload", ["tidakada_1", "rahasia_mangga", "_", "pesanmangga", "<b>", "a" * 64])
async def test_a_deep_link_that_leads_nowhere_leads_home(ani: Talker, payload: str) -> None:
    await ani.opens(payload)
    assert ani.sees() == ["Rumah"]


async def test_a_door_lets_go_of_what_is_under_way_only_when_its_own_conversation_begins(ani: Talker) -> None:
    await ani.types("/pesan")
    before = await ani.state()
    await ani.sends_tap("!salam/Ani", "1")
    assert ani.last == "Salam Ani"
    assert ani.notice == "halo"
    assert replace(await ani.state(), anchor="") == before
    await ani.sends_tap("!pesan/jambu", "1")
    assert ani.last == "Catatan untuk jambu?"
    assert (await ani.state()).run != before.run


async def test_a_door_can_ask_the_present_question_again(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.sends_tap("!salam/lagi", "1")
    assert ani.sees() == ["Buah apa?", "Salam!", "Buah apa?"]


async def test_a_door_that_is_done_leaves_another_conversation_under_way(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.sends_tap("!salam/selesai", "1")
    assert ani.last == "Salam dan sampai jumpa"
    assert (await ani.state()).step == "buah"


async def test_a_door_can_hand_over(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.sends_tap("!salam/rumah", "1")
    assert ani.last == "Rumah"
    assert (await ani.state()).conversation == "rumah"


async def test_what_stands_above_a_door_is_not_replaced(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.types("/batal")
    await ani.sends_tap("!pesan/mangga", "2")
    assert ani.sees() == ["Buah apa?", "Baik, kita berhenti di sini.", "Catatan untuk mangga?"]


async def test_a_command_aside_leaves_what_is_under_way(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.types("/salam Budi")
    assert ani.sees() == ["Buah apa?", "Salam Budi", "halo"]
    assert (await ani.state()).step == "buah"


async def test_a_command_for_others_and_one_that_does_not_exist_get_the_same_answer(ani: Talker) -> None:
    await ani.types("/rahasia")
    first = ani.said()
    await ani.types("/tidakada")
    assert ani.said() == first
    assert "tidak ada" in first
    await ani.types("/pesan")
    await ani.types("/rahasia")
    first = ani.said()
    await ani.types("/tidakada")
    assert ani.said() == first


async def test_a_command_and_a_door_of_a_role_are_open_to_who_has_it(toys: Talk) -> None:
    admin = await grant_roles(toys, ZULFIKAR)
    await admin.types("/rahasia")
    assert admin.last == "Buah apa?"
    await admin.sends_tap("!rahasia/mangga", "1")
    assert admin.last == "Catatan untuk mangga?"


async def test_help_lists_what_this_person_may_do_and_asks_again(toys: Talk, ani: Talker) -> None:
    directory = toys.dialogue.directory
    assert directory.commands_for(frozenset({"citizen"})) == ["pesan", "salam", "mulai", "batal", "bantuan"]
    assert "rahasia" in directory.commands_for(frozenset({"citizen", "admin"}))


async def test_the_help_of_many_commands_is_parted_by_whom_they_are_for(talk: Talk) -> None:
    citizen, admin = talk.person("Ani"), talk.person("Zulfikar")
    await admin.types("/mulai")
    await talk.run(add_grant, (await admin.contact()).person_id, Role.SUPERADMIN, None)
    await citizen.types("/bantuan")
    assert "/nilai" in citizen.said()
    assert "/siarkan" not in citizen.said()
    assert "Untuk" not in citizen.said()
    await admin.types("/bantuan")
    said = admin.said()
    places = [said.index(part) for part in ("Untuk tugas Anda", "/siarkan", "Untuk semua warga", "/nilai")]
    assert places == sorted(places)


async def test_cancel_keeps_what_the_conversation_keeps_and_says_so(ani: Talker) -> None:
    await ani.types("/pesan")
    await ani.types("mangga")
    await ani.types("/batal")
    assert ani.last == "Pesanan mangga disimpan"
    assert (await ani.state()).conversation is None
    await ani.types("/batal")
    assert ani.last == "Tidak ada yang sedang berjalan."
    await ani.taps("Menu")
    assert ani.last == "Rumah"
