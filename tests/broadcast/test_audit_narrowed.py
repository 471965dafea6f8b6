"""Words say which part of the audit is wanted: a day, a kind, a person; what it was narrowed to is shown, and all is one tap away."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.spoken.days import past_day_in
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.usecases.home.audit_log import KINDS
from tests.talk import Clock, Talk, Talker

TEXTS = Path(__file__).parents[2] / "feedbackbot" / "i18n" / "id"


def actions_with_a_name() -> Iterator[str]:
    for path in TEXTS.glob("*.ftl"):
        yield from re.findall(r"^audit-action-([a-z-]+) =", path.read_text("utf-8"), re.MULTILINE)


def test_every_action_is_of_one_kind() -> None:
    found = set(actions_with_a_name())
    assert len(found) > 60, "the search finds them"
    of = {
        action: [kind for kind, starts in KINDS.items() if action.startswith(starts)]
        for action in sorted(found)
    }
    assert {action: kinds for action, kinds in of.items() if len(kinds) != 1} == {}


async def did(talk: Talk, who: Talker | None, action: str) -> None:
    person = (await who.contact()).person_id if who else None
    await talk.work(lambda tx: record(tx, person, action, "unit:1"))


@pytest.fixture
async def lived(talk: Talk, zul: Talker, rina: Talker, clock: Clock) -> None:
    """The day before yesterday, yesterday, today."""
    person = (await rina.contact()).person_id
    await talk.run(add_grant, person, Role.TRAINER, None, "Rina Safitri")
    await did(talk, zul, "role-withdrawn")
    clock.passes(hours=24)
    await did(talk, zul, "role-granted")
    await did(talk, rina, "training-made")
    clock.passes(hours=24)
    await did(talk, zul, "result-published")


@pytest.mark.parametrize(
    ("words", "shown", "others"),
    [
        ("siapa yang mengubah peran kemarin", "menerima peran", ("mencabut peran", "membuat pelatihan", "menerbitkan")),
        ("/audit peran", "mencabut peran", ("membuat pelatihan", "menerbitkan")),
        ("/audit Kemarin", "membuat pelatihan", ("mencabut peran", "menerbitkan")),
        ("/audit hasil", "menerbitkan", ("peran", "pelatihan")),
        ("/audit rina", "membuat pelatihan", ("mencabut peran", "menerbitkan")),
    ],
)  # fmt: skip
async def test_words_narrow_it(
    lived: None, zul: Talker, words: str, shown: str, others: tuple[str, ...]
) -> None:
    await zul.types(words)
    entries = "\n\n".join(zul.last.split("\n\n")[1:])
    assert shown in entries
    assert [other for other in others if other in entries] == []
    assert "\n" in zul.last.split("\n\n")[0], "what it was narrowed to stands in the title"
    await zul.taps("Semua")
    assert "menerbitkan" in zul.last and "mencabut peran" in zul.last


@pytest.mark.parametrize("words", ["/audit", "/audit zzz", "log aktivitas", "catatan tindakan admin"])
async def test_words_that_name_nothing_leave_it_whole(lived: None, zul: Talker, words: str) -> None:
    await zul.types(words)
    assert "menerbitkan" in zul.last and "mencabut peran" in zul.last


async def test_where_nothing_of_that_kind_was_done_it_says_so(lived: None, zul: Talker) -> None:
    await zul.types("/audit siaran kemarin")
    assert "Tidak ada tindakan seperti itu" in zul.last
    await zul.taps("Semua")
    assert "menerbitkan" in zul.last


@given(words=st.text(), today=st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_a_day_that_is_read_out_of_words_is_never_to_come(words: str, today: date) -> None:
    day = past_day_in(words, today)
    assert day is None or day <= today


@given(today=st.dates(date(2020, 1, 1), date(2035, 12, 31)), back=st.integers(0, 6))
def test_a_weekday_is_the_last_one(today: date, back: int) -> None:
    names = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
    day = today - timedelta(days=back)
    assert past_day_in(f"siapa yang menghapus itu hari {names[day.weekday()]}", today) == day


@pytest.mark.parametrize(
    ("words", "back"),
    [("kemarin", 1), ("yang kmrn itu", 1), ("tadi malam", 1), ("kemarin lusa", 2), ("2 hari yg lalu", 2), ("tadi pagi", 0),
     ("tgl 24", 2), ("tanggal 28", 29)],
)  # fmt: skip
def test_days_gone_by_are_read_as_people_say_them(words: str, back: int) -> None:
    assert past_day_in(words, date(2026, 11, 26)) == date(2026, 11, 26) - timedelta(days=back)


@pytest.mark.parametrize(
    "words", ["minggu ini", "minggu lalu", "kemarin dan tanggal 3", "besok", "2030-01-01"]
)
def test_a_week_two_days_or_a_day_to_come_is_none(words: str) -> None:
    assert past_day_in(words, date(2026, 11, 26)) is None
