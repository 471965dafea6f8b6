"""The same text again, too many a day, a flagged sender: slowed, never lost or silenced."""

from tests.cases.office import WHAT, Office, complains, sends_case
from tests.talk import Talk, Talker


async def test_the_same_text_again_and_too_many_a_day_wait_and_nothing_is_lost(
    office: Office, ani: Talker, talk: Talk
) -> None:
    await sends_case(ani, office)
    first = (await office.case())["number"]
    await complains(ani, office, WHAT + "!!!")
    assert first in (ani.notice or ani.last)
    for number in range(4):
        await sends_case(ani, office, f"Kursi nomor {number} di ruang tunggu rusak sejak kemarin")
    await complains(ani, office, "Lampu di ruang tunggu mati sejak kemarin pagi")
    assert "Hari ini Anda sudah mengirim banyak" in (ani.notice or ani.last)
    talk.now.passes(hours=22)  # type: ignore[attr-defined]
    await ani.taps("Kirim")
    assert "Laporan terkirim" in ani.last, "what was written waited"


async def test_a_flagged_sender_is_slowed_and_not_silenced(office: Office, ani: Talker, talk: Talk) -> None:
    await sends_case(ani, office)
    await office.officer.taps("Buka")
    await office.officer.taps("⋯ Lainnya")
    await office.officer.taps("Tandai pengirim")
    assert "ditandai" in office.officer.last
    await complains(ani, office, "Bangsat, kursi di ruang tunggu rusak sejak kemarin")
    assert "bisa dikirim" in (ani.notice or ani.last)
    talk.now.passes(hours=12)  # type: ignore[attr-defined]
    await ani.taps("Kirim")
    assert "Laporan terkirim" in ani.last, "and swear words do not block it"
