"""The duties of a role, each behind a button, so that nobody learns commands by heart; many are put into groups."""

from typing import Any, Final

from conversations import entry_points as to
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.entry_point import COMMAND
from feedbackbot.dialogue.message import Choice

GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "laporan": ("kasus", "piket", "jawaban", "batas", "tindaklanjut", "perbaikan"),
    "hasil": ("laporan", "terbitkan", "poster", "kios", "survei"),
    "forum": ("forum_baru", "forum_moderasi"),
    "pesan": ("siarkan", "siaran", "kampanye"),
    "latih": ("pelatihan", "pelatihan_baru", "undang", "hadir", "tim", "rekap", "tabel_jp", "hadiah"),
    "orang": ("peran", "impor", "kode", "audit"),
    "asisten": ("status", "ubah_info", "belum_paham", "biaya", "kunci_api"),
}
"""Names of commands, by what they are about."""
_FEW: Final = 10
_FIRST: Final = ("pelatihan", "belajar", "jp", "sertifikat")
"""What employees came for stands before points and badges."""


def duty_choices(chat: Chat[Any], home: str) -> tuple[Choice, ...]:
    """All duties where they are few, else their groups."""
    duties = sorted(chat.duties_of(home), key=_place)
    if len(duties) <= _FEW:
        return tuple(_duty(chat, name) for name in duties)
    return tuple(
        Choice(f"tugas.{group}", chat.t(f"duties-{group}"), opens=to.MENU)
        for group, names in GROUPS.items()
        if set(names) & set(duties)
    )


def _place(name: str) -> int:
    """The others stay in their order."""
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def group_choices(chat: Chat[Any], home: str, group: str) -> tuple[Choice, ...]:
    duties = set(chat.duties_of(home))
    return tuple(_duty(chat, name) for name in GROUPS.get(group, ()) if name in duties)


def _duty(chat: Chat[Any], name: str) -> Choice:
    return Choice(name, chat.t(f"duty-{name.replace('_', '-')}"), opens=COMMAND)
