"""Reports in every state, each sent and handled in its own time by the use cases that real people use."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from feedbackbot.domain.cases.terms import Action, CaseKind
from feedbackbot.playground.living.past import Past
from feedbackbot.playground.living.staff import Staff
from feedbackbot.storage.bulk import add_rows, ids_from
from feedbackbot.storage.cases.cases import NewCase
from feedbackbot.storage.people.tables import person
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_code
from feedbackbot.usecases.cases.merge import merge
from feedbackbot.usecases.cases.run_clock import run_case_clock
from feedbackbot.usecases.cases.send_case import send_case
from feedbackbot.usecases.cases.step_case import Step, citizen_steps, staff_steps

_Story: TypeAlias = tuple[str, str, str]
"""To which office, in what words, where."""
_STORIES: Final = (
    ("pju", "Lampu jalan di depan meunasah padam sejak tiga malam, anak-anak takut pulang mengaji", "Desa Uteun Bayi"),
    ("dlh", "Sampah di belakang pasar tidak diangkut sudah seminggu dan baunya sampai ke sekolah", "Pasar Inpres"),
    ("perumda-air", "Air tidak mengalir sejak kemarin pagi di seluruh gang kami", "Hagu Selatan"),
    ("pupr", "Jalan berlubang besar di tikungan, sudah dua motor jatuh", "Blang Crum"),
    ("disdukcapil", "KTP saya belum jadi padahal sudah sebulan, di loket selalu disuruh kembali besok", ""),
    ("rsud", "Antrean obat sampai tiga jam padahal pasiennya sedikit", "Apotek RSUD"),
    ("dinsos", "Bantuan untuk ibu saya berhenti tanpa pemberitahuan", "Mon Geudong"),
    ("dpmptsp", "Mohon izin usaha kecil bisa diurus tanpa harus datang dua kali", ""),
)  # fmt: skip
# of the office whose officer, head and admin have a phone on the page
_AT_THE_PHONES: Final = (
    ("disdukcapil", "Nama ibu di kartu keluarga salah tulis, sudah dua kali minta diperbaiki", ""),
    ("disdukcapil", "Nomor antrean habis jam delapan pagi padahal saya datang dari Blang Mangat", "Loket 1"),
    ("disdukcapil", "Akta lahir anak saya belum bisa diambil, katanya jaringan rusak terus", ""),
    ("disdukcapil", "Kursi tunggu di loket dua rusak semua, orang tua terpaksa berdiri", "Loket 2"),
)
_OF_OTHERS: Final = (
    "pju",
    "Listrik di rumah kami padam sejak semalam dan tiang di depan gang miring",
    "Cunda",
)
_ANSWER: Final = "Terima kasih, petugas kami sudah ke lapangan dan pekerjaannya dijadwalkan minggu ini."
_REFERRED: Final = "Ini urusan PLN. Silakan hubungi PLN 123 atau aplikasi PLN Mobile."
_DONE: Final = "Sudah selesai dikerjakan. Mohon diperiksa, ya."


@dataclass(frozen=True, slots=True)
class _Sent:
    """Who sent it, its id, and who works at it."""

    citizen: int
    case: int
    officer: int


class Cases:
    """Makes them; `made` counts."""

    def __init__(self, past: Past, staff: Staff, stories: tuple[_Story, ...] = _STORIES) -> None:
        self._past, self._staff, self._stories = past, staff, stories
        self.made = 0

    async def sends(self, story: int | _Story, *, confidential: bool = False, **ago: float) -> _Sent:
        """A number is the place of a story that is told in turn."""
        told = self._stories[story % len(self._stories)] if isinstance(story, int) else story
        self._past.goes_to(**ago)
        self.made += 1
        return await self._past.does(lambda tx: self._send(tx, told, confidential))

    def _send(self, tx: Transaction, story: _Story, confidential: bool) -> _Sent:
        code, words, place = story
        unit = unit_by_code(tx, code)
        assert unit is not None  # noqa: S101  the city's file has it
        citizen = ids_from(tx, person)
        add_rows(tx, person, [{"id": citizen, "language": "id", "created_at": tx.now}])
        kind = CaseKind.ASPIRATION if words.startswith("Mohon") else CaseKind.COMPLAINT
        new = NewCase(
            citizen, kind, unit.id, None, words, "", place, None, None, None, None, confidential=confidential
        )
        return _Sent(citizen, send_case(tx, new, ()).id, self._staff.officers[unit.id])

    async def staff_does(
        self, one: _Sent, action: Action, words: str = "", outside: str = "", **ago: float
    ) -> None:
        self._past.goes_to(**ago)
        step = Step(action, words, outside=outside)
        await self._past.does(lambda tx: staff_steps(tx, one.officer, one.case, step))

    async def citizen_does(
        self, one: _Sent, action: Action, words: str = "", score: int | None = None, **ago: float
    ) -> None:
        self._past.goes_to(**ago)
        step = Step(action, words, score=score)
        await self._past.does(lambda tx: citizen_steps(tx, one.citizen, one.case, step))

    async def clock_strikes(self, **ago: float) -> None:
        """What is due by then is done: to all that were sent so far."""
        self._past.goes_to(**ago)
        await self._past.does(run_case_clock)

    async def merges(self, one: _Sent, into: _Sent) -> None:
        self._past.goes_to(hours=3)
        await self._past.does(lambda tx: merge(tx, one.officer, one.case, into.case))


_Tale = Callable[[Cases, int], Awaitable[None]]


async def _settled(cases: Cases, story: int) -> None:
    """Weeks ago, to the citizen's content."""
    began = 30 + 9 * story
    one = await cases.sends(story, days=began)
    await cases.staff_does(one, Action.TAKE, days=began, hours=-2)
    await cases.staff_does(one, Action.ANSWER, _ANSWER, days=began - 1)
    await cases.staff_does(one, Action.MARK_DONE, _DONE, days=began - 3)
    await cases.citizen_does(one, Action.CONFIRM, days=began - 4)
    await cases.citizen_does(one, Action.SCORE, score=3 + story % 2, days=began - 4)


