"""A topic ends with an answer: told to all who took part, kept like a promise, opened again when its day passes."""

from datetime import date, datetime, timedelta

import pytest

from feedbackbot.domain.forum.topic import Stage
from feedbackbot.domain.forum.voting import Vote
from feedbackbot.errors import FeedbackbotError
from feedbackbot.jobs.forum import forum_jobs
from feedbackbot.storage.forum.topics import change_topic
from feedbackbot.storage.people.audit import newest
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.steer_topic import answer_topic, ask_for_answers, hide_topic, reopen_overdue
from tests.forum.city import UNIT, City, person_id
from tests.talk import Talker


@pytest.fixture
async def over(city: City, ani: Talker, budi: Talker) -> int:
    """A topic in which Ani voted and Budi did not; it is over."""
    made = await city.opens(days=7)
    await ani.types("/mulai")
    await budi.types("/mulai")
    [first, *_] = await city.shown(made)
    await city.votes(ani, made, first.id, Vote.AGREE)
    city.clock.passes(days=8)
    return made


async def test_a_topic_is_closed_early_only_after_a_question(city: City, ani: Talker) -> None:
    made = await city.opens(days=7)
    await city.head.sends_tap(f"!aturforum/{made}")
    await city.head.taps("Tutup sekarang")
    assert "tidak bisa dibuka kembali" in city.head.last
    await city.head.taps("Kembali")
    assert (await city.topic(made)).stage(city.clock()) is Stage.OPEN
    await city.head.taps("Tutup sekarang")
    await city.head.taps("Ya, tutup")
    assert (await city.topic(made)).stage(city.clock()) is Stage.OVER
    assert "📣 Jawab resmi" in city.head.buttons()


async def answers(city: City, topic: int, due: str = "31 Desember 2026") -> None:
    await city.head.sends_tap(f"!aturforum/{topic}")
    await city.head.taps("Jawab resmi")
    await city.head.types("Loket dibuka sampai pukul 17 mulai Januari")
    await city.head.types(due)
    assert "Jawaban resmi Disdukcapil" in city.head.last
    await city.head.taps("Kirim")
    assert "Jawaban dikirim" in city.head.last


async def test_who_answers_for_it_is_told_once_that_it_is_over(city: City, over: int) -> None:
    assert await ask_for_answers(city.talk.runtime) == {"told": 2}
    assert await ask_for_answers(city.talk.runtime) == {"told": 0}
    await city.tells()
    assert "Warga menunggu jawaban resmi" in city.head.last
    await city.head.taps("Buka topik")
    assert "📣 Jawab resmi" in city.head.buttons()


async def test_of_many_topics_that_are_over_at_once_each_is_told_and_each_is_opened_again(city: City) -> None:
    """More than one transaction takes."""
    many = [await city.opens(days=7) for _ in range(23)]
    city.clock.passes(days=8)
    assert await ask_for_answers(city.talk.runtime) == {"told": 2 * len(many)}
    for one in many:
        await city.talk.run(_answered, one, city.clock.now)
    [job] = [one for one in forum_jobs(None) if one.name == "forum_promises"]  # type: ignore[arg-type]
    assert await job.work(city.talk.runtime) == {"reopened": len(many)}


def _answered(tx: Transaction, topic_id: int, at: datetime) -> None:
    change_topic(tx, topic_id, answer="Ya", answered_at=at, due_on=at.date() - timedelta(days=2))


async def test_the_answer_goes_to_all_who_took_part_and_to_nobody_else(
    city: City, over: int, ani: Talker, budi: Talker
) -> None:
    await answers(city, over)
    await city.tells()
    assert "Forum yang Anda ikuti sudah dijawab" in ani.last
    assert "Loket dibuka sampai pukul 17" in ani.last and "31 Des 2026" in ani.last
    assert "Forum yang Anda ikuti" not in "\n".join(budi.sees())
    assert await city.tells() == 0, "told once"


async def test_a_promise_that_was_kept_is_told_and_never_opened_again(
    city: City, over: int, ani: Talker
) -> None:
    await answers(city, over)
    await city.tells()
    city.clock.passes(days=12)
    await city.head.sends_tap(f"!aturforum/{over}")
    await city.head.taps("Sudah dikerjakan")
    await city.head.types("Loket kini buka sampai pukul 17")
    await city.tells()
    assert "sudah dikerjakan" in ani.last and "kini buka" in ani.last
    city.clock.passes(days=60)
    assert await city.talk.run(reopen_overdue) == {"reopened": 0}
    assert (await city.topic(over)).stage(city.clock()) is Stage.KEPT


async def test_a_promise_whose_day_passes_is_told_and_answered_again(
    city: City, over: int, ani: Talker
) -> None:
    await answers(city, over)
    await city.tells()
    city.clock.now = city.clock.now.replace(year=2026, month=12, day=31)
    assert await city.talk.run(reopen_overdue) == {"reopened": 0}, "the day itself is still good"
    city.clock.passes(days=4)
    assert await city.talk.run(reopen_overdue) == {"reopened": 1}
    assert await city.talk.run(reopen_overdue) == {"reopened": 0}
    await city.tells()
    assert "lewat waktunya" in ani.last and "jawaban baru ditunggu" in city.head.last
    await answers(city, over, "1 Maret 2027")
    await city.tells()
    assert "1 Mar 2027" in ani.last
    actions = [one.action for one in await city.talk.run(newest)]
    assert actions[:3] == ["forum-answered", "forum-reopened", "forum-answered"]


@pytest.mark.parametrize(
    ("due", "key"),
    [(date(2026, 12, 2), "forum-due-range"), (date(2029, 1, 1), "forum-due-range")],
    ids=["today", "in years"],
)
async def test_an_answer_promises_something_within_a_year(city: City, over: int, due: date, key: str) -> None:
    with pytest.raises(FeedbackbotError, match=key):
        await city.talk.run(answer_topic, await person_id(city.head), over, UNIT, "Akan dikerjakan", due)


async def test_no_answer_before_the_end(city: City) -> None:
    topic = await city.opens()
    with pytest.raises(FeedbackbotError, match="forum-answer-not-now"):
        await city.talk.run(
            answer_topic, await person_id(city.head), topic, UNIT, "Akan dikerjakan", date(2026, 12, 31)
        )


async def test_a_hidden_topic_is_seen_by_nobody_and_its_reason_stands_in_the_audit(
    city: City, over: int, ani: Talker
) -> None:
    await city.talk.run(hide_topic, await person_id(city.head), over, "Berisi data pribadi")
    await ani.sends_tap(f"!forum/{over}.hasil")
    assert "Topik itu tidak ada" in ani.said() + ani.notice
    [entry, *_] = await city.talk.run(newest)
    assert (entry.action, entry.after) == ("forum-hidden", {"why": "Berisi data pribadi"})
