"""A campaign as its admin meets it: designed, refused, started, watched and read by talking."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select, update

from feedbackbot.domain.campaigns.experiment.power import of_people, smallest_visible_difference
from feedbackbot.reports.campaigns.draw_campaign import draw_campaign
from feedbackbot.storage.campaigns.tables import campaign_nudge, campaign_person
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.draw_people import draw_campaigns
from feedbackbot.usecases.campaigns.follow import follow_campaigns
from feedbackbot.usecases.campaigns.send_nudges import send_nudges
from feedbackbot.usecases.campaigns.steer import plan_best
from feedbackbot.wording.campaigns.chart import chart_of
from tests.broadcast.city import SECOND_ADMIN, actions
from tests.builders import CATALOGUE, grant_roles, talk_in
from tests.city_staff import answer, hire, invite, offer_training
from tests.no_leak import assert_nobody_is_named
from tests.talk import Clock, Talk, Talker


class CampaignOffice:
    """An admin, staff with chats, and a training that all are invited to."""

    def __init__(self, talk: Talk, clock: Clock, admin: Talker) -> None:
        self.talk, self.clock, self.admin = talk, clock, admin
        self.staff: list[int] = []
        self.training = 0

    async def hires(self, number: int) -> None:
        self.staff = await self.talk.run(hire, number, units=[1, 2, 3])
        self.training, _ = await self.talk.run(offer_training, "Pelayanan Prima")
        await self.talk.run(invite, self.training, self.staff)

    async def jobs_run(self) -> None:
        await draw_campaigns(self.talk.runtime)
        await plan_best(self.talk.runtime)
        await send_nudges(self.talk.runtime)
        await self.talk.work(_arrive)
        await follow_campaigns(self.talk.runtime)

    async def arms(self) -> dict[int, str]:
        rows = select(campaign_person.c.employee_id, campaign_person.c.arm)
        return await self.talk.work(lambda tx: {row.employee_id: row.arm for row in tx.run(rows)})


def _arrive(tx: Transaction) -> None:
    waiting = (outbox.c.state == State.WAITING) & (outbox.c.kind == "nudge")
    tx.run(update(outbox).where(waiting).values(state=State.SENT, settled_at=tx.now))


@pytest.fixture
async def office(database: Database) -> AsyncIterator[CampaignOffice]:
    clock = Clock()
    talk = await talk_in(database, clock)
    yield CampaignOffice(talk, clock, await grant_roles(talk, SECOND_ADMIN))
    await assert_nobody_is_named(talk)


async def taps_starting(admin: Talker, beginning: str) -> None:
    """The button of the newest message whose label begins so: the rest is a figure."""
    label = next(label for label in admin.buttons() if label.startswith(beginning))
    await admin.taps(label)


async def designs(admin: Talker, *principles: str, draw: str = "Setiap orang") -> None:
    """To the last look."""
    await admin.types("/kampanye")
    await admin.taps("Buat kampanye")
    await admin.taps("Menerima undangan")
    await admin.taps("Pelayanan Prima")
    await taps_starting(admin, "Semua pegawai")
    for principle in principles or ("Pengingat biasa",):
        await admin.taps(principle)
    await taps_starting(admin, "Lanjut dengan")
    for _ in principles or (1,):
        await admin.taps("Pakai begitu")
    await admin.taps(draw)
    await admin.taps("30 dari 100")
    await taps_starting(admin, "14 hari")


async def test_the_power_is_said_in_words_before_anything_is_sent(office: CampaignOffice) -> None:
    await office.hires(900)
    await designs(office.admin)
    visible = smallest_visible_difference(of_people(450), of_people(450), 0.3)
    assert visible is not None
    points = f"{100 * visible:.1f}".removesuffix(".0").replace(".", ",")
    assert f"Dengan 900 orang, beda di bawah {points} poin tidak akan terlihat" in office.admin.last
    assert "Itu lebih dari 5 poin" in office.admin.last
    assert "Saya mengerti, mulai" in office.admin.buttons()


async def to_the_audience(admin: Talker) -> None:
    await admin.types("/kampanye")
    await admin.taps("Buat kampanye")
    await admin.taps("Menerima undangan")
    await admin.taps("Pelayanan Prima")


async def test_that_nobody_can_be_drawn_is_said_at_once_with_the_way_back(office: CampaignOffice) -> None:
    await office.hires(12)
    await to_the_audience(office.admin)
    assert "baru 12 pegawai yang bisa dijangkau" in office.admin.last
    assert "hanya pegawai yang sudah diundang" in office.admin.last, "why there are so few"
    assert office.admin.buttons() == ["‹ Kembali"]
    await office.admin.taps("‹ Kembali")
    assert "Menerima undangan" in office.admin.buttons()


async def test_too_small_an_audience_and_too_many_messages_are_refused_where_they_are_chosen(
    office: CampaignOffice,
) -> None:
    await office.hires(44)
    admin = office.admin
    await to_the_audience(admin)
    await taps_starting(admin, "⚠️ PPPK")
    assert "hanya 0 orang" in (admin.notice or admin.said())
    await taps_starting(admin, "Semua pegawai")
    for principle in ("Pengingat biasa", "Poin dan penghargaan"):
        await admin.taps(principle)
    await taps_starting(admin, "Lanjut dengan")
    assert "hanya 44 orang" in (admin.notice or admin.said())


async def test_too_few_offices_are_refused_with_the_way_back(office: CampaignOffice) -> None:
    await office.hires(60)
    await designs(office.admin, draw="Kantor utuh")
    assert office.admin.buttons() == ["Ubah sasaran", "Ubah pesan", "Ubah undian dan waktu"]


async def test_from_the_start_to_the_verdict_and_to_the_control_group(office: CampaignOffice) -> None:
    await office.hires(200)
    admin = office.admin
    await designs(admin, "Pengingat biasa", "Poin dan penghargaan")
    await admin.taps("Saya mengerti, mulai")
    assert "Kampanye dimulai" in admin.last
    await office.jobs_run()
    await admin.taps("Lihat kampanyenya")
    assert "Masih berjalan. 0 dari 200 orang" in admin.last
    assert "Kelompok pembanding" in admin.last and "Terbukti" not in admin.last
    arms = await office.arms()
    treated = [who for who, arm in arms.items() if arm == "pesan1"]
    for who in treated[: round(0.8 * len(treated))]:
        await office.talk.run(answer, office.training, who)
    office.clock.passes(days=14.1)
    await office.jobs_run()
    await admin.types("/kampanye")
    await admin.taps("🏁 Pelayanan Prima")
    said = admin.said()
    assert said.count("Terbukti membantu") == 1 and said.count("Belum terbukti") == 1
    assert "koreksi Holm" in said and "orang perlu diajak untuk satu tambahan" in said
    assert admin.answered[-1].picture is not None
    await admin.taps("Kirim yang terbaik ke kelompok pembanding")
    assert "Pesan terbaik dikirim ke" in admin.last
    before = len(await office.talk.work(_nudged))
    await office.jobs_run()
    control = sum(arm == "control" for arm in arms.values())
    assert len(await office.talk.work(_nudged)) == before + control
    assert await actions(office.talk) == ["campaign-started", "campaign-best-sent"]


def _nudged(tx: Transaction) -> list[int]:
    return list(tx.run(select(campaign_nudge.c.id)).scalars())


async def test_the_outcome_is_drawn_as_a_picture_in_both_languages(office: CampaignOffice) -> None:
    await office.hires(120)
    await designs(office.admin)
    await office.admin.taps("Saya mengerti, mulai")
    for who in office.staff[::3]:
        await office.talk.run(answer, office.training, who)
    office.clock.passes(days=15)
    await office.jobs_run()
    for language in ("id", "en"):
        chart = await office.talk.run(chart_of, CATALOGUE, 1, language)
        assert chart.groups[0].label in ("Kelompok pembanding", "Control group")
        assert draw_campaign(chart).startswith(b"\x89PNG")


async def test_own_words_need_what_the_principle_is_made_of(office: CampaignOffice) -> None:
    await office.hires(60)
    admin = office.admin
    await admin.types("/kampanye")
    await admin.taps("Buat kampanye")
    await admin.taps("Menerima undangan")
    await admin.taps("Pelayanan Prima")
    await taps_starting(admin, "Semua pegawai")
    await admin.taps("Poin dan penghargaan")
    await taps_starting(admin, "Lanjut dengan")
    await admin.types("Ayo {ajakan}!")
    assert "perlu memuat: {poin}" in admin.said()
    await admin.types("Ayo {ajakan}, {rahasia} {poin}")
    assert "{rahasia} tidak dikenal" in admin.said()
    await admin.types("Dengan {ajakan} ada {poin} poin.")
    assert "Siapa yang diundi" in admin.last


async def test_the_button_under_a_nudge_leads_to_the_one_thing_to_do_and_counts_as_noticed(
    office: CampaignOffice,
) -> None:
    await office.hires(60)
    await designs(office.admin)
    await office.admin.taps("Saya mengerti, mulai")
    await office.jobs_run()
    nudges = select(campaign_nudge.c.id, campaign_nudge.c.employee_id)
    first, other = (await office.talk.work(lambda tx: list(tx.run(nudges))))[:2]
    reader = office.talk.person(f"staff-{first.employee_id}")
    await reader.sends_tap(f"!ajakan/{first.id}")
    assert "Pelayanan Prima" in reader.last and reader.buttons()
    await reader.sends_tap(f"!ajakan/{other.id}")
    assert "tidak berlaku lagi" in reader.last
    office.clock.passes(days=4)
    await office.jobs_run()
    ignored = select(campaign_nudge.c.employee_id).where(campaign_nudge.c.ignored_at.is_(None))
    assert await office.talk.work(lambda tx: list(tx.run(ignored).scalars())) == [first.employee_id]


async def test_switching_suggestions_off_stops_nudges(office: CampaignOffice) -> None:
    await office.hires(60)
    for who in office.staff[:30]:
        await office.talk.person(f"staff-{who}").sends_tap("!langganan/suggestions")
    await to_the_audience(office.admin)
    assert "baru 30 pegawai" in office.admin.last
