"""Who is joined from two chats has one voice in the figures and the forum, and is erased together."""

from sqlalchemy import select

from feedbackbot.domain.forum.voting import Vote
from feedbackbot.storage.forum.tables import forum_statement, forum_topic
from feedbackbot.storage.forum.votes import add_voter, count_voters, keep_vote, voter_id
from feedbackbot.storage.people.tables import address, consent
from feedbackbot.storage.survey.tables import respondent
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.voice import forum_name
from tests.dialogue.notice_world import row
from tests.privacy.joining.two_chats import WORSE, join
from tests.survey.ratings import VALUES, begin, rate, responses, totals, values_of
from tests.talk import Clock, Talk, Talker


async def test_of_two_ratings_of_a_unit_in_the_period_the_newest_counts(
    talk: Talk, clock: Clock, ani: Talker, ani_there: Talker
) -> None:
    await rate(ani, VALUES)
    await rate(ani, VALUES, "u_disdukcapil")
    clock.passes(days=3)
    await rate(ani_there, WORSE)
    assert (await totals(talk)).n == 2
    await join(talk, ani, ani_there)
    assert "dihitung satu kali" in ani.last
    counted = await totals(talk)
    assert (counted.n, counted.total) == (1, 9)
    assert (await totals(talk, "disdukcapil")).n == 1
    await begin(ani)
    await ani.taps("Ubah jawaban")
    assert values_of((await responses(talk))[-1]) == WORSE
    assert (await totals(talk)).n == 1


async def test_ratings_of_an_earlier_period_both_stay(
    talk: Talk, clock: Clock, ani: Talker, ani_there: Talker
) -> None:
    await rate(ani, VALUES)
    clock.passes(days=talk.settings.survey_period_days + 1)
    await rate(ani_there, WORSE)
    await join(talk, ani, ani_there)
    assert (await totals(talk)).n == 2


async def test_a_rating_that_was_cut_off_from_its_person_still_is_the_one_voice(
    talk: Talk, ani: Talker, ani_there: Talker
) -> None:
    await rate(ani, VALUES)
    await ani.types("/hapus")
    await ani.taps("Ya, hapus semua")
    await rate(ani_there, WORSE)
    await join(talk, ani, ani_there)
    counted = await totals(talk)
    assert (counted.n, counted.total) == (1, sum(VALUES))


async def test_a_low_rating_that_gives_way_leaves_its_talk(
    talk: Talk, clock: Clock, ani: Talker, ani_there: Talker
) -> None:
    await rate(ani, WORSE)
    clock.passes(days=1)
    await rate(ani_there, VALUES)
    await join(talk, ani, ani_there)
    assert (await totals(talk)).n == 1
    [alerted, kept] = await responses(talk)
    assert (alerted["submitted_at"], alerted["day"]) == (None, None)
    assert alerted["pseudonym"] != kept["pseudonym"]


async def test_erasing_in_one_chat_erases_both(talk: Talk, ani: Talker, ani_there: Talker) -> None:
    await rate(ani, VALUES)
    await rate(ani_there, WORSE, "u_disdukcapil")
    await join(talk, ani, ani_there)
    await ani_there.types("/hapus")
    assert "2 penilaian" in ani_there.last
    assert "2 obrolan" in ani_there.last
    await ani_there.taps("Ya, hapus semua")
    places = await talk.work(lambda tx: list(tx.run(select(address.c.address)).scalars()))
    assert places == ["Ani sana"], "only the last word is still to be said there"
    for table in (consent, respondent):
        assert await talk.work(lambda tx, one=table: tx.run(select(one)).all()) == []
    assert len({row["pseudonym"] for row in await responses(talk)}) == 2
    for one in (ani, ani_there):
        await begin(one)
        assert "satu suara" in one.said(), "the one voice is remembered in both chats"


async def test_in_the_forum_two_voices_become_one(talk: Talk, ani: Talker, ani_there: Talker) -> None:
    for one in (ani, ani_there):
        await one.types("/mulai")
    ids = [(await one.contact()).person_id for one in (ani, ani_there)]

    def votes(tx: Transaction) -> list[int]:
        topic = row(tx, forum_topic, question="Jam buka?", audience="everybody")
        other = row(tx, forum_topic, question="Antrean?", audience="everybody")
        made = [row(tx, forum_statement, topic_id=topic, state="shown") for _ in range(3)]
        for who, said in zip(
            ids, (((0, Vote.AGREE), (1, Vote.AGREE)), ((1, Vote.DISAGREE), (2, Vote.AGREE))), strict=True
        ):
            voter = add_voter(tx, topic, forum_name(tx, who), "memory", fresh=False)
            for place, vote in said:
                keep_vote(tx, voter, made[place], vote)
        add_voter(tx, other, forum_name(tx, ids[1]), "other", fresh=False)
        return [topic, other]

    topics = await talk.work(votes)
    await join(talk, ani, ani_there)
    keep = (await ani.contact()).person_id

    def stands(tx: Transaction) -> tuple[list[int], list[tuple[int, int]]]:
        counts = tx.run(
            select(forum_statement.c.agree, forum_statement.c.disagree).order_by(forum_statement.c.id)
        )
        mine = [voter_id(tx, topic, forum_name(tx, keep)) is not None for topic in topics]
        return [count_voters(tx, topic) for topic in topics] + mine, [tuple(one) for one in counts]

    assert await talk.work(stands) == ([1, 1, True, True], [(1, 0), (1, 0), (1, 0)])
