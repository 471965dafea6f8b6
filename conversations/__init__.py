"""What is said: one file per conversation, each of them without knowledge of the chat service and of each other."""

from typing import Final

from conversations import (
    audit,
    bahasa,
    dataku,
    hapus,
    hasil,
    kasus,
    langganan,
    lapor,
    laporan,
    menu,
    nilai,
    peran,
    perbaikan,
    piket,
    poster,
    privasi,
    pulih,
    siaran,
    siarkan,
    terbitkan,
    tiket,
    tindaklanjut,
)
from feedbackbot.dialogue.conversation import Conversation

HOME: Final = "menu"
ALL: Final[tuple[Conversation, ...]] = (
    menu.CONVERSATION,
    nilai.CONVERSATION,
    lapor.CONVERSATION,
    tiket.CONVERSATION,
    hasil.CONVERSATION,
    bahasa.CONVERSATION,
    privasi.CONVERSATION,
    dataku.CONVERSATION,
    hapus.CONVERSATION,
    kasus.CONVERSATION,
    pulih.CONVERSATION,
    piket.CONVERSATION,
    tindaklanjut.CONVERSATION,
    langganan.CONVERSATION,
    siarkan.CONVERSATION,
    siaran.CONVERSATION,
    peran.CONVERSATION,
    peran.ACCEPTING,
    audit.CONVERSATION,
    laporan.CONVERSATION,
    terbitkan.CONVERSATION,
    poster.CONVERSATION,
    perbaikan.CONVERSATION,
)
