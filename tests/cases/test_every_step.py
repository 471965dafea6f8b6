"""Every step of the desk, the rota and the recovery is reached by tapping, and fits on every channel in every language."""

import pytest

from feedbackbot.dialogue.buttons import LIST_LENGTH, SHORT_LENGTH
from feedbackbot.domain.message_text import plain_length, problems
from tests.builders import CATALOGUE
from tests.cases.office import LINK, Office, sends_case, to_what
from tests.dialogue.crawl import Crawl, ask_present
from tests.survey.ratings import LOW, rate
from tests.talk import Talk, Talker

OF_OFFICERS = {
    "kasus": {"meja", "daftar", "satu", "tulis", "cari", "kecamatan", "kelompok", "temuan"},
    "piket": {"hari", "siapa"},
    "tindaklanjut": {"unsur", "apa", "kasus", "periksa"},
    "pulih": {"alarm", "tulis"},
}


@pytest.fixture
async def head(office: Office, ani: Talker, budi: Talker, talk: Talk) -> Talker:
    """With everything on the desk that there may be."""
    await sends_case(ani, office)
    closed = await sends_case(budi, office, "Kursi ruang tunggu rusak semua sejak minggu lalu")
    await budi.sends_tap(f"!tiket/{closed}.tarikya", "1")
    await rate(ani, LOW, LINK)
    await ani.taps("Ya, boleh")
    await office.mail()
    return office.head


async def crawled(talk: Talk, person: Talker, *commands: str) -> Crawl:
    crawl = Crawl(talk, person)
    for command in commands:
        await person.types(command) if command.startswith("/") else await person.sends_tap(command, "1")
        await crawl.look()
    await crawl.go_on()
    return crawl


async def test_every_step_of_the_staff_is_reached_and_fits(office: Office, head: Talker, talk: Talk) -> None:
    crawl = await crawled(talk, head, "/kasus", "!kasus/1", "/piket", "/tindaklanjut", "!pulih/1")
    for conversation, steps in OF_OFFICERS.items():
        assert steps <= {step for key, step in crawl.found if key == conversation}, conversation
    mine = {key: state for key, state in crawl.found.items() if key[0] in OF_OFFICERS}
    for language in CATALOGUE.languages:
        await head.sends_tap(f"!bahasa/{language}", "1")
        for key, state in mine.items():
            question = (await ask_present(talk, head, state))[-1]
            assert 0 < plain_length(question.text) <= 4096, key
            assert problems(question.text) == [], (key, question.text)
            room = SHORT_LENGTH if sum(map(len, question.rows)) <= 3 else LIST_LENGTH
            shorts = [button.short for row in question.rows for button in row]
            assert all(0 < len(short) <= room for short in shorts), (key, shorts)
            assert len(shorts) == len(set(shorts)), (key, shorts)


async def test_every_step_of_a_report_is_reached(office: Office, ani: Talker, talk: Talk) -> None:
    await sends_case(ani, office)
    crawl = await crawled(talk, ani, "/lapor", "!tiket/1.tulis")
    await to_what(ani, office)
    await ani.types("Kursi di ruang tunggu rusak semua")  # longer than what the crawl types
    await crawl.look()
    await crawl.go_on()
    reached = {step for key, step in crawl.found if key in ("lapor", "tiket")}
    assert {
        "jenis",
        "cari",
        "layanan",
        "apa",
        "kapan",
        "berkas",
        "periksa",
        "tempat",
        "nama",
        "tulis",
    } <= reached
