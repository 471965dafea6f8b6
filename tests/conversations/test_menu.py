"""Home: for each role its own, with what waits today and a button for every duty."""

import pytest

import conversations
from conversations.menu.duties import GROUPS
from conversations.menu.everybody import ENTRIES
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.message import Button
from feedbackbot.domain.home.homes import HOMES, homes_of
from feedbackbot.domain.people.roles import CITIZEN, EMPLOYEE
from tests.builders import grant_roles
from tests.cast import Member
from tests.talk import Talk, Talker

DIRECTORY = Directory(conversations.ALL, conversations.HOME)
DUTY_HOMES = [home for home in HOMES if home not in (CITIZEN, EMPLOYEE)]


def test_every_entry_of_the_menu_leads_somewhere_for_whoever_sees_it() -> None:
    for door, _, _ in ENTRIES:
        assert DIRECTORY.entry(door, frozenset({CITIZEN})) is not None, door


async def test_every_entry_opens(ani: Talker) -> None:
    await ani.types("/mulai")
    menu = ani.chat[-1]
    for button in list(menu.buttons):
        before = len(ani.chat)
        await ani.presses(menu, button)
        assert len(ani.chat) > before, button.label
        assert ani.notice == ""


async def test_a_greeting_is_answered_with_what_can_be_done(ani: Talker) -> None:
    await ani.types("Assalamualaikum")
    assert "halo" in ani.sees()[0].lower()
    assert "Nilai pelayanan" in " ".join(ani.buttons())


async def test_a_citizen_without_a_role_sees_no_other_home(ani: Talker) -> None:
    await ani.types("/mulai")
    assert not any("👤" in label or "🔁" in label for label in ani.buttons())


@pytest.mark.parametrize("home", DUTY_HOMES)
async def test_every_duty_of_a_role_is_behind_a_button_of_its_home(talk: Talk, home: str) -> None:
    person = await grant_roles(talk, Member("Cut", (home,)))
    await person.types("/mulai")
    assert "Beranda" in person.last
    assert await _commands_shown(person) == set(DIRECTORY.duties_of(home))


async def _commands_shown(person: Talker) -> set[str]:
    """At home and in its groups of duties, on every page."""
    found = set()
    menu = person.chat[-1]
    for button in await _all_buttons(person):
        data = button.data or ""
        if data.startswith("!menu/tugas."):
            await person.presses(menu, button)
            found |= {one.data for one in await _all_buttons(person)}
        found.add(data)
    return {data.removeprefix("!perintah/") for data in found if data and data.startswith("!perintah/")}


async def _all_buttons(person: Talker) -> list[Button]:
    found = list(person.chat[-1].buttons)
    while any(one.label.startswith("Berikutnya") for one in person.chat[-1].buttons):
        await person.taps("Berikutnya ›")
        found += person.chat[-1].buttons
    return found


def test_every_duty_of_those_who_have_many_is_in_a_group() -> None:
    grouped = {name for names in GROUPS.values() for name in names}
    for home in DUTY_HOMES:
        duties = set(DIRECTORY.duties_of(home))
        assert len(duties) <= 9 or duties <= grouped, home


async def test_a_duty_opens_what_its_command_opens(talk: Talk) -> None:
    officer = await grant_roles(talk, Member("Fajar", ("officer",)))
    await officer.types("/mulai")
    await officer.taps("Meja laporan")
    assert (await officer.state()).conversation == "kasus"


async def test_a_button_of_a_duty_does_nothing_for_whoever_has_it_not(ani: Talker) -> None:
    await ani.types("/mulai")
    await ani.sends_tap("!perintah/kasus")
    assert (await ani.state()).conversation == "menu"
    assert "kasus" not in ani.said()


async def test_who_has_several_roles_switches_by_a_button_and_is_remembered(talk: Talk) -> None:
    person = await grant_roles(talk, Member("Hasan", ("head", "trainer")))
    await person.types("/mulai")
    assert "kepala unit" in person.last
    await person.taps("🔁 Ganti peran")
    assert person.buttons() == ["👤 Kepala unit", "👤 Pelatih", "👤 Warga"]
    await person.taps("👤 Pelatih")
    assert "pelatih" in person.last
    await person.types("/mulai")
    assert "pelatih" in person.last


async def test_with_one_role_the_citizens_home_is_one_tap_away(talk: Talk) -> None:
    person = await grant_roles(talk, Member("Fajar", ("officer",)))
    await person.types("/mulai")
    await person.taps("👤 Warga")
    assert "Nilai pelayanan" in " ".join(person.buttons())
    await person.taps("👤 Petugas aduan")
    assert "petugas aduan" in person.last


def test_the_homes_are_those_of_the_roles_held_and_the_citizens() -> None:
    assert homes_of(frozenset({"citizen", "officer", "employee"})) == ["officer", "employee", "citizen"]
