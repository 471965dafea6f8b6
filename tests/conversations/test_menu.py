"""Home."""

import conversations
from conversations.menu import ENTRIES
from feedbackbot.dialogue.directory import Directory
from tests.talk import Talker


def test_every_entry_of_the_menu_leads_somewhere_for_whoever_sees_it() -> None:
    directory = Directory(conversations.ALL, conversations.HOME)
    for door, _, _, roles in ENTRIES:
        for role in roles:
            assert directory.entry(door, frozenset({role})) is not None, door


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
