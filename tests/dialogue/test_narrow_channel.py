"""The whole bot on a chat service without edits and notices, with three buttons or a list of ten rows."""

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.channels.narrow import NarrowChannel, refusal
from feedbackbot.dialogue.buttons import LIST_ROWS, as_outgoing
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Button, Choice, Message, Outgoing
from feedbackbot.storage.people.contacts import ChatState
from tests.builders import CATALOGUE, grant_roles
from tests.channels.whatsapp.checked import refusal as whatsapp_refusal
from tests.dialogue.crawl import Crawl, ask_present, put_state, reachable
from tests.dialogue.crawled import ALL_ROLES
from tests.talk import Talk


async def crawled(talk: Talk) -> Crawl:
    person = await grant_roles(talk, ALL_ROLES)
    roles = frozenset({"citizen", *ALL_ROLES.roles})
    commands = [name for name in talk.dialogue.directory.commands_for(roles) if name != "batal"]
    crawl = Crawl(talk, person)
    crawl.found = await reachable(talk, person, commands)
    return crawl


async def test_every_question_is_reached_and_shown_there_in_every_language(talk: Talk) -> None:
    talk.can = NarrowChannel().can
    crawl = await crawled(talk)
    assert {key for key, _ in crawl.found} >= {"nilai", "lapor", "hasil", "pelatihan"}
    for language in CATALOGUE.languages:
        await crawl.person.sends_tap(f"!bahasa/{language}")
        for key, state in crawl.found.items():
            for message in await ask_present(talk, crawl.person, state):
                assert refusal(message) == "", (key, language, message.text[:200])
                assert whatsapp_refusal(message) == "", (key, language, message.text[:200])
    await _stops_everywhere(talk, crawl)
    assert crawl.person.notice == "", "a notice at a button would be seen by nobody"
    shown = [message for one in talk.people.values() for message in one.chat]
    assert [refusal(one.message) for one in shown if refusal(one.message)] == []
    assert [whatsapp_refusal(one.message) for one in shown if whatsapp_refusal(one.message)] == []


async def _stops_everywhere(talk: Talk, crawl: Crawl) -> None:
    """The wish to stop is obeyed or asked about, in the states that the same walk has found: finding them costs the most."""
    home, person = talk.dialogue.directory.home.key, crawl.person
    for key, state in crawl.found.items():
        await put_state(talk, person, state)
        await person.does(Kind.TEXT, text="gak jadi deh")
        assert person.answered, key
        assert key[0] == home or (await person.state()).conversation != key[0], key


def test_a_page_counts_what_stands_below_and_turns_it() -> None:
    for below in (0, 1, 2):
        extra = tuple(Choice(f"b{number}", f"Lain {number}") for number in range(below))
        for count in range(1, 40):
            choices = tuple(Choice(str(number), f"Pilihan {number}") for number in range(count))
            message, seen, page = Message("?", choices, below=extra), set[str](), 0
            while len(seen) < count:
                rows = as_outgoing(message, ChatState("x", "0", "y"), page=page, pages=("<", ">")).rows
                assert sum(map(len, rows)) <= LIST_ROWS
                seen |= {button.label for row in rows for button in row if button.label.startswith("Pilihan")}
                page += 1
            assert page <= count


async def test_the_two_channels_of_the_tests_differ_in_what_they_can() -> None:
    assert MemoryChannel().can != NarrowChannel().can
    eleven = tuple((Button(f"Pilihan {number}", f"Pilihan {number}", data="!x/1"),) for number in range(11))
    message = Outgoing("?", rows=eleven)
    assert (await NarrowChannel().send("a", message)).reason == "too-many-choices"
    assert (await MemoryChannel().send("a", message)).reason == ""
