"""Texts that have broken documents, here or elsewhere: each kind by itself, and all of them in one."""

import dataclasses
import io
from datetime import date
from typing import Final

from pypdf import PdfReader

from feedbackbot.reports.incentives.letter import Letter, letter_pdf
from feedbackbot.reports.training.certificate import PrintedCertificate, certificate_pdf

KINDS: Final = {
    "keycaps": "Layanan 3️⃣ dari 5️⃣, #️⃣ dan *️⃣",
    "emoji": "Pelayanan Prima ✅ ❤️‍🔥 🫠 🫨 ☎️",
    "flags": "HUT RI 🇮🇩 ke-81 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "families": "👩🏽‍⚕️ 👨‍👩‍👧‍👦 👩🏿‍❤️‍💋‍👩🏻",
    "chinese": "陳美玲 (Chen Mei-ling) 𠮷野家",
    "korean-japanese": "김민준 さくら サクラ",
    "jawi": "سكوله كبڠساءن ݢوروه، چيكݢو ڽامن ڤلاين",
    "arabic": "بِسْمِ ٱللَّهِ محمد ١٢٣",
    "javanese": "ꦱꦸꦥꦿꦪꦺꦴꦒꦶ ꦗꦮ",
    "thai": "สมชาย น้ำใจ",
    "other-scripts": "ᬩᬮᬶ ᨒᨚᨈᨑ ᮞᮥᮔ᮪ᮓ देवनागरी தமிழ் Ελληνικά Кириллица עברית ภาษา ႀ ኣማርኛ 𓀀",
    "no-width": "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u3164h\u115fi\u180ej\u17b4k",
    "controls": "a\x00b\x07c\x1bd\x7fe\x85f\tg\nh\u2028i\u2029j",
    "turned": "Budi \u202eidubuB\u2067 siapa \u200f(ini)\u061c",
    "halves": "a\ud83db\ude00c",
    "unassigned": "a\u0378b\uffffc\ufdd0d\U000e0080e\U0003fffff",
    "private": "a\ue000b\uf8ffc\U0010fffdd",
    "marks-alone": "\u0301\u20e3 \u0e34 \ua9b4 \u0488 \u034f",
    "piled": "Z" + "\u0301\u0316\u0324" * 60 + "algo",
    "no-space": "a" * 10_000,
    "no-space-emoji": "👨‍👩‍👧‍👦" * 300,
    "wide": "W" * 400 + "﷽" * 40,
    "markup": '#eval("1+1") #panic() $x^2$ @label <label> \\ \\u{1F600} *bold* _it_ `raw` = Judul [] {} // /* ~ "q" \' & <b>&lt; {{x}} %s',
    "empty": "",
    "spaces": " \u00a0\u2003 ",
}  # fmt: skip
ALL: Final = (
    " | ".join(text for kind, text in KINDS.items() if not kind.startswith(("no-space", "wide")))
    + " | "
    + KINDS["no-space"][:600]
)


def certificate(text: str) -> bytes:
    fields = {one.name: text for one in dataclasses.fields(PrintedCertificate)}
    return certificate_pdf(
        PrintedCertificate(**fields | {"language": "id", "heading": "SERTIFIKAT", "link": LINK})
    )


def letter(text: str) -> bytes:
    return letter_pdf(Letter(text, text, text, text, text, text, text, date(2026, 11, 26), text, text, text))


def pages(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)


LINK = "https://t.me/AsistenKotaBot?start=u_disdukcapil_loket-1"
