"""Which element of the survey a respondent's words speak of, where that is sure."""

import re
from typing import Final

# The beginnings of words by element. A queue is about time, a counter or a chair about the facilities, whoever complains of them.
_WORDS: Final = {
    "persyaratan": ("syarat", "persyaratan", "fotokopi", "berkas", "dokumen", "requirement"),
    "prosedur": ("prosedur", "alur", "berbelit", "ribet", "rumit", "tahapan", "bolak", "procedure"),
    "waktu": ("lama", "lambat", "lelet", "antre", "antri", "antrean", "tunggu", "menunggu", "nunggu", "cepat", "jam", "telat",
              "terlambat", "queue", "wait", "slow"),
    "biaya": ("biaya", "tarif", "mahal", "pungli", "pungutan", "bayar", "uang", "gratis", "fee"),
    "produk": ("hasil", "salah", "keliru", "cetak", "tercetak"),
    "kompetensi": ("paham", "menguasai", "terampil", "kompeten", "mampu", "mengerti", "skill"),
    "perilaku": ("ramah", "sopan", "kasar", "judes", "jutek", "ketus", "membentak", "dibentak", "bentak", "senyum", "cuek", "rude",
                 "friendly"),
    "pengaduan": ("pengaduan", "aduan", "mengadu", "keluhan", "lapor", "laporan", "ditanggapi"),
    "sarana": ("kursi", "ruang", "ruangan", "toilet", "wc", "parkir", "ac", "panas", "sempit", "kotor", "bersih", "gedung", "kipas",
               "komputer", "printer", "jaringan", "fasilitas", "sarana", "loket"),
}  # fmt: skip
_WHOLE: Final = frozenset({"ac", "wc", "jam", "lama", "hasil", "uang", "fee", "salah"})


def element_spoken_of(words: str) -> str | None:
    """The key of the one element that the words name; None where they name none or several."""
    said = re.findall(r"[^\W\d_]+", words.casefold())
    found = {
        key
        for key, known in _WORDS.items()
        if any(word == one or (one not in _WHOLE and word.startswith(one)) for word in said for one in known)
    }
    return found.pop() if len(found) == 1 else None
