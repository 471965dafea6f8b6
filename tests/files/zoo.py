"""The files of this folder and what each should be read as. `python -m tests.files.zoo` writes them again.

Every file is made up; their forms are those that offices and their applications send.
"""

# ruff: noqa: E501

import csv
import io
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests.files.people import ANI, HEADER, NAMES, NIPS, PHONES, READ, ROWS, TABLE, WITHOUT_PHONES, grouped
from tests.files.workbooks import compound, ods, repacked, strict, xls, xlsb, xlsx

FOLDER = Path(__file__).parent / "zoo"
Expected = tuple[tuple[str, str, str | None], ...] | str
"""Employees, or the key of the refusal."""


def text(rows: Sequence[Sequence[Any]], mark: str = ";", encoding: str = "utf-8") -> bytes:
    target = io.StringIO()
    csv.writer(target, delimiter=mark).writerows(rows)
    return target.getvalue().encode(encoding)


def lines(*rows: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(rows).encode(encoding)


def web_page(rows: Sequence[Sequence[str]], top: str = "", head: str = "") -> bytes:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<html><head>{head}</head><body>{top}<table border=1>{body}</table></body></html>".encode()


def spreadsheet_xml(rows: Sequence[Sequence[str]]) -> bytes:
    def cells(row: Sequence[str]) -> str:
        return "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row)

    body = "".join(f"<Row>{cells(row)}</Row>" for row in rows)
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{name}" xmlns:ss="{name}">'
        f'<Worksheet ss:Name="Pegawai"><Table>{body}</Table></Worksheet></Workbook>'
    ).encode()


def texts() -> dict[str, tuple[bytes, Expected]]:
    found: dict[str, tuple[bytes, Expected]] = {}
    for called, mark in (("titik-koma", ";"), ("koma", ","), ("tab", "\t"), ("garis", "|"), ("topi", "^")):
        found[f"csv-{called}.csv"] = text(TABLE, mark), READ
    for encoding in ("utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-32"):
        found[f"csv-{encoding}.csv"] = text(TABLE, ";", encoding), READ
    long_name = ", ".join(["Budi", *(f"S.T{number}" for number in range(12))])
    many_commas = (HEADER, *ROWS[:1], (NIPS[1], long_name, PHONES[1]))
    return found | {
        "csv-gelar-berkoma.csv": (lines("NIP;Nama;No HP", *(";".join(row) for row in many_commas[1:])), (READ[0], (NIPS[1], long_name, READ[1][2]))),
        "csv-sep.csv": (b"sep=;\r\n" + text(TABLE), READ),
        "csv-sep-aneh.csv": (b"sep=~\r\n" + text(TABLE, "~"), READ),
        "csv-baris-dikutip.csv": (lines(*(f'"{";".join(row)}"' for row in TABLE)), READ),
        "csv-spasi-lebar.txt": (lines(*("   ".join(row) for row in TABLE)), READ),
        "csv-judul-di-atas.csv": (lines("DAFTAR PEGAWAI;;", "Keadaan 1 November 2026, Kota, Aceh, Indonesia;;", "", *(";".join(row) for row in TABLE)), READ),
        "csv-kutip-di-tengah.csv": (lines("NIP;Nama;No HP", f'{ANI};Ani "Nini" R;{PHONES[0]}'), ((ANI, 'Ani "Nini" R', READ[0][2]),)),
        "csv-kutip-terbuka.csv": (lines("NIP;Nama;No HP", f'{ANI};"Ani;0812', "x;y;z"), "sheet-quote-open"),
        "csv-judul-inggris.csv": (text((("Employee Number", "Full Name", "Mobile phone"), *ROWS), ","), READ),
        "kosong.csv": (b" \r\n", "sheet-empty"),
        "csv-bukan-pegawai.csv": (lines("Barang;Harga", "Meja;5"), "sheet-no-header"),
    }  # fmt: skip


