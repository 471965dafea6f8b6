"""The card in the admin's chat: edited in place, seldom, by one process at a time, also after a restart; then the summary."""

from sqlalchemy import update

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.delivery.channel import DeliveryStatus, Sent
from feedbackbot.domain.message_text import plain
from feedbackbot.storage.broadcast.broadcast_rows import repeated_count
from feedbackbot.storage.broadcast.broadcasts import Stage
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.progress import count_at_end, finish_or_repeat, read_progress
from feedbackbot.wording.broadcast.workbook import recipients_sheet
from tests.broadcast.city import newest, rows, send, settle_people, states
from tests.broadcast.post import Post, until_settled
from tests.builders import CATALOGUE
from tests.talk import Clock, Talk, Talker


def cards(channel: MemoryChannel) -> list[str]:
    """Every state of the card that was shown, oldest first."""
    return [plain(message.text) for _, message in channel.sent]


def arrive(number: int, state: State = State.SENT, reason: str | None = None):  # type: ignore[no-untyped-def]
    """As if the next so many messages had this fate."""

    def work(tx: Transaction) -> None:
        ids = list(
            tx.run(
                outbox.select().where(outbox.c.state == State.WAITING).order_by(outbox.c.id).limit(number)
            ).scalars()
        )
        tx.run(
            update(outbox).where(outbox.c.id.in_(ids)).values(state=state, settled_at=tx.now, reason=reason)
        )

    return work


async def test_it_shows_how_far_it_is_and_is_edited_at_most_every_three_seconds(
    talk: Talk, zul: Talker, clock: Clock
) -> None:
    await talk.work(lambda tx: settle_people(tx, 99))
    await send(zul)
    channel = MemoryChannel()
    post = Post(talk, channel)
    clock.passes(seconds=10)
    await talk.work(arrive(38))
    await talk.work(arrive(2, State.GONE, "blocked"))
    await post.cards.look()
    [first] = cards(channel)
    assert "▓▓▓▓░░░░░░ 40 %" in first
    assert "Terkirim 38 · gagal 2 · tersisa 60" in first
    assert "4 pesan per detik · selesai sekitar 15 detik lagi" in first
    await talk.work(arrive(10))
    clock.passes(seconds=2)
    await post.cards.look()
    assert len(channel.sent) == 1, "too early"
    clock.passes(seconds=2)
    await post.cards.look()
    address, edit = channel.sent[-1]
    assert (address, edit.replaces_ref) == ("Zul", "1"), "the same message, changed"
    assert "tersisa 50" in edit.text
    assert [button.label for row in edit.rows for button in row] == ["⏸ Jeda", "✖️ Batalkan"]


async def test_of_two_processes_one_edits_it_and_after_a_restart_the_next_goes_on_with_the_same_message(
    talk: Talk, zul: Talker, clock: Clock
) -> None:
    await talk.work(lambda tx: settle_people(tx, 9))
    await send(zul)
    channel = MemoryChannel()
    first, second = Post(talk, channel, "first"), Post(talk, channel, "second")
    await first.cards.look()
    await second.cards.look()
    assert len(channel.sent) == 1
    await talk.work(arrive(5))
    clock.passes(seconds=10)
    await second.cards.look()  # the first was killed
    assert channel.sent[-1][1].replaces_ref == "1"


async def test_what_shows_nothing_new_is_not_edited(talk: Talk, zul: Talker, clock: Clock) -> None:
    await send(zul)
    channel = MemoryChannel()
    post = Post(talk, channel)
    for _ in range(3):
        await post.cards.look()
        clock.passes(seconds=10)
    assert len(channel.sent) == 1


async def test_at_the_end_there_is_a_summary_with_reasons_in_words_and_answers(
    talk: Talk, zul: Talker, ani: Talker, clock: Clock
) -> None:
    await talk.work(lambda tx: settle_people(tx, 8))
    number = await send(zul, buttons="Hadir\nTidak")
    await ani.sends_tap(f"!siaran/{number}.1")
    await talk.work(arrive(6))
    await talk.work(arrive(2, State.GONE, "blocked"))
    await talk.work(arrive(1, State.REJECTED, "gave-up: too-many"))
    await talk.work(arrive(1, State.DROPPED, "opted-out"))
    channel = MemoryChannel()
    post = Post(talk, channel)
    await post.cards.look()
    [summary] = cards(channel)
    for line in (
        "Selesai. 6 dari 10 terkirim",
        "Gagal: 3",
        "2 memblokir asisten ini",
        "1 tetap gagal setelah dicoba berkali-kali",
        "1 mematikan kabar",
        "Hadir: 1",
        "Tidak: 0",
    ):
        assert line in summary, line
    assert (await newest(talk)).stage is Stage.DONE
    clock.passes(seconds=30)
    await post.cards.look()
    assert len(channel.sent) == 1, "once it is over, nothing is edited any more"


