"""In the chat: one statement at a time, one voice a person, an own statement, an end that is clear."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from feedbackbot.domain.forum.result import Counts
from feedbackbot.domain.forum.topic import Audience
from feedbackbot.domain.forum.voting import Vote
from feedbackbot.storage.forum.tables import forum_vote, forum_voter
from feedbackbot.storage.people.tables import address
from feedbackbot.usecases.forum.steer_topic import close_topic
from feedbackbot.usecases.forum.take_part import VoteOutcome
from feedbackbot.usecases.survey.rate_unit import who_is
from tests.forum.city import SEEDS, City, person_id
from tests.talk import Talk, Talker


async def votes_in(talk: Talk) -> list[int]:
    return await talk.work(lambda tx: list(tx.run(select(forum_vote.c.vote)).scalars()))


async def agrees_to_take_part(who: Talker) -> None:
    await who.types("/forum")
    await who.presses(who.chat[-1], who.chat[-1].buttons[0])
    if (await who.state()).step == "izin":
        await who.taps("Setuju")


async def test_a_citizen_agrees_votes_and_comes_to_an_end(city: City, ani: Talker) -> None:
    await city.opens()
    await ani.types("/forum")
    await ani.presses(ani.chat[-1], ani.chat[-1].buttons[0])
    assert "Suara dan pernyataan Anda disimpan tanpa nama" in ani.last
    assert await votes_in(city.talk) == []
    await ani.taps("Setuju")
    assert "Pernyataan 1 dari 3" in ani.last
    await ani.taps("Setuju")
    await ani.types("tidak setuju")
    assert "Pernyataan 3 dari 3" in ani.last
    await ani.taps("Lewati")
    assert "Semua pernyataan (3) sudah Anda lihat" in ani.last
    assert sorted(await votes_in(city.talk)) == [-1, 0, 1]


async def test_who_does_not_agree_is_not_kept_and_may_read_all_the_same(city: City, ani: Talker) -> None:
    topic = await city.opens()
    await ani.opens(f"forum_{topic}")
    await ani.taps("Tidak")
    assert "suara Anda tidak disimpan" in ani.last
    await ani.sends_tap(f"!forum/{topic}.hasil")
    assert "Belum ada yang memberi suara" in ani.last


async def test_two_taps_on_one_statement_count_once_and_another_word_takes_its_place(
    city: City, ani: Talker
) -> None:
    topic = await city.opens()
    await ani.types("/mulai")
    [first, *_] = await city.shown(topic)
    assert await city.votes(ani, topic, first.id, Vote.AGREE) is VoteOutcome.KEPT
    assert await city.votes(ani, topic, first.id, Vote.AGREE) is VoteOutcome.SAME
    assert (await city.shown(topic))[0].counts == Counts(1, 0, 0)
    assert await city.votes(ani, topic, first.id, Vote.DISAGREE) is VoteOutcome.KEPT
    assert (await city.shown(topic))[0].counts == Counts(0, 1, 0)
    assert await votes_in(city.talk) == [-1]


async def test_one_person_has_one_voice_over_all_chat_services(city: City, ani: Talker) -> None:
    topic = await city.opens()
    await ani.types("/mulai")
    number = await person_id(ani)
    phone = {"person_id": number, "channel": "whatsapp", "address": "62811", "created_at": city.clock()}
    await city.talk.work(lambda tx: tx.run(address.insert(), phone) and None)
    [first, *_] = await city.shown(topic)
    await city.votes(ani, topic, first.id, Vote.AGREE)
    assert await city.votes(ani, topic, first.id, Vote.AGREE) is VoteOutcome.SAME
    voters = await city.talk.work(lambda tx: list(tx.run(select(forum_voter.c.pseudonym)).scalars()))
    assert voters == [await city.name(ani)]


async def test_the_forums_name_is_none_of_the_surveys(city: City, ani: Talker) -> None:
    await ani.types("/mulai")
    assert await city.name(ani) != await city.talk.run(who_is, await person_id(ani))


async def test_a_topic_closed_while_somebody_votes_says_so_and_counts_what_came_before(
    city: City, ani: Talker
) -> None:
    topic = await city.opens()
    await agrees_to_take_part(ani)
    await ani.taps("Setuju")
    await city.talk.run(close_topic, await person_id(city.head), topic)
    await ani.taps("Tidak setuju")
    assert "baru saja ditutup, jadi suara terakhir Anda tidak dihitung" in ani.said()
    assert "1 orang memberi suara" in ani.last
    assert await votes_in(city.talk) == [1]


async def test_a_topic_whose_time_is_over_takes_nothing_and_shows_what_came_of_it(
    city: City, ani: Talker
) -> None:
    await city.opens(days=7)
    await agrees_to_take_part(ani)
    await ani.taps("Tulis")
    city.clock.passes(days=8)
    await ani.types("Petugas loket perlu lebih ramah")
    assert "sudah ditutup" in ani.said()
    await ani.types("/forum")
    assert "Sedang tidak ada topik yang dibuka" in ani.last
    await ani.presses(ani.chat[-1], ani.chat[-1].buttons[0])
    assert "menunggu jawaban resmi" in ani.last


async def test_a_statement_taken_down_while_somebody_looks_at_it_is_passed_over(
    city: City, ani: Talker
) -> None:
    topic = await city.opens()
    await agrees_to_take_part(ani)
    shown = next(one for one in await city.shown(topic) if one.words in ani.last)
    await city.head.sends_tap(f"!aturforum/{topic}")
    await city.head.taps("Turunkan pernyataan")
    await city.head.taps(shown.words)
    await city.head.taps("di luar topik")
    await ani.taps("Setuju")
    assert "Pernyataan itu sudah tidak ada" in ani.said() and "dari 2" in ani.last
    assert await votes_in(city.talk) == []


async def test_staff_topics_are_not_for_others(city: City, ani: Talker) -> None:
    topic = await city.opens(audience=Audience.STAFF)
    await ani.types("/forum")
    assert "Belum ada topik" in ani.last
    await ani.opens(f"forum_{topic}")
    assert "hanya untuk pegawai" in ani.said() + ani.notice


async def test_a_topic_that_is_not_there_yet_cannot_be_entered(city: City, ani: Talker) -> None:
    await ani.opens("forum_99")
    assert "Topik itu tidak ada" in ani.said() + ani.notice


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Hubungi saya di 0812 6000 9999", "tanpa nomor"),
        ("Pecat Pak Budi dari loket dua", "tanpa nama orang"),
        ("Petugas di sana goblok semua", "tanpa kata kasar"),
        ("<b>x</b>", "Terlalu singkat"),
        ("a" * 10_000, "Terlalu panjang"),
        ("Lihat https://judi.example sekarang", "tanpa tautan"),
    ],
)
async def test_what_cannot_stand_is_told_at_once_and_can_be_written_anew(
    city: City, ani: Talker, words: str, answer: str
) -> None:
    await city.opens()
    await agrees_to_take_part(ani)
    await ani.taps("Tulis")
    await ani.types(words)
    assert answer in ani.said()
    await ani.types("Petugas loket perlu lebih ramah")
    assert "diperiksa seorang petugas dulu" in ani.said()
    assert [one.words for one in await city.waiting()] == ["Petugas loket perlu lebih ramah"]


async def test_markup_and_turned_writing_are_shown_as_they_are(city: City, ani: Talker) -> None:
    topic = await city.opens("*Tebal* dan _miring_ \u202eterbalik <b>juga</b>")
    [one] = await city.shown(topic)
    assert "\u202e" not in one.words
    await agrees_to_take_part(ani)
    assert "*Tebal* dan _miring_ terbalik <b>juga</b>" in ani.last


async def test_what_was_said_before_is_voted_on_instead(city: City, ani: Talker) -> None:
    await city.opens()
    await agrees_to_take_part(ani)
    await ani.taps("Tulis")
    await ani.types("Jam buka loket sebaiknya sampai sore")
    assert "hampir sama" in ani.said() and SEEDS[0] in ani.last
    await ani.taps("Setuju")
    assert await city.waiting() == []


@pytest.mark.slow
async def test_a_thousand_near_duplicates_leave_one_statement(city: City, ani: Talker, budi: Talker) -> None:
    topic = await city.opens()
    await ani.types("/mulai")
    await budi.types("/mulai")
    words = "Petugas loket perlu lebih ramah kepada warga"
    assert (await city.writes(ani, topic, words)).problem == ""
    endings = [f"{words}{'!' * (number % 7)}{' ya' * (number % 2)}" for number in range(1000)]
    name = await city.name(budi)

    def flood(tx):  # type: ignore[no-untyped-def]
        from feedbackbot.usecases.forum.write_statement import write_statement

        return {write_statement(tx, name, topic, one).problem for one in endings}

    assert await city.talk.work(flood) == {"forum-rule-like"}
    assert len(await city.waiting()) == 1


async def test_one_person_writes_no_more_than_a_few(city: City, ani: Talker) -> None:
    topic = await city.opens()
    await ani.types("/mulai")
    for subject in ("toilet", "kursi", "lampu", "taman", "kipas"):
        assert (await city.writes(ani, topic, f"Ruang tunggu kurang {subject}")).problem == ""
    assert (await city.writes(ani, topic, "Ruang tunggu kurang bersih sekali")).problem == "forum-rule-enough"


async def test_the_menu_has_the_forum_while_a_topic_is_open(city: City, ani: Talker) -> None:
    await ani.types("/mulai")
    assert "🗣 Forum warga" not in ani.buttons()
    await city.opens(days=7)
    await ani.types("/mulai")
    assert "🗣 Forum warga" in ani.buttons()
    city.clock.now += timedelta(days=8)
    await ani.types("/mulai")
    assert "🗣 Forum warga" not in ani.buttons()
