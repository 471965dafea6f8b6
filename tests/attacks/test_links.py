"""A link never does anything: somebody else may have written it."""

from collections.abc import Iterator

import pytest

from feedbackbot.dialogue.conversation import Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.storage.people.contacts import set_language
from feedbackbot.storage.transaction import ReadOnlyError
from tests.attacks.world import KINDS, World, changed, everything
from tests.builders import CATALOGUE
from tests.talk import Talk

OPEN_TO_LINKS = {
    *(
        "menu",
        "u",
        "s",
        "nilai",
        "jawab",
        "lapor",
        "wbs",
        "hasil",
        "daftar",
        "kode",
        "hadir",
        "admin",
        "sambung",
        "forum",
    ),
}


def test_an_entry_point_is_closed_to_links_unless_it_says_otherwise(world: World) -> None:
    """Whoever opens one more must be sure of it, and say so here."""
    conversations = world.talk.dialogue.directory.conversations
    assert {door.point for one in conversations for door in one.entries if door.by_link} == OPEN_TO_LINKS


def tried_by(kind: str, doors: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """All links to the doors that are open to them; of those to the others, which are refused before anything of them is read, one in
    eight, other ones for each kind of people."""
    for number, (door, argument) in enumerate(doors):
        if door in OPEN_TO_LINKS or number % len(KINDS) == KINDS.index(kind):
            yield door, argument


@pytest.mark.parametrize("kind", KINDS)
async def test_no_link_alone_writes_anything_but_where_the_talk_stands(world: World, kind: str) -> None:
    attacker = world.people[kind]
    await attacker.types("/mulai")  # whoever writes for the first time becomes known
    before = await everything(world.talk)
    tried = 0
    for door, argument in tried_by(kind, list(world.doors())):
        await attacker.opens(f"{door}_{argument}")
        tried += 1
        assert attacker.said() or attacker.notice, f"{door}_{argument} got no answer"
    assert tried > 1000
    assert list(changed(before, await everything(world.talk))) == []


@pytest.mark.parametrize(
    ("kind", "door", "label", "table"),
    [
        ("employee", "hadir", "Ya, saya hadir", "attendance"),
        ("citizen", "kode", "Ya, tautkan", "employee"),
        ("citizen", "admin", "Ya, terima", "role_grant"),
    ],
)
async def test_what_a_link_is_for_is_done_by_the_tap_under_its_question(
    world: World, kind: str, door: str, label: str, table: str
) -> None:
    attacker = world.people[kind]
    before = await everything(world.talk)
    await attacker.opens(f"{door}_{world.codes[door][0]}")
    assert list(changed(before, await everything(world.talk))) == []
    await attacker.taps(label)
    assert table in {name for name, _, _ in changed(before, await everything(world.talk))}


async def test_a_door_that_writes_for_a_link_is_a_mistake_that_changes_nothing(world: World) -> None:
    """The engine refuses it, so a new entry point cannot forget the rule."""

    async def careless(chat: object, argument: str) -> Transition:
        await chat.run(set_language, chat.contact.person_id, "en")  # type: ignore[attr-defined]
        return Stay()

    directory = world.talk.dialogue.directory
    home = directory.home
    bad = Conversation(
        "ceroboh", careless, entries=(Entry("ceroboh", careless, by_link=careless),), data=Nothing
    )
    talk = Talk(
        world.talk.database,
        Dialogue(Directory([home, bad], home.key), CATALOGUE),
        world.talk.settings,
        world.clock,
    )
    with pytest.raises(ReadOnlyError):
        await talk.person("Budi").opens("ceroboh_1")
    assert (await talk.person("Budi").contact()).language == "id"
