"""Cases and low scores over the wire, on the real bot."""

import asyncio
import json
import random
from datetime import UTC, datetime, timedelta

import pytest

from feedbackbot.clock import ShiftedClock, system_now
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.playground.replay import rate
from tests.endtoend.complaining import complains
from tests.endtoend.crowd import Crowd
from tests.endtoend.office_bot import office_bot, run_clock, with_role
from tests.pictures import png

CITIZENS = 500
LOW = {key: 1 if key == "waktu" else 2 for key in ELEMENT_KEYS}


async def never_names(city: Playground, staff: list[Person], *traces: str) -> int:
    """What officers and admins got holds none of the traces; returns how many messages were looked at."""
    looked = 0
    for person in staff:
        for send in await city.sends(person):
            text = json.dumps(send, ensure_ascii=False)
            assert not [trace for trace in traces if trace in text], text[:500]
            looked += 1
    return looked


@pytest.mark.timeout(120)
async def test_a_complaint_to_its_confirmed_closing_with_pictures_both_ways(sqlite_url: str) -> None:
    async with (
        Playground(token="1:PLAYcase", patience=30) as city,
        office_bot(city, sqlite_url, ShiftedClock()) as assistant,
    ):
        officer = await with_role(city, assistant, "Petugas", Role.OFFICER)
        ani = await city.person("Ani Suryani", phone="+6281260001234")
        await complains(ani, "Petugas loket tiga meminta uang kemarin pagi")
        await ani.uploads(png())
        await ani.hears("1 dari 5")
        await ani.taps("Lanjut ›")
        await ani.hears("dirahasiakan")
        await ani.taps("✅ Kirim")
        await ani.hears("Laporan terkirim")

        await officer.waits_for("Laporan baru")
        assert (await officer.waits_for("berkas 1 dari 1"))["kind"] == "photo"
        await officer.taps("🗂 Buka")
        await officer.taps("✋ Tangani")
        await officer.taps("💬 Jawab")
        await officer.hears("Tulis jawaban")
        await officer.uploads(png(), caption="Uang sudah dikembalikan")
        await ani.waits_for("Uang sudah dikembalikan")
        assert (await ani.waits_for("berkas 1 dari 1"))["kind"] == "photo"
        answer = next(one for one in ani.messages() if "menjawab laporan" in (one.get("text") or ""))
        await ani.types("Terima kasih, uangnya utuh", reply_to=answer["message_id"])
        await officer.waits_for("Terima kasih, uangnya utuh")
        await officer.taps("✅ Selesai")
        await officer.hears("Apa yang sudah dilakukan")
        await officer.types("Petugas ditegur")
        await ani.taps("✅ Ya, sudah")
        await ani.taps("Sangat baik")
        await ani.hears("Terima kasih atas penilaian")
        await officer.waits_for("Warga menyatakan laporan")
        assert await never_names(city, [officer], "Ani", "Suryani", "81260001234", f'"{ani.id}"') > 5
        assert "Petugas\n" not in "\n".join(ani.sees())


@pytest.mark.timeout(120)
async def test_a_refused_closing_and_weeks_of_nothing_go_up_step_by_step(sqlite_url: str) -> None:
    """It begins on Monday 14 December 2026; Christmas and its joint leave lie within."""
    clock = ShiftedClock(datetime(2026, 12, 14, 3, 0, tzinfo=UTC) - system_now())
    async with (
        Playground(token="1:PLAYweek", patience=30) as city,
        office_bot(city, sqlite_url, clock) as assistant,
    ):
        officer = await with_role(city, assistant, "Petugas", Role.OFFICER)
        head = await with_role(city, assistant, "Kepala", Role.HEAD)
        admin = await with_role(city, assistant, "Admin", Role.SUPERADMIN, None)
        ani = await city.person("Ani Suryani")
        await complains(ani, "Petugas loket tiga meminta uang kemarin pagi")
        await ani.taps("Lewati")
        await ani.taps("✅ Kirim")
        await officer.taps("🗂 Buka")
        await officer.taps("✅ Selesai")
        await officer.hears("Apa yang sudah dilakukan")
        await officer.types("Sudah ditegur")
        await ani.taps("❌ Belum")
        await head.waits_for("menolak penutupan")
        total = {"reminded": 0, "escalated": 0, "closed": 0}
        for _ in range(24 * 3):
            clock.offset += timedelta(hours=8)
            counts = await run_clock(assistant)
            total = {key: total[key] + counts[key] for key in total}
        assert total == {"reminded": 2, "escalated": 2, "closed": 0}
        await officer.waits_for("masih menunggu")
        await admin.waits_for("lewat tenggat")
        await never_names(city, [officer, head, admin], "Ani", "Suryani")


@pytest.mark.slow
@pytest.mark.timeout(280)
async def test_a_low_score_reaches_the_officer_while_five_hundred_others_rate(sqlite_url: str) -> None:
    async with (
        Playground(token="1:PLAYlow", patience=120) as city,
        office_bot(city, sqlite_url, ShiftedClock()) as assistant,
    ):
        officer = await with_role(city, assistant, "Petugas", Role.OFFICER)
        crowd = Crowd(city, random.Random(6))
        await crowd.gather(CITIZENS)
        for answers in crowd.answers:
            answers.update({key: 3 + value % 2 for key, value in answers.items()})
        rating = asyncio.create_task(crowd.rates("disdukcapil", thinking=1.0, patience=240))
        ani = await city.person("Ani Suryani")
        await rate(ani, "u_disdukcapil", LOW, patience=120)
        await officer.waits_for("Nilai rendah di Disdukcapil: Kecepatan", patience=60)
        assert not rating.done(), "the others were faster: nothing is shown"
        await rating
        alerts = [text for text in officer.sees() if "Nilai rendah" in text]
        assert len(alerts) == 1
        await never_names(city, [officer], "Ani", "Suryani", "Warga ")
