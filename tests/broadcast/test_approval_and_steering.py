"""A second admin approves; whoever may pauses, resumes, cancels: each once, each with a word, each in the audit table."""

import pytest

from feedbackbot.storage.broadcast.broadcasts import Stage
from feedbackbot.storage.people.audit import newest as newest_entries
from feedbackbot.storage.people.roles import end_grant, grants_of
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.people.subscriptions import Subscription, subscribe
from tests.broadcast.city import actions, at, newest, rows, send, settle_people, states, told, write
from tests.talk import Clock, Talk, Talker


async def call_an_emergency(admin: Talker) -> None:
    await write(admin, "Banjir di Banda Sakti")
    await admin.taps("Jadikan darurat")
    assert "Darurat" in admin.last
    await admin.taps("Minta persetujuan")


async def test_an_emergency_needs_a_second_admin_and_ignores_the_night_and_what_is_switched_off(
    talk: Talk, zul: Talker, rina: Talker, ani: Talker, clock: Clock
) -> None:
    clock.passes(hours=13)
    await talk.run(subscribe, (await ani.contact()).person_id, Subscription.NEWS, on=False)
    await call_an_emergency(zul)
    assert "menunggu persetujuan" in zul.last
    assert await rows(talk) == []
    await rina.sends_tap("!kelola/1.setuju")
    assert rina.notice == "Disetujui."
    assert {(row.name, row.kind, row.due_at) for row in await rows(talk)} == {
        (name, "emergency", at(24, 23)) for name in ("Zul", "Rina", "Ani")
    }
    approved = (await talk.run(newest_entries, 1))[0]
    assert (approved.action, approved.after) == ("broadcast-approved", {"emergency": True})
    assert "disetujui" in (await told(talk, "Zul"))[-1]


async def test_without_another_admin_an_emergency_is_refused_with_the_way_out(
    talk: Talk, zul: Talker
) -> None:
    await write(zul)
    await zul.taps("Jadikan darurat")
    await zul.taps("Minta persetujuan")
    assert "belum ada admin kota lain" in zul.notice
    assert await rows(talk) == []
    assert (await zul.state()).step == "tinjau"


async def test_nobody_approves_their_own(talk: Talk, zul: Talker, rina: Talker) -> None:
    await call_an_emergency(zul)
    await zul.sends_tap("!kelola/1.setuju")
    assert "penulisnya sendiri" in zul.notice
    assert (await newest(talk)).stage is Stage.AWAITING


async def test_two_admins_who_approve_at_once_send_it_once(
    talk: Talk, zul: Talker, rina: Talker, ani: Talker
) -> None:
    other = await (await _third_admin(talk)).contact()
    await call_an_emergency(zul)
    await rina.sends_tap("!kelola/1.setuju")
    await talk.people["Sari"].sends_tap("!kelola/1.setuju")
    assert "Sudah ada yang memutuskan" in talk.people["Sari"].notice
    assert len(await rows(talk)) == 4
    found = await newest(talk)
    assert found.approver_id == (await rina.contact()).person_id != other.person_id


async def _third_admin(talk: Talk) -> Talker:
    from tests.builders import grant_roles
    from tests.cast import Member

    return await grant_roles(talk, Member("Sari", ("superadmin",)))


async def test_what_the_second_admin_refuses_is_never_sent(talk: Talk, zul: Talker, rina: Talker) -> None:
    await call_an_emergency(zul)
    await rina.sends_tap("!kelola/1.baca")
    assert "Banjir" in rina.last
    await rina.sends_tap("!kelola/1.tolak")
    assert (await newest(talk)).stage is Stage.REFUSED
    assert await rows(talk) == []
    assert "tidak disetujui" in (await told(talk, "Zul"))[-1]
    await rina.sends_tap("!kelola/1.setuju")
    assert (await newest(talk)).stage is Stage.REFUSED


async def test_an_approver_who_lost_the_role_approves_nothing(talk: Talk, zul: Talker, rina: Talker) -> None:
    await call_an_emergency(zul)
    person = (await rina.contact()).person_id

    def take_away(tx: Transaction) -> None:
        for grant in grants_of(tx, person):
            end_grant(tx, grant.id)

    await talk.work(take_away)
    await rina.sends_tap("!kelola/1.setuju")
    assert (await newest(talk)).stage is Stage.AWAITING


async def test_pause_resume_and_cancel_are_exact_to_the_row(talk: Talk, zul: Talker) -> None:
    await talk.work(lambda tx: settle_people(tx, 49))
    number = await send(zul)
    await zul.sends_tap(f"!kelola/{number}.jeda")
    assert "50 pesan menunggu" in zul.notice
    assert await states(talk) == {State.PAUSED: 50}
    await zul.sends_tap(f"!kelola/{number}.lanjut")
    assert await states(talk) == {State.WAITING: 50}
    await zul.sends_tap(f"!kelola/{number}.batal")
    assert "Yang sudah terkirim tetap terkirim" in zul.last
    assert await states(talk) == {State.WAITING: 50}, "only asked so far"
    await zul.taps("Ya, batalkan sisanya")
    assert await states(talk) == {State.DROPPED: 50}
    assert {row.reason for row in await rows(talk)} == {"cancelled"}
    assert await actions(talk) == [
        "broadcast-confirmed", "broadcast-paused", "broadcast-resumed", "broadcast-cancelled",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("jeda", "jeda", "sudah dijeda"),
        ("lanjut", "lanjut", "sudah berjalan"),
        ("batalkan", "batalkan", "sudah dibatalkan sebelumnya"),
        ("batalkan", "jeda", "sudah dibatalkan"),
        ("batalkan", "lanjut", "sudah dibatalkan"),
    ],
)
async def test_said_a_second_time_it_changes_nothing_and_says_so(
    talk: Talk, zul: Talker, first: str, second: str, answer: str
) -> None:
    number = await send(zul)
    await zul.sends_tap(f"!kelola/{number}.{first}")
    before, recorded = await states(talk), await actions(talk)
    await zul.sends_tap(f"!kelola/{number}.{second}")
    assert answer in zul.notice
    assert await states(talk) == before
    assert await actions(talk) == recorded


async def test_a_planned_one_can_be_cancelled(talk: Talk, zul: Talker) -> None:
    await write(zul)
    await zul.taps("Atur waktu")
    await zul.types("besok 09:00")
    await zul.taps("Setiap minggu")
    await zul.taps("Jadwalkan")
    await zul.types("/siaran")
    assert "dijadwalkan" in zul.last
    await zul.taps("#1")
    await zul.taps("Batalkan")
    await zul.taps("Ya, batalkan sisanya")
    assert (await newest(talk)).stage is Stage.CANCELLED


async def test_a_broadcast_that_does_not_exist_is_told_so(zul: Talker) -> None:
    for act in ("jeda", "batalkan", "setuju", "berkas", "lihat"):
        await zul.sends_tap(f"!kelola/77.{act}")
        assert "tidak ada" in zul.notice, act


async def test_who_approves_reads_the_message_in_the_question(talk: Talk, zul: Talker, rina: Talker) -> None:
    await call_an_emergency(zul)
    asked = (await told(talk, "Rina"))[-1]
    assert "menunggu persetujuan Anda" in asked
    assert "Banjir di Banda Sakti" in asked
    assert "Penerima: " in asked
    assert "PESAN DARURAT" in asked, "it looks like one, and says who sends it"
    assert "Dari Pemerintah Kota" in asked
