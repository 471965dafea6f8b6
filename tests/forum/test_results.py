"""Results are computed beside the bot and stored; doubtful voices stand apart; who leaves takes the own voice along."""

import json

import pytest
from sqlalchemy import select

from feedbackbot.domain.forum.result import Certainty, Counts
from feedbackbot.domain.forum.voting import Vote
from feedbackbot.storage.forum.tables import forum_statement, forum_voter
from feedbackbot.storage.forum.votes import add_voter, keep_vote
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.leave_forum import leave_forum
from feedbackbot.usecases.forum.moderate import decide
from feedbackbot.usecases.forum.read_topic import TopicView, topic_view
from feedbackbot.usecases.privacy.data_export import held_as_json
from feedbackbot.usecases.privacy.erase_person import erase_person
from tests.forum.city import City, crowd_votes, person_id
from tests.talk import Talker


async def view_of(city: City, topic: int) -> TopicView:
    return await city.talk.run(topic_view, topic)


async def test_nothing_is_told_below_the_floor(city: City, ani: Talker) -> None:
    topic = await city.opens()
    await crowd_votes(city, topic, people=4, against=())
    await city.computes()
    assert (await view_of(city, topic)).result is None
    await ani.sends_tap(f"!forum/{topic}.hasil")
    assert "Hasil tampil setelah 5 orang" in ani.last


async def test_a_result_is_made_once_and_anew_after_a_vote(city: City, ani: Talker) -> None:
    topic = await city.opens()
    await crowd_votes(city, topic, people=30, against={0})
    assert await city.computes() == 1
    assert await city.computes() == 0
    await ani.types("/mulai")
    [first, *_] = await city.shown(topic)
    await city.votes(ani, topic, first.id, Vote.AGREE)
    assert await city.computes() == 1
    result = (await view_of(city, topic)).result
    assert result is not None and result.by_statement()[first.id].all == Counts(16, 15, 0)


async def test_what_all_agree_on_and_what_parts_them_is_read_in_the_chat(city: City, ani: Talker) -> None:
    topic = await city.opens(*(f"Pernyataan warga nomor {word}" for word in "abcdefgh"))
    await crowd_votes(city, topic, people=40, against={4, 5, 6, 7})
    await city.computes()
    view = await view_of(city, topic)
    assert view.result is not None and view.result.certainty is Certainty.CLEAR
    await ani.sends_tap(f"!forum/{topic}.hasil")
    assert "Disepakati semua kelompok" in ani.last and "100 % setuju (91–100 %)" in ani.last
    assert "2 kelompok pendapat (A 20, B 20 orang)" in ani.last
    assert "setuju A 100 %, B 0 %" in ani.last or "setuju A 0 %, B 100 %" in ani.last


async def test_a_brigade_is_told_and_makes_no_group(city: City, ani: Talker) -> None:
    topic = await city.opens(*(f"Pernyataan warga nomor {word}" for word in "abcdefgh"))
    await crowd_votes(city, topic, people=60, against={6, 7})
    city.clock.passes(hours=5)

    def brigade(tx: Transaction) -> None:
        for number in range(50):
            voter = add_voter(tx, topic, f"{9000 + number:032x}", "memory", fresh=True)
            for one in tx.run(select(forum_statement.c.id)).scalars().all():
                keep_vote(tx, voter, one, Vote.DISAGREE)

    await city.talk.work(brigade)
    city.clock.passes(hours=5)
    await city.computes()
    view = await view_of(city, topic)
    assert view.result is not None and (view.voters, view.doubtful, view.result.doubtful) == (110, 50, 50)
    assert sum(group.size for group in view.result.groups) == 60
    doubts = await city.talk.work(
        lambda tx: set(tx.run(select(forum_voter.c.doubts).where(forum_voter.c.doubts != "")).scalars())
    )
    assert doubts == {"burst,new"}
    await ani.sends_tap(f"!forum/{topic}.hasil")
    assert "50 suara diragukan" in ani.last


async def test_who_erases_the_own_data_takes_votes_and_authorship_along(city: City, ani: Talker) -> None:
    topic = await city.opens()
    await ani.types("/mulai")
    await city.writes(ani, topic, "Petugas loket perlu lebih ramah")
    [waits] = await city.waiting()
    await city.talk.run(decide, await person_id(city.head), waits.id, None)
    await city.writes(ani, topic, "Kursi di ruang tunggu terlalu sedikit")
    for one in await city.shown(topic):
        await city.votes(ani, topic, one.id, Vote.AGREE)
    await crowd_votes(city, topic, people=10, against=())
    await city.computes()
    number, name = await person_id(ani), await city.name(ani)
    held = json.loads(await city.talk.run(held_as_json, number))["data"]
    assert {row["words"] for row in held["forum_statement"]} == {
        "Petugas loket perlu lebih ramah",
        "Kursi di ruang tunggu terlalu sedikit",
    }
    assert len(held["forum_vote"]) == 4 and len(held["forum_voter"]) == 1
    await city.talk.run(erase_person, number, (await ani.contact()).address_id)
    assert [one.counts for one in await city.shown(topic)] == [Counts(10, 0, 0)] * 3 + [Counts(10, 0, 0)]
    rows = await city.talk.work(lambda tx: list(tx.run(select(forum_statement)).mappings()))
    assert name not in str(rows) and "Kursi" not in str(rows)
    assert (await view_of(city, topic)).result is None, "it is made anew"
    assert await city.computes() == 1
    assert (await view_of(city, topic)).voters == 10


async def test_withdrawing_the_consent_does_the_same_for_the_forum_alone(city: City, ani: Talker) -> None:
    topic = await city.opens()
    await ani.types("/forum")
    await ani.presses(ani.chat[-1], ani.chat[-1].buttons[0])
    await ani.taps("Setuju")
    await ani.taps("Setuju")
    await ani.types("/dataku")
    assert "Forum: 1 suara, 0 pernyataan" in ani.said()
    await ani.types("/privasi")
    await ani.taps("Tarik izin forum")
    await ani.taps("Ya, tarik dan hapus")
    assert "Izin untuk forum warga sudah ditarik" in ani.said()
    assert all(one.counts.n == 0 for one in await city.shown(topic))
    assert await city.talk.run(leave_forum, await person_id(ani)) == 0


@pytest.mark.parametrize("people", [0, 1])
async def test_a_topic_nobody_or_one_voted_in_has_a_page_all_the_same(city: City, people: int) -> None:
    topic = await city.opens()
    await crowd_votes(city, topic, people=people, against=())
    await city.computes()
    view = await view_of(city, topic)
    assert (view.voters, view.result) == (people, None)


async def test_a_doubt_that_more_votes_dispel_is_taken_back(city: City) -> None:
    """Five copies among few are doubtful; once many differ from them in one answer they are people of one mind."""
    topic = await city.opens(*(f"Pernyataan warga nomor {word}" for word in "abcdefgh"))
    await crowd_votes(city, topic, people=40, against=())
    await crowd_votes(city, topic, people=10, against={0, 1, 2, 3}, first=101, hours=5)
    await city.computes()
    assert (await view_of(city, topic)).doubtful == 5
    for place in range(4, 8):
        await crowd_votes(city, topic, people=6, against={0, 1, 2, 3, place}, first=200 + 10 * place, hours=5)
    await city.computes()
    assert (await view_of(city, topic)).doubtful == 0
