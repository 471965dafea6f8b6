"""One person in two chat apps at once has one voice."""

from sqlalchemy import update

from feedbackbot.storage.people.tables import address
from feedbackbot.storage.transaction import Transaction
from tests.survey.ratings import VALUES, answer, begin, responses, totals, values_of
from tests.talk import Talk, Talker


async def same_person(talk: Talk, first: Talker, second: Talker) -> None:
    """As once both addresses are known to be one person's."""
    await first.types("/mulai")
    await second.types("/mulai")
    one, other = await first.contact(), await second.contact()

    def work(tx: Transaction) -> None:
        tx.run(update(address).where(address.c.id == other.address_id).values(person_id=one.person_id))

    await talk.work(work)


async def test_the_later_of_two_ratings_under_way_at_once_changes_the_earlier(
    talk: Talk, ani: Talker, budi: Talker
) -> None:
    await same_person(talk, ani, budi)
    await begin(ani)
    await answer(ani, VALUES[:1])
    await begin(budi)
    await budi.taps("Mulai dari awal")
    await budi.presses(budi.chat[-1], budi.chat[-1].buttons[0])
    await answer(budi, (1,) * 8)
    await answer(ani, VALUES[1:])
    await answer(budi, (1,))
    [row] = await responses(talk)
    assert values_of(row) == (1,) * 9
    counted = await totals(talk)
    assert (counted.n, counted.total) == (1, 9)


async def test_a_chat_whose_rating_was_submitted_elsewhere_changes_what_counts(
    talk: Talk, ani: Talker, budi: Talker
) -> None:
    """Both chats took up the same rating; neither loses an answer, and it is counted once."""
    await same_person(talk, ani, budi)
    await begin(ani)
    await answer(ani, VALUES[:8])
    await begin(budi)
    await budi.taps("Lanjutkan")
    await answer(ani, VALUES[8:])
    await answer(budi, (4,))
    counted = await totals(talk)
    assert counted.n == 1
    assert counted.sums["sarana"] == 4
    assert [values_of(row) for row in await responses(talk)] == [(*VALUES[:8], 4)]
