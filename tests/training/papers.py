"""What employees send and admins bring: a certificate of elsewhere, a course's file."""

from pathlib import Path

from feedbackbot.dialogue.incoming import Kind
from tests.talk import Talker


async def sends(who: Talker, number: str = "800/12/2026") -> None:
    await who.types("/sertifikat")
    await who.sends_file(Kind.PHOTO)
    await who.types("Pelatihan Pelayanan Publik")
    await who.types("BPSDM Aceh")
    await who.types("12 Maret 2026")
    await who.types("20 JP")
    await who.types(number)
    await who.taps("✅ Kirim")


FILE = Path(__file__).parents[2] / "feedbackbot/data/courses/pelayanan-ramah-dan-sopan.md"
DATA = FILE.read_bytes()
