"""Whether a few words beside a rating complain. Rough on purpose: it only decides whether somebody looks at a lowest answer at once."""

import re
import unicodedata

_NOT = frozenset(
    (
        *(
            "tidak",
            "tak",
            "tdk",
            "tiada",
            "ga",
            "gak",
            "nggak",
            "enggak",
            "engga",
            "ndak",
            "kagak",
            "belum",
            "blm",
            "bukan",
            "jangan",
        ),
        *("tanpa", "kurang", "krg", "hana", "han", "not", "no", "never", "none", "without"),
    )
)
# The beginnings of words that complain by themselves, and of words that complain once they are denied ("tidak ramah").
_BAD = (
    *("lambat", "lelet", "lemot", "telat", "terlambat", "antre", "antri", "nunggu", "menunggu", "tunggu", "berjam", "trep"),
    *("kasar", "bentak", "membentak", "dibentak", "marah", "judes", "jutek", "cuek", "ketus", "sombong", "malas", "arogan", "emosi"),
    *("buruk", "jelek", "parah", "payah", "kecewa", "mengecewakan", "brok", "ancur", "hancur", "percuma"),
    *("ribet", "rumit", "sulit", "susah", "berbelit", "dipersulit", "mempersulit", "bingung", "pingpong", "dipingpong", "bolak"),
    *("dilempar",),
    *("mahal", "pungli", "pungutan", "sogok", "bayar", "membayar", "dibayar"),
    *("kotor", "rusak", "sempit", "bocor", "bohong", "dibohongi", "abai", "diabaikan", "hilang", "keliru"),
    *("komplain", "keluh", "mengeluh", "protes", "diskriminasi", "ditolak", "tutup", "masalah", "hambat", "kendala"),
    *("slow", "rude", "bad", "poor", "worst", "terrible", "wait", "queue", "dirty", "expensive", "broken", "closed", "lost", "bribe"),
    *("unfriendly", "disappoint", "difficult", "problem", "complain", "wrong", "ignored", "angry"),
)  # fmt: skip
_GOOD = (
    *("ramah", "sopan", "santun", "baik", "bagus", "jelas", "mudah", "gampang", "cepat", "puas", "sesuai", "bersih", "nyaman", "rapi"),
    *("ada", "bisa", "datang", "dilayani", "melayani", "dijawab", "ditanggapi", "digubris", "dihargai", "diurus", "selesai", "beres"),
    *("berfungsi", "kompeten", "mengerti", "paham", "profesional", "transparan", "adil", "tepat", "senyum", "maksimal", "get", "jeuet"),
    *("friendly", "polite", "good", "clear", "easy", "fast", "help", "answer", "finish", "work", "clean", "respond"),
)  # fmt: skip
# These only as they stand: "calon" and "baur" mean something else.
_BAD_ALONE = frozenset(["lama", "lamanya", "calo", "suap", "uang", "panas", "bau", "salah"])
_NOTHING_TO_SAY = frozenset(
    ["saran", "komentar", "kritik", "masukan", "apa", "tambahan", "lagi", "comment", "comments", "suggestion"]
)
_REACH = 2  # words before the one that is denied
_ANGRY = re.compile("[\U0001f620-\U0001f624\U0001f44e\U0001f92c\U0001f62d]")


def complains(words: str) -> bool:
    """ "Petugas membentak", "tidak ramah", an angry face; not "tidak lama", "tanpa masalah", "tidak ada keluhan", and no plain praise."""
    if _ANGRY.search(words):
        return True
    plain = unicodedata.normalize("NFKD", words.casefold())
    said = re.findall(r"[^\W\d_]+", plain)
    skip = -1
    for place, word in enumerate(said):
        if place <= skip:
            continue
        denied = any(before in _NOT for before in said[max(place - _REACH, 0) : place])
        if _is_bad(word) and not denied:
            return True
        if denied and word.startswith(_GOOD):
            after = said[place + 1 : place + 2]
            if word == "ada" and (not after or _is_bad(after[0]) or after[0] in _NOTHING_TO_SAY):
                skip = place + 1  # "tidak ada keluhan", "tidak ada" is the answer of somebody who has none
                continue
            return True
    return False


def _is_bad(word: str) -> bool:
    return word in _BAD_ALONE or word.startswith(_BAD)