def books() -> dict[str, tuple[bytes, Expected]]:
    plain = xlsx(TABLE)

    def hide(book: Any) -> None:
        book["Arsip"].sheet_state = "hidden"

    def far(book: Any) -> None:
        book.active["XFD1048576"] = "x"

    broken = plain[: len(plain) // 2]
    return {
        "xlsx-biasa.xlsx": (plain, READ),
        "xlsx-strict.xlsx": (strict(plain), READ),
        "xlsx-garis-miring.xlsx": (repacked(plain, lambda name: name.replace("/", "\\")), READ),
        "xlsx-huruf-besar.xlsx": (repacked(plain, lambda name: name.replace("sharedS", "SharedS")), READ),
        "xlsx-semua-kecil.xlsx": (repacked(plain, str.lower), READ),
        "xlsx-sudut-jauh.xlsx": (xlsx(TABLE, change=far), READ),
        "xlsx-dua-lembar.xlsx": (xlsx(TABLE[:2], (HEADER, *ROWS[1:]), names=["PNS", "PPPK"]), READ),
        "xlsx-petunjuk-dulu.xlsx": (xlsx([("Petunjuk",), ("Isi semua kolom",)], TABLE, names=["Petunjuk", "Isian"]), READ),
        "xlsx-contoh-di-samping.xlsx": (xlsx([HEADER, ("198001012005012009", "Contoh", "0812")], TABLE, names=["Contoh", "Data"]), READ),
        "xlsx-lembar-tersembunyi.xlsx": (xlsx(TABLE, [HEADER, ("198001012005012009", "Lama", "")], names=["Data", "Arsip"], change=hide), READ),
        "xlsx-mulai-di-tengah.xlsx": (xlsx([(), (), *((None, None, *row) for row in TABLE)]), READ),
        "xlsx-hp-angka.xlsx": (xlsx([HEADER, *((nip, name, int(phone)) for nip, name, phone in ROWS)]), READ),
        "xlsx-nip-angka.xlsx": (xlsx([HEADER, (float(ANI), NAMES[0], PHONES[0]), *ROWS[1:]]), READ[1:]),
        "xlsx-rumus.xlsx": (xlsx([HEADER, (ANI, '=HYPERLINK("http://x","Ani")', ""), *ROWS[1:]]), READ[1:]),
        "xlsx-rusak.xlsx": (broken, "sheet-damaged"),
        "xls-biasa.xls": (xls(TABLE), READ),
        "xls-rumus.xls": (xls(TABLE, formula_at=(1, 1)), READ[1:]),
        "xls-sandi.xls": (xls(TABLE, locked=True), "sheet-locked"),
        "xlsx-sandi.xlsx": (compound("EncryptedPackage", b"x"), "sheet-locked"),
        "dokumen.xls": (compound("WordDocument", b"x"), "sheet-is-document"),
        "xlsb-biasa.xlsb": (xlsb(TABLE), READ),
        "ods-biasa.ods": (ods(TABLE), READ),
        "ods-garis-miring.ods": (repacked(ods(TABLE), lambda name: name.replace("/", "\\")), READ),
        "ods-rumus.ods": (ods([HEADER, (ANI, "FORMULA", ""), *ROWS[1:]], formula="of:=A1"), READ[1:]),
        "arsip.xlsx": (repacked(plain, lambda name: f"foto/{name.replace('/', '-')}.jpg"), "sheet-renamed-archive"),
        "surat.xlsx": (repacked(plain, lambda name: name.replace("xl/", "word/")), "sheet-is-document"),
    }  # fmt: skip


def pages() -> dict[str, tuple[bytes, Expected]]:
    page = web_page(TABLE)
    mht = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n'
        + page
        + b"\r\n--b--\r\n"
    )
    spanning = (
        '<table><tr><th rowspan=2>No</th><th colspan=2>PEGAWAI</th><th rowspan=2>No HP</th></tr><tr><th>NIP</th><th>NAMA</th></tr>'
        + "".join(f"<tr><td>{n}<td>{row[0]}<td>{row[1]}<td>{row[2]}" for n, row in enumerate(ROWS, 1))
        + "</table>"
    )  # fmt: skip
    return {
        "web-biasa.xls": (page, READ),
        "web-office.xls": (web_page(TABLE, head='<meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style><title>NIP</title>'), READ),
        "web-menu-di-atas.xls": (web_page(TABLE, top="<table><tr><td>Beranda</td><td>Keluar</td></tr></table>"), READ),
        "web-sel-gabung.xls": (spanning.encode(), READ),
        "web-tanpa-html.xls": (page[page.index(b"<table") : page.index(b"</body")], READ),
        "web-tersimpan.mht.xls": (mht, READ),
        "xml-2003.xls": (spreadsheet_xml(TABLE), READ),
        "xml-jahat.xls": (spreadsheet_xml(TABLE).replace(b"<Workbook", b'<!DOCTYPE a [<!ENTITY x "y">]><Workbook'), "sheet-damaged"),
        "laporan.pdf.xlsx": (b"%PDF-1.7\n", "sheet-is-pdf"),
        "foto.xlsx": (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "sheet-is-picture"),
        "tautan.gsheet": (b'{"url": "https://docs.example/x", "doc_id": "1"}', "sheet-is-link"),
    }  # fmt: skip


