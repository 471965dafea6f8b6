"""Every notice there is, in every language, as the strictest chat service takes it: none refused, no two choices alike.

A notice that is new has no sample here, and the test says so.
"""

import dataclasses
from collections.abc import Iterator

import feedbackbot.storage.tables  # noqa: F401  all of them
from feedbackbot.delivery.wording import Wording
from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.domain.cases.notices import (
    CitizenTold,
    DeskTold,
)
from feedbackbot.domain.notices import Notice
from feedbackbot.i18n.catalogue import CatalogueError
from feedbackbot.storage.people.addresses import Reach
from feedbackbot.storage.people.contacts import ChatState
from feedbackbot.storage.transaction import Transaction
from tests.builders import CATALOGUE
from tests.channels.whatsapp.checked import refusal
from tests.dialogue.notice_samples import SAMPLES
from tests.dialogue.notice_world import World
from tests.talk import Talk


def names() -> set[str]:
    """Of all notices there are."""

    def below(kind: type[Notice]) -> Iterator[type[Notice]]:
        for one in kind.__subclasses__():
            yield one
            yield from below(one)

    return {one.name for one in below(Notice) if dataclasses.is_dataclass(one)}


async def test_every_notice_can_be_shown_on_the_strictest_service_in_every_language(talk: Talk) -> None:
    wording = Wording(talk.dialogue.directory.speaker, CATALOGUE)

    def work(tx: Transaction) -> tuple[set[str], list[str]]:
        world = World(tx)
        said: set[str] = set()
        faults: list[str] = []
        for notice in (one for of_area in SAMPLES for one in of_area(world)):
            for language in CATALOGUE.languages:
                where = Reach(0, "whatsapp", "", language)
                try:
                    message = wording.message(tx, notice.name, notice.to_json(), notice.kind.value, where)
                except CatalogueError as missing:
                    # not every effect speaks of every step
                    assert isinstance(notice, CitizenTold | DeskTold), (notice, missing)
                    continue
                if message is None:
                    continue
                said.add(notice.name)
                outgoing = as_outgoing(message, ChatState(), page=0, pages=("", ""))
                if fault := refusal(outgoing):
                    faults.append(f"{notice.name} {language}: {fault}\n{outgoing.text[:200]}")
        return said, faults

    said, faults = await talk.work(work)
    assert faults == []
    assert names() - said == set(), "these have no sample that says something"