async def _new(cases: Cases, story: int) -> None:
    await cases.sends(story, hours=2 + story)


async def _taken(cases: Cases, story: int) -> None:
    one = await cases.sends(story, days=2, hours=story)
    await cases.staff_does(one, Action.TAKE, days=1)


async def _overdue(cases: Cases, story: int) -> None:
    one = await cases.sends(story, days=16)
    await cases.staff_does(one, Action.TAKE, days=15)


async def _asked(cases: Cases, story: int) -> None:
    one = await cases.sends(story, days=3)
    await cases.staff_does(one, Action.ASK_BACK, "Di dekat rumah nomor berapa, Bapak/Ibu?", days=2)


async def _done(cases: Cases, story: int) -> None:
    one = await cases.sends(story, days=5)
    await cases.staff_does(one, Action.TAKE, days=4)
    await cases.staff_does(one, Action.MARK_DONE, _DONE, days=1)


async def _refused(cases: Cases, story: int) -> None:
    """The citizen says that it is not done."""
    one = await cases.sends(story, days=8)
    await cases.staff_does(one, Action.TAKE, days=7)
    await cases.staff_does(one, Action.MARK_DONE, _DONE, days=3)
    await cases.citizen_does(one, Action.REFUSE, "Belum, masih sama seperti kemarin", days=2)


async def _silent(cases: Cases, story: int) -> None:
    """Done, and the citizen never said whether it is: closed after some weeks. First of all, for the clock strikes for every case."""
    one = await cases.sends(story, days=80)
    await cases.staff_does(one, Action.TAKE, days=79)
    await cases.staff_does(one, Action.MARK_DONE, _DONE, days=78)
    await cases.clock_strikes(days=50)


async def _outside(cases: Cases, story: int) -> None:
    """Not the city's powers, whatever the story would be."""
    one = await cases.sends(_OF_OTHERS, days=12, hours=story)
    await cases.staff_does(one, Action.REFER, _REFERRED, outside="pln", days=11)


async def _withdrawn(cases: Cases, story: int) -> None:
    one = await cases.sends(story, days=20)
    await cases.citizen_does(one, Action.WITHDRAW, days=19)


async def _confidential(cases: Cases, story: int) -> None:
    await cases.sends(story, confidential=True, days=1)


async def _merged(cases: Cases, story: int) -> None:
    first = await cases.sends(story, days=1)
    await cases.merges(await cases.sends(story, hours=20), first)


_TALES: Final[tuple[_Tale, ...]] = (
    _silent, _settled, _settled, _settled, _settled, _new, _taken, _overdue, _asked, _done, _refused, _withdrawn, _outside,
    _confidential, _merged,
)  # fmt: skip


async def make_cases(past: Past, staff: Staff) -> int:
    """Returns how many."""
    cases = Cases(past, staff)
    for place, tale in enumerate(_TALES):
        await tale(cases, place)
        await tale(cases, place + 3)
    at_the_phones = Cases(past, staff, _AT_THE_PHONES)
    for place, tale in enumerate((_new, _new, _overdue, _asked)):
        await tale(at_the_phones, place)
    return cases.made + at_the_phones.made