def headers() -> dict[str, tuple[bytes, Expected]]:
    def below(nip: str, name: str) -> str:
        return f"{name}\nNIP. {grouped(nip)}"

    people = list(zip(NIPS, NAMES, strict=True))
    two_rows = [
        ("No", "Pegawai", None, "Kontak"),
        (None, "NIP", "Nama", "No. HP/WA"),
        *((n, *row) for n, row in enumerate(ROWS, 1)),
    ]
    superiors = [
        ("Atasan", None, "Pegawai", None),
        ("NIP", "Nama", "NIP", "Nama"),
        *(("196001011985031001", "Atasan", *one) for one in people),
    ]
    sections = [("NO", "NIP", "NAMA", "HP"), (1, 2, 3, 4), ("I", "DINAS KESEHATAN", None, None), (1, *ROWS[0]), ("II", "DINAS SOSIAL", None, None),
                (1, *ROWS[1]), (2, *ROWS[2]), (None, "Jumlah", 3, None), (), (None, None, "Kepala BKPSDM", None)]  # fmt: skip
    return {
        "judul-dua-baris.xlsx": (xlsx(two_rows), READ),
        "judul-atasan.xlsx": (xlsx(superiors), WITHOUT_PHONES),
        "judul-nama-nip.xlsx": (xlsx([("NO", "NAMA / NIP", "JABATAN"), *((n, below(*one), "Analis") for n, one in enumerate(people, 1))]), WITHOUT_PHONES),
        "judul-nama-nip.csv": (text([("NO", "NAMA/NIP"), *((n, below(*one)) for n, one in enumerate(people, 1))]), WITHOUT_PHONES),
        "nip-di-baris-bawah.xlsx": (xlsx([("NO", "NAMA / NIP"), *(row for n, (nip, name) in enumerate(people, 1) for row in ((n, name), (None, f"NIP. {nip}")))]), WITHOUT_PHONES),
        "judul-unit-id.xlsx": (xlsx([("NIP", "Nama", "No HP", "Unit (ID)", "Golongan (ID)"), *((*row, 3, 4) for row in ROWS)]), READ),
        "judul-mirip.csv": (text([("NIP", "Nama Lengkp", "Nomor Handphoe"), *ROWS]), READ),
        "judul-simpeg.csv": (text([("nip_baru", "nama_pegawai", "no_hp"), *ROWS], ","), READ),
        "judul-gelar.xlsx": (xlsx([("N I P", "x", "y"), ("No. Induk Pegawai", "Nama Lengkap dengan Gelar", "No. HP/WA (aktif)"), *ROWS]), READ),
        "bagian-dan-jumlah.xlsx": (xlsx(sections), READ),
        "judul-berulang.csv": (text([HEADER, ROWS[0], HEADER, ROWS[1], HEADER, ROWS[2]]), READ),
        "nip-berkata.csv": (text([HEADER, *((f"{word}{nip}", *rest) for word, (nip, *rest) in zip(("NIP. ", "NIP ", "NIPPPK. "), ROWS, strict=True))]), READ),
        "nip-bernomor.csv": (text([HEADER, *((f"{n}. {nip}", *rest) for n, (nip, *rest) in enumerate(ROWS, 1))]), READ),
        "hp-desimal.csv": (text([HEADER, *((nip, name, f"{phone[1:]}.0") for nip, name, phone in ROWS)]), WITHOUT_PHONES),
        "hp-bertanda.csv": (text([HEADER, *((nip, name, f"{phone} (2)") for nip, name, phone in ROWS)]), WITHOUT_PHONES),
        "nip-pangkat.csv": (text([HEADER, ("1,98001E+17", NAMES[0], PHONES[0]), *ROWS[1:]]), READ[1:]),
        "nama-kolom-terbalik.csv": (text([tuple(reversed(row)) for row in TABLE]), READ),
    }  # fmt: skip


def zoo() -> dict[str, tuple[bytes, Expected]]:
    """Name → content and what it should be read as."""
    return texts() | books() | pages() | headers()


def converted() -> list[Path]:
    """The plain workbook as LibreOffice saves it, where it is installed: .ods, .xls, .csv, .html and back to .xlsx."""
    office = shutil.which("soffice")
    if office is None:
        return []
    source = FOLDER / "xlsx-biasa.xlsx"
    made = []
    for ending in ("ods", "xls", "csv", "html", "fods"):
        subprocess.run([office, "--headless", "--convert-to", ending, "--outdir", str(FOLDER / "libreoffice"), str(source)], check=True)  # fmt: skip
        made.append(FOLDER / "libreoffice" / f"xlsx-biasa.{ending}")
    return made


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, (data, _) in zoo().items():
        (FOLDER / name).write_bytes(data)
    sys.stdout.write(f"{len(zoo())} files, {len(converted())} by LibreOffice\n")


TODAY = date(2026, 11, 26)

if __name__ == "__main__":
    main()
