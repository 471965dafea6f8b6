"""Whether a short answer to "when?" is a time and nothing else."""

import re
import unicodedata

_TIMES = frozenset(
    (
        *("pagi", "siang", "sore", "malam", "subuh", "dini", "zuhur", "dzuhur", "asar", "ashar", "magrib", "maghrib", "isya", "baru"),
        *("saja", "hari", "ini", "minggu", "bulan", "tahun", "tadi", "barusan", "kemarin", "kemaren", "semalam", "sekarang", "lusa"),
        *("tiap", "setiap", "selalu", "terus", "masih", "senin", "selasa", "rabu", "kamis", "jumat", "ahad", "sabtu", "januari"),
        *("jan", "februari", "feb", "maret", "mar", "april", "apr", "mei", "juni", "jun", "juli", "jul", "agustus", "agu", "agt"),
        *("september", "sep", "oktober", "okt", "november", "nov", "desember", "des", "lebaran", "ramadan", "puasa", "uroe", "baroe"),
        *("bunoe", "beungoh", "sehari", "seharian", "seminggu", "semingguan", "sepekan", "sebulan", "sebulanan", "setahun", "sejam",
          "semalaman", "dulu", "lama", "pekan", "semalem", "kmrn", "kmren", "smlm", "skrg", "td", "hr", "mgg", "bln", "thn",
          "berhari", "berminggu", "berbulan", "bertahun"),
        *("today", "yesterday", "morning", "noon", "afternoon", "evening", "night", "week", "month", "year"),
        *("always", "still", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february"),
        *("march", "may", "june", "july", "august", "october", "december",),
    )
)  # fmt: skip
_BESIDE_TIMES = frozenset(
    (
        *("sekitar", "kira", "tanggal", "tgl", "jam", "pukul", "wib", "lebih", "kurang", "yang", "lalu", "pada", "dari", "di", "dan"),
        *("itu", "nyoe", "sampai", "sejak", "mulai", "jum", "at", "depan", "awal", "akhir", "pertengahan", "am", "pm", "a", "p"),
        *("sudah", "udah", "udh", "sdh", "ada", "hampir", "sejam", "beberapa", "bbrp", "belasan", "puluhan"),
        *("ya", "pak", "bu", "kak", "sih", "aja"),
        *("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas", "dr", "sjk", "an"),
        *("m", "the", "in", "on", "about", "since", "last", "this", "ago", "o", "clock", "st", "nd", "rd", "th", "of", "until"),
    )
)  # fmt: skip


def is_time(text: str) -> bool:
    """ "12", "9.30", "tiap pagi", "sekitar jam 9"; not "loket 3"."""
    said = re.findall(r"[^\W\d_]+|\d+", unicodedata.normalize("NFKC", text).casefold())
    tells = any(one.isdecimal() or one in _TIMES for one in said)
    return tells and all(one.isdecimal() or one in _TIMES or one in _BESIDE_TIMES for one in said)