async def test_the_summary_outlives_the_rows(talk: Talk, zul: Talker) -> None:
    number = await send(zul)
    await talk.work(arrive(1, State.GONE, "blocked"))
    await Post(talk, MemoryChannel()).cards.look()
    before = await talk.run(read_progress, number)
    await talk.work(lambda tx: tx.run(outbox.delete()))
    after = await talk.run(read_progress, number)
    assert (after.sent, after.failed, after.failures) == (before.sent, before.failed, before.failures)
    assert after.failures == {"blocked": 1}


async def test_a_summary_that_could_not_be_shown_is_shown_later(
    talk: Talk, zul: Talker, clock: Clock
) -> None:
    await send(zul)
    await talk.work(arrive(1))
    channel = MemoryChannel()
    channel.answer_with([Sent(DeliveryStatus.LATER, reason="not-sent")])
    post = Post(talk, channel)
    await post.cards.look()
    assert channel.sent == []
    clock.passes(seconds=4)
    await post.cards.look()
    assert "Selesai" in cards(channel)[0]


async def test_what_nobody_knows_of_is_sent_again_and_counted(talk: Talk, zul: Talker, clock: Clock) -> None:
    await talk.work(lambda tx: settle_people(tx, 9))
    number = await send(zul)
    channel = MemoryChannel()
    channel.answer_with([Sent(DeliveryStatus.SENT), *[Sent(DeliveryStatus.UNKNOWN, reason="dropped")] * 3])
    post = Post(talk, channel)
    async with post.open():
        assert await until_settled(talk) == {State.SENT: 7, State.UNKNOWN: 3}
        await post.cards.look()
        assert await until_settled(talk) == {State.SENT: 10}
        clock.passes(seconds=5)
        await post.cards.look()
    assert await talk.run(repeated_count, number) == 3
    assert "3 orang dikirimi ulang" in cards(channel)[-1]
    readers = [address for address, message in channel.sent if "Siaran" not in message.text]
    assert len(readers) == 13, "as many doubled as the database says"


async def test_a_chat_service_that_never_answers_is_not_asked_for_ever(talk: Talk, zul: Talker) -> None:
    number = await send(zul)
    channel = MemoryChannel()
    channel.answer_with([Sent(DeliveryStatus.UNKNOWN, reason="dropped")] * 10)
    post = Post(talk, channel)
    async with post.open():
        for _ in range(6):
            await until_settled(talk)
            channel.gone.add("nobody")
            await talk.work(lambda tx: _finish(tx, number))
        assert await until_settled(talk) == {State.UNKNOWN: 1}
    assert len(channel.tried) == 4, "the first time and three more"
    assert (await newest(talk)).stage is Stage.DONE


def _finish(tx: Transaction, number: int) -> None:
    counted = count_at_end(tx, number)
    if counted is not None:
        finish_or_repeat(tx, counted)


async def test_the_workbook_has_one_row_a_recipient(talk: Talk, zul: Talker, ani: Talker) -> None:
    number = await send(zul, buttons="Hadir")
    await ani.sends_tap(f"!siaran/{number}.1")
    await talk.work(arrive(1))
    await talk.work(arrive(1, State.GONE, "blocked"))
    await zul.sends_tap(f"!kelola/{number}.berkas")
    attachment = zul.chat[-1].message.document
    assert attachment is not None
    assert attachment.args == {"broadcast": number, "language": "id"}
    sheet = await talk.run(recipients_sheet, CATALOGUE, number, "id")
    assert [column.title for column in sheet.columns][2:4] == ["Hasil", "Sebab"]
    found = [list(row) for row in sheet.rows]
    assert [row[2:4] for row in found] == [["terkirim", ""], ["tidak terjangkau", "memblokir asisten ini"]]
    assert [row[6] for row in found] == ["", "Hadir"]


async def test_pausing_shows_on_the_card_at_once(talk: Talk, zul: Talker) -> None:
    number = await send(zul)
    channel = MemoryChannel()
    post = Post(talk, channel)
    await post.cards.look()
    await zul.sends_tap(f"!kelola/{number}.jeda")
    await post.cards.look()
    assert "Dijeda" in cards(channel)[-1]
    assert await states(talk) == {State.PAUSED: 1}
    assert len(await rows(talk)) == 1
