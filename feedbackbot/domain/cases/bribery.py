"""Whether words tell of money asked for or given under the hand. Rough on purpose: it only decides whether the inspectorate is offered."""

import re
import unicodedata

_MONEY = r"(?:uang|duit|peng|imbalan|bayaran|komisi|fee|jatah|money)"
_ASKS = r"(?:minta|meminta|mintak|diminta|dimintai|minta2|memeras|diperas|pungut|memungut|dipungut|lakee|geulakee|asked|asks|demanded)"
_TOLD = (
    r"pungli|pungutan liar|pungutan tidak resmi|suap|disuap|menyuap|penyuapan|sogok|disogok|menyogok|sogokan|korupsi|dikorupsi|koruptor"
    r"|gratifikasi|bribe[sd]?|bribery|corrupt(?:ion)?|mark ?up|proyek fiktif|jual beli jabatan|penggelapan|digelapkan"
)
_KINDS_OF_MONEY = r"(?:uang|duit|peng) (?:pelicin|rokok|rukok|kopi|terima ?kasih|tutup mulut|damai|bawah meja|capek|lelah|semir)"
_FASTER = r"(?:bayar|kasih|beri|setor) (?:\w+ ){0,4}?(?:biar|supaya|agar|baru) (?:\w+ )?(?:cepat|lancar|diproses|dilayani|diurus)"
_ENVELOPE = r"(?:minta|kasih|beri|isi|pakai|serahkan) (?:\w+ )?amplop"
_PLAIN = re.compile(
    rf"\b(?:{_TOLD}|{_KINDS_OF_MONEY}|{_ENVELOPE}|{_FASTER}|{_ASKS} (?:\w+ ){{0,2}}?{_MONEY})\b"
)
_DENIED = re.compile(
    r"(?:\b(?:bebas|anti|tanpa|bukan|zona|cegah|mencegah|tidak|tak|tdk|ga|gak|nggak|enggak|tiada|no|not|never)"
    r"(?: ada| pernah| lagi| sama sekali)?(?: soal| tentang| dari)?) \Z"
)
_BACK = re.compile(r"\A(?: \w+){0,2} (?:kembali|kembalian|dikembalikan|ganti rugi|back)\b")


def tells_of_bribery(words: str) -> bool:
    """ "Petugas minta uang", "ada pungli", "bayar dulu baru diproses"; not "bebas pungli", "tidak minta uang", "minta uang kembali"."""
    plain = " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", words).casefold()))
    return any(
        not _DENIED.search(plain[: found.start()]) and not _BACK.search(plain[found.end() :])
        for found in _PLAIN.finditer(plain)
    )
