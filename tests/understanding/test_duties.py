"""Civil servants who type what they want to do. The two sets were written by somebody who knew neither commands, buttons nor examples;
`duties_sealed.csv` was measured before any of its sentences was looked at."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from benchmarks.understanding import reader_of_shipped_city
from conversations import ALL, HOME
from conversations.paham.weighing import plainly, possible, to_choose
from feedbackbot.dialogue.directory import Directory
from feedbackbot.domain.home.homes import HOMES
from feedbackbot.domain.people.roles import CITIZEN
from feedbackbot.understanding.duties import ALSO_DUTIES, DUTY, NO_DUTY
from feedbackbot.understanding.knowledge import shipped_duties_model, shipped_knowledge
from tests.cases.office import Office, staffed
from tests.talk import Talk, Talker

READER: Final = reader_of_shipped_city()
DIRECTORY: Final = Directory(ALL, HOME)
ALSO: Final = {aim.value: duty for aim, duty in ALSO_DUTIES.items()}
RIGHT: Final = {"done", "offered"}


def duty_of(key: str) -> str:
    return key.removeprefix(DUTY) if key.startswith(DUTY) else ALSO.get(key, NO_DUTY)


def verdict(row: dict[str, str]) -> str:
    """done: begun at once; offered: among the three choices; begun wrongly; not offered."""
    duties = frozenset(DIRECTORY.duties_of(row["role"]))
    reading = READER.read(row["text"], duties=shipped_duties_model())
    aims = possible(reading, {row["role"], CITIZEN}, duties)
    meant = set(row["duty"].replace("none", NO_DUTY).split("|"))
    if (plain := plainly(aims, reading)) is not None:
        return "done" if duty_of(plain) in meant else "begun wrongly"
    offered = {duty_of(one) for one in to_choose(aims)}
    return "offered" if meant & offered or meant == {NO_DUTY} else "not offered"


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """Those whose role has the duty: who wrote them guessed at that, too."""
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["duty"] == "none" or set(row["duty"].split("|")) & set(DIRECTORY.duties_of(row["role"])):
                yield row


@pytest.mark.parametrize(("name", "least"), [("duties_open.csv", 0.98), ("duties_sealed.csv", 0.91)])
def test_nine_of_ten_sentences_of_a_stranger_find_their_duty(name: str, least: float) -> None:
    verdicts = Counter(map(verdict, rows_of(name)))
    assert sum(verdicts[one] for one in RIGHT) >= least * verdicts.total(), verdicts
    assert verdicts["begun wrongly"] <= 0.02 * verdicts.total(), verdicts


def test_every_duty_has_examples_and_no_other_has() -> None:
    duties = {name for home in HOMES for name in DIRECTORY.duties_of(home)}
    assert {name for name, _ in shipped_knowledge().duties} == duties
    assert set(ALSO_DUTIES.values()) <= duties


def test_what_was_learned_of_duties_is_made_of_the_examples_as_they_are_now() -> None:
    assert shipped_duties_model().made_of == shipped_knowledge().duties_made_of, (
        "run scripts/train-understanding"
    )


@pytest.fixture
async def office(anywhere: Talk) -> Office:
    return await staffed(anywhere)


async def test_words_open_the_duty_that_they_ask_for(office: Office) -> None:
    await office.head.types("tim saya gimana")
    assert "JP" in office.head.last
    await office.admin.types("mau bikin kampanye baru")
    assert (await office.admin.state()).conversation == "kampanye"


async def test_what_is_not_plain_is_asked_about_with_the_duty_among_the_choices(office: Office) -> None:
    await office.head.types("/mulai")
    await office.head.types("anak buah jpnya kok segini")
    assert (await office.head.state()).conversation == "paham"
    [duty] = [label for label in office.head.buttons()[:3] if "JP pegawai" in label]
    await office.head.taps(duty)
    assert "JP" in office.head.last


async def test_a_duty_asked_for_beside_a_question_leaves_it_only_after_asking(office: Office) -> None:
    head = office.head
    await head.types("/piket")
    await head.taps(head.buttons()[0])
    waiting = (await head.state()).conversation
    await head.types("kirim grafik kepuasan bulan ini")
    assert (await head.state()).conversation == "paham"
    assert any("aporan" in label for label in head.buttons()[:2])
    await head.taps(head.buttons()[-1])
    assert (await head.state()).conversation == waiting


async def test_a_list_is_left_for_a_duty_without_a_question(office: Office) -> None:
    await office.head.types("/piket")
    await office.head.types("tim saya gimana")
    assert "JP" in office.head.last


@pytest.mark.parametrize("words", ["siapa piket besok", "buat kunci api", "mau bikin kampanye baru"])
async def test_to_a_citizen_no_duty_exists(anywhere: Talk, ani: Talker, words: str) -> None:
    await ani.types(words)
    labels = " ".join(ani.buttons())
    assert not any(one in labels + ani.last for one in ("Piket", "Kunci API", "Ajakan terukur"))
