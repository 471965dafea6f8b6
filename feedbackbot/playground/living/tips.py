"""What was told to the inspectorate alone: one tip that nobody has read, one that is looked into, one that is closed."""

from typing import Final

from feedbackbot.domain.cases.tips import TipAction, TipKind
from feedbackbot.playground.living.past import Past
from feedbackbot.playground.living.staff import Staff
from feedbackbot.storage.bulk import add_rows, ids_from
from feedbackbot.storage.cases.tips import NewTip
from feedbackbot.storage.people.tables import person
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.tips import send_tip, tip_steps, tips_on_desk

_READ: Final = (
    (TipAction.READ, ""),
    (TipAction.ANSWER, "Terima kasih. Pada hari apa dan di loket mana itu terjadi?"),
)
_CLOSED: Final = (
    *_READ[:1],
    (TipAction.CLOSE, "Sudah diperiksa dan ditindak. Terima kasih atas keberanian Anda."),
)
_TOLD: Final = (
    (24, TipKind.LEVY, "Di loket diminta uang rokok lima puluh ribu supaya berkas cepat selesai", _CLOSED),
    (6, TipKind.PROCUREMENT, "Pengadaan kursi kantor tahun ini harganya dua kali harga toko", _READ),
    (1, TipKind.POWER, "Mobil dinas dipakai keluarga untuk berlibur setiap akhir pekan", ()),
)


async def tell_tips(past: Past, staff: Staff) -> None:
    for days, kind, words, done in _TOLD:
        past.goes_to(days=days)
        await past.does(lambda tx, k=kind, w=words: _tell(tx, staff, k, w))  # type: ignore[misc]
        for action, said in done:
            past.goes_to(days=days - 1)
            await past.does(lambda tx, a=action, s=said: _handle(tx, staff, a, s))  # type: ignore[misc]


def _tell(tx: Transaction, staff: Staff, kind: TipKind, words: str) -> None:
    sender = ids_from(tx, person)
    add_rows(tx, person, [{"id": sender, "language": "id", "created_at": tx.now}])
    send_tip(tx, sender, NewTip(kind, words, staff.units[0]), ())


def _handle(tx: Transaction, staff: Staff, action: TipAction, words: str) -> None:
    newest = max(one.id for one in tips_on_desk(tx, staff.inspector))
    tip_steps(tx, staff.inspector, newest, action, words)
