"""A person looks at each statement, never at an own one; the author is told why, and may object to somebody else."""

import pytest
from sqlalchemy import select

from feedbackbot.domain.forum.statement import Reason, StatementState
from feedbackbot.errors import FeedbackbotError, StateChanged
from feedbackbot.storage.people.audit import newest
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.usecases.forum.moderate import decide, hide_statement
from tests.forum.city import City, person_id
from tests.talk import Talker

WORDS = "Petugas loket perlu lebih ramah"


@pytest.fixture
async def topic(city: City, ani: Talker) -> int:
    """With a statement of Ani's that waits."""
    made = await city.opens()
    await ani.types("/mulai")
    assert (await city.writes(ani, made, WORDS)).problem == ""
    return made


async def test_moderators_are_told_and_the_author_when_it_is_shown(
    city: City, topic: int, ani: Talker
) -> None:
    await city.tells()
    assert "1 pernyataan warga menunggu" in city.head.last and city.other.last == city.head.last
    await city.head.taps("Periksa")
    assert WORDS in city.head.last
    await city.head.taps("Tampilkan")
    assert "Tidak ada pernyataan yang menunggu" in city.head.last
    await city.tells()
    assert "sekarang tampil di forum" in ani.last and WORDS in ani.last
    await ani.taps("Beri suara")
    assert "Suara dan pernyataan Anda disimpan tanpa nama" in ani.last
    assert await city.tells() == 0, "told once"


async def test_a_refused_one_is_told_with_its_reason_and_looked_at_again_by_somebody_else(
    city: City, topic: int, ani: Talker
) -> None:
    await city.head.sends_tap("!aturforum/periksa")
    await city.head.taps("Tolak")
    await city.head.taps("di luar topik")
    await city.tells()
    assert "tidak ditampilkan: di luar topik" in ani.last
    await ani.taps("Pernyataan saya")
    await ani.presses(ani.chat[-1], ani.chat[-1].buttons[0])
    await ani.types("Ini tentang loket di kantor itu")
    assert "Keberatan terkirim" in ani.last
    await city.head.sends_tap("!aturforum/periksa")
    assert "Tidak ada pernyataan yang menunggu" in city.head.last, "who decided does not decide again"
    await city.other.sends_tap("!aturforum/periksa")
    assert "Penulis keberatan (tadi: di luar topik)" in city.other.last
    await city.other.taps("Tampilkan")
    await city.tells()
    assert "sekarang tampil di forum" in ani.last
    [mine] = await city.of(ani)
    assert (mine.state, mine.reason) == (StatementState.SHOWN, None)


async def test_an_objection_is_made_once(city: City, topic: int, ani: Talker) -> None:
    [one] = await city.waiting()
    await city.talk.run(decide, await person_id(city.head), one.id, Reason.UNCLEAR)
    await ani.sends_tap(f"!forum/{topic}.milik")
    await ani.presses(ani.chat[-1], ani.chat[-1].buttons[0])
    await ani.types("Menurut saya jelas")
    await city.talk.run(decide, await person_id(city.other), one.id, Reason.UNCLEAR)
    await ani.sends_tap(f"!forum/{topic}.milik")
    assert "tidak bisa dijawab setuju" in ani.last
    assert not any(button.label.startswith("Keberatan") for button in ani.chat[-1].buttons)


async def test_a_moderator_who_is_the_author_cannot_decide(city: City, topic: int, ani: Talker) -> None:
    own = await city.writes(city.head, topic, "Kursi di ruang tunggu terlalu sedikit")
    assert own.problem == ""
    await city.head.sends_tap("!aturforum/periksa")
    assert WORDS in city.head.last and "masih 0 menunggu" in city.head.last
    mine = next(one for one in await city.waiting() if "Kursi" in one.words)
    with pytest.raises(FeedbackbotError, match="forum-own-statement"):
        await city.talk.run(decide, await person_id(city.head), mine.id, None)
    await city.talk.run(decide, await person_id(city.other), mine.id, None)
    with pytest.raises(FeedbackbotError, match="forum-own-statement"):
        await city.talk.run(hide_statement, await person_id(city.head), mine.id, Reason.UNCLEAR)


async def test_of_two_who_decide_the_second_is_told(city: City, topic: int) -> None:
    [one] = await city.waiting()
    await city.talk.run(decide, await person_id(city.head), one.id, None)
    with pytest.raises(StateChanged, match="forum-decided-already"):
        await city.talk.run(decide, await person_id(city.other), one.id, Reason.INSULT)


async def test_hiding_is_in_the_audit_with_its_reason_and_told(city: City, topic: int, ani: Talker) -> None:
    [one] = await city.waiting()
    await city.talk.run(decide, await person_id(city.other), one.id, None)
    await city.tells()
    await city.talk.run(hide_statement, await person_id(city.head), one.id, Reason.PERSON)
    await city.tells()
    assert "diturunkan: menyebut orang tertentu" in ani.last
    [entry] = [one for one in await city.talk.run(newest) if one.action == "forum-statement-hidden"]
    assert entry.after == {"state": "hidden", "reason": "person", "appeal": False}
    assert entry.person_id == await person_id(city.head)


async def test_heads_of_other_units_see_nothing_of_it(city: City, topic: int, budi: Talker) -> None:
    from feedbackbot.domain.people.roles import Role
    from tests.forum.city import with_role

    stranger = await with_role(city.talk, "Nurul", Role.HEAD, 2)
    [one] = await city.waiting()
    with pytest.raises(FeedbackbotError, match="forum-not-yours"):
        await city.talk.run(decide, await person_id(stranger), one.id, None)
    await stranger.types("/forum_moderasi")
    assert "Belum ada topik" in stranger.last
    await stranger.sends_tap(f"!aturforum/{topic}")
    assert "bukan untuk Anda atur" in stranger.said() + stranger.notice


async def test_a_queued_word_to_the_author_leads_nobody_to_the_pseudonym(
    city: City, topic: int, ani: Talker
) -> None:
    from feedbackbot.usecases.forum.tell_voters import tell_voters

    [one] = await city.waiting()
    await city.talk.run(decide, await person_id(city.head), one.id, None)
    while any((await city.talk.run(tell_voters)).values()):
        pass
    name = await city.name(ani)
    columns = select(outbox.c.body, outbox.c.once_key, outbox.c.subject).where(
        outbox.c.notice == "forum-statement"
    )
    [row] = await city.talk.work(lambda tx: list(tx.run(columns)))
    said = f"{row.body} {row.once_key} {row.subject}"
    assert name not in said and WORDS not in said and f'"statement":{one.id}' not in said
    assert row.subject is None
