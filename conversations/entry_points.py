"""Every entry point, by what it opens: buttons, links and menus refer to it by name.

Its key stands in messages that were sent long ago, so it never changes.
"""

from typing import Final

from feedbackbot.delivery.wording import OPT_OUT
from feedbackbot.dialogue.entry_point import EntryPoint
from feedbackbot.domain.contact_policy.templates import DOOR as KNOCK
from feedbackbot.usecases.broadcast import entry_points as broadcast

# for everybody
MENU: Final = EntryPoint("menu")
OPEN_LETTERS: Final = EntryPoint(KNOCK)
COUNTER: Final = EntryPoint("u")
RATE: Final = EntryPoint("nilai")
RECEIPT: Final = EntryPoint("s")
BE_INVITED: Final = EntryPoint("diundang")
RESUME_RATING: Final = EntryPoint("teruskan")
ANSWER_SURVEY: Final = EntryPoint("jawab")
CHANGE_RATING: Final = EntryPoint("ubah")
FILL_RATING: Final = EntryPoint("isi")
RESULT: Final = EntryPoint("hasil")
REPORT_CASE: Final = EntryPoint("lapor")
INFO: Final = EntryPoint("info")
TICKET: Final = EntryPoint("tiket")
HANDLING_SCORE: Final = EntryPoint("skor")
TIP: Final = EntryPoint("wbs")
TALK: Final = EntryPoint("tanggapan")
RATE_AGAIN: Final = EntryPoint("lebihbaik")
AGREE_TO_TALK: Final = EntryPoint("bolehtanya")
LANGUAGE: Final = EntryPoint("bahasa")
SUBSCRIPTIONS: Final = OPT_OUT
BROADCAST_ANSWER: Final = broadcast.ANSWER
PRIVACY: Final = EntryPoint("privasi")
WITHDRAW_CONSENT: Final = EntryPoint("tarik")
FORUM: Final = EntryPoint("forum")
HELD_DATA: Final = EntryPoint("dataku")
ERASE: Final = EntryPoint("hapus")
JOIN: Final = EntryPoint("sambung")
PROFILE: Final = EntryPoint("profil")

# for staff
LINK_STAFF: Final = EntryPoint("daftar")
LINK_CODE: Final = EntryPoint("kode")
TRAINING: Final = EntryPoint("pelatihan")
INVITATION: Final = EntryPoint("undangan")
HEADS_CONSENT: Final = EntryPoint("izin_atasan")
ATTEND: Final = EntryPoint("hadir")
LEARN: Final = EntryPoint("belajar")
EVALUATE: Final = EntryPoint("evaluasi")
CREDITS: Final = EntryPoint("jp")
CERTIFICATE: Final = EntryPoint("sertifikat")
EXTERNAL: Final = EntryPoint("sertifikatluar")
TEAM: Final = EntryPoint("tim")
POINTS: Final = EntryPoint("poin")
BADGES: Final = EntryPoint("lencana")
BOARD: Final = EntryPoint("peringkat")
REWARDS: Final = EntryPoint("hadiah")
NUDGE: Final = EntryPoint("ajakan")

# for officers and heads
DESK: Final = EntryPoint("kasus")
LOW_SCORE: Final = EntryPoint("pulih")
REPORTS: Final = EntryPoint("laporan")
POSTER: Final = EntryPoint("poster")
API_KEYS: Final = EntryPoint("kunci")
KIOSK: Final = EntryPoint("kios")
SURVEYS: Final = EntryPoint("survei")
NEW_FORUM: Final = EntryPoint("forumbaru")
STEER_FORUM: Final = EntryPoint("aturforum")
IMPROVEMENT: Final = EntryPoint("perbaikan")

# for the inspectorate
TIPS: Final = EntryPoint("inspektorat")

# for admins and trainers
ROLE_CODE: Final = EntryPoint("admin")
ROLES: Final = EntryPoint("peran")
WITHDRAW_ROLE: Final = EntryPoint("cabut")
IMPORT: Final = EntryPoint("impor")
AUDIT: Final = EntryPoint("audit")
STATUS: Final = EntryPoint("status")
INVITE: Final = EntryPoint("undang")
MANAGE_TRAINING: Final = EntryPoint("atur")
ATTENDANCE_CODE: Final = EntryPoint("kode_hadir")
RECAP: Final = EntryPoint("rekap")
WRITE_BROADCAST: Final = EntryPoint("siarkan")
MANAGE_BROADCAST: Final = broadcast.MANAGE
CAMPAIGN: Final = EntryPoint("kampanye")
UNCLEAR_WORDS: Final = EntryPoint("belum_paham")

ALL: Final = frozenset(value for value in list(globals().values()) if isinstance(value, EntryPoint))
