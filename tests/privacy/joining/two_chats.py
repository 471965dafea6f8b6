"""How two chats become one person's, step by step."""

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from tests.deliver import deliver
from tests.talk import Talk, Talker

WORSE = (1,) * len(ELEMENT_KEYS)


def code_shown(person: Talker) -> str:
    """By /sambung."""
    [line] = [line for shown in person.answered for line in shown.text.split("\n") if line.startswith("*")][
        1:
    ]
    return line.strip("*")


async def made_code(person: Talker) -> str:
    await person.types("/sambung")
    return code_shown(person)


async def brought(talk: Talk, first: Talker, second: Talker) -> None:
    """The second chat has brought the first one's code; the first is asked."""
    code = await made_code(first)
    await second.types("/sambung")
    await second.types(code)
    await second.taps("Ya, keduanya obrolan saya")
    await deliver(talk, first.channel)


async def join(talk: Talk, first: Talker, second: Talker) -> None:
    await brought(talk, first, second)
    await first.taps("Ya, sambungkan")
    await deliver(talk, second.channel)


async def same(first: Talker, second: Talker) -> bool:
    return (await first.contact()).person_id == (await second.contact()).person_id
