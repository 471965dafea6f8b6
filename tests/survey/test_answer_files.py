"""Answers come from the applications of offices, from forms on the web and from the regulation's own table."""

# ruff: noqa: E501

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.survey.answer_sheet import AnswerSheet, read_answer_sheet
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, ELEMENTS
from tests.files.workbooks import xlsx

UNITS = tuple(f"U{number}" for number in range(1, 10))
GOOD = (3, 3, 3, 4, 3, 3, 3, 4, 3)
QUESTIONS = (
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
    "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
    "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?",
    "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
)
WORDS = (
    "Sesuai",
    "Mudah",
    "Cepat",
    "Gratis",
    "Sesuai",
    "Kompeten",
    "Sopan dan ramah",
    "Dikelola dengan baik",
    "Baik",
)


def read(*rows: tuple[object, ...]) -> AnswerSheet:
    return read_answer_sheet(xlsx(rows))


def answers(sheet: AnswerSheet) -> list[tuple[int, ...]]:
    return [tuple(row.answers[key] for key in ELEMENT_KEYS) for row in sheet.rows]


@pytest.mark.parametrize(
    "given_answers",
    [
        GOOD,
        tuple(map(str, GOOD)),
        tuple(f"{answer}.0" for answer in GOOD),
        tuple(f"{answer},0" for answer in GOOD),
        tuple("abcd"[answer - 1] for answer in GOOD),
        tuple("ABCD"[answer - 1] for answer in GOOD),
        tuple(f"{'abcd'[answer - 1]}." for answer in GOOD),
        WORDS,
        tuple(word.upper() for word in WORDS),
        tuple(f"{answer} - {word}" for answer, word in zip(GOOD, WORDS, strict=True)),
        tuple(f"{'abcd'[answer - 1]}. {word}" for answer, word in zip(GOOD, WORDS, strict=True)),
        tuple(f"{word} ({answer})" for answer, word in zip(GOOD, WORDS, strict=True)),
        ("puas", "puas", "memuaskan", "sangat puas", "setuju", "bagus", "puas", "sangat setuju", "baik"),
    ],
)
def test_answers_are_digits_letters_or_the_words_of_the_scale(given_answers: tuple[object, ...]) -> None:
    sheet = read(UNITS, given_answers)
    assert sheet.problems == ()
    assert answers(sheet) == [GOOD]


@pytest.mark.parametrize(
    "header",
    [
        UNITS,
        QUESTIONS,
        tuple(f"{number}. {question}" for number, question in enumerate(QUESTIONS, 1)),
        tuple(element.official_name for element in ELEMENTS),
        tuple(f"U{number} {element.official_name}" for number, element in enumerate(ELEMENTS, 1)),
        tuple(f"Unsur {number}" for number in range(1, 10)),
        tuple(f"P{number}" for number in range(1, 10)),
        ELEMENT_KEYS,
        (
            "Syarat",
            "Prosedur Pelayanan",
            "Kecepatan Pelayanan",
            "Tarif",
            "Hasil Pelayanan",
            "Kemampuan Petugas",
            "Sikap Petugas",
            "Pengaduan",
            "Sarpras",
        ),
        (
            "Kesesuaian Persyaratan",
            "Kemudahan Prosedur",
            "Kecepatan Waktu",
            "Kewajaran Biaya",
            "Produk Layanan",
            "Kompetensi Petugas",
            "Kesopanan dan Keramahan",
            "Penanganan Pengaduan",
            "Kualitas Sarana dan Prasarana",
        ),
    ],
)
def test_an_element_is_known_by_number_name_or_question(header: tuple[str, ...]) -> None:
    assert answers(read(header, (1, 2, 3, 4, 1, 2, 3, 4, 1))) == [(1, 2, 3, 4, 1, 2, 3, 4, 1)]


def test_a_forms_export_keeps_each_row_on_its_own_day() -> None:
    sheet = read(
        ("Cap waktu", "Nama", *QUESTIONS, "Saran"),
        ("02/01/2026 9:30:15", "Ani", *WORDS, ""),
        ("02/07/2026 10:00:00", "Budi", *WORDS, "baik"),
    )
    assert [row.day for row in sheet.rows] == [date(2026, 1, 2), date(2026, 7, 2)]
    assert sheet.dropped_columns == ("Nama", "Saran")


def test_days_in_the_american_order_are_seen_by_the_column() -> None:
    rows = [(f"{month}/{day}/2026 9:30:15", *GOOD) for month, day in ((1, 2), (7, 31))]
    assert [row.day for row in read(("Timestamp", *UNITS), *rows).rows] == [
        date(2026, 1, 2),
        date(2026, 7, 31),
    ]


def test_an_import_master_of_an_application_tells_what_it_does_not_read() -> None:
    sheet = read(
        ("No", "Tanggal", "ID LOKET", "Nama", *UNITS),
        (1, "2 Jan 2026", 3, "Ani", *GOOD),
        (2, "2 Jul 2026", 3, "Budi", *GOOD),
    )
    assert [row.day for row in sheet.rows] == [date(2026, 1, 2), date(2026, 7, 2)]
    assert sheet.dropped_columns == ("ID LOKET", "Nama")


def test_the_published_table_ends_with_rows_that_are_no_respondents() -> None:
    sheet = read(
        ("No", *UNITS), (1, *(4,) * 9), (), ("Σ Nilai /Unsur", *(4,) * 9), ("NRR / Unsur", *(4,) * 9), ("NRR tertimbang/ unsur", *(0.44,) * 9),
    )  # fmt: skip
    assert len(sheet.rows) == 1


def test_the_regulations_table_has_its_header_over_two_rows() -> None:
    sheet = read(
        ("NO. RESP", "NILAI UNSUR PELAYANAN", *(None,) * 8),
        (None, *UNITS),
        (1, *GOOD),
        (2, *GOOD),
        ("Jumlah", *(6, 6, 6, 8, 6, 6, 6, 8, 6)),
    )
    assert answers(sheet) == [GOOD, GOOD]


def test_a_scale_that_says_very_unsatisfied_has_its_own_lowest_answer() -> None:
    assert answers(read(UNITS, ("tidak puas",) * 9)) == [(1,) * 9]
    assert answers(read(UNITS, ("tidak puas",) * 9, ("sangat tidak puas",) * 9)) == [(2,) * 9, (1,) * 9]


@pytest.mark.parametrize("five", [("netral",) * 9, (5,) * 9, ("cukup setuju",) * 9, ("biasa saja",) * 9])
def test_answers_of_a_scale_of_five_are_never_made_four(five: tuple[object, ...]) -> None:
    sheet = read(UNITS, GOOD, five)
    assert sheet.rows == ()
    assert {problem.key for problem in sheet.problems} == {"sheet-answer-of-five"}


def test_sheets_of_one_kind_are_read_together() -> None:
    sheet = read_answer_sheet(xlsx([UNITS, GOOD], [UNITS, GOOD, GOOD], names=["Loket 1", "Loket 2"]))
    assert [(row.sheet, row.number) for row in sheet.rows] == [("Loket 1", 2), ("Loket 2", 2), ("Loket 2", 3)]
    assert [row.place for row in sheet.rows] == sorted({row.place for row in sheet.rows})
    assert sheet.sheet_name == "Loket 1, Loket 2"


def test_a_problem_is_named_though_another_sheet_has_a_total_in_that_row() -> None:
    header, good, total = ("No", *UNITS), (1, *GOOD), ("Jumlah", *(8,) * 9)
    sheet = read_answer_sheet(
        xlsx([header, good, total], [header, good, (2, *GOOD[:8], 7)], names=["Loket 1", "Loket 2"])
    )
    assert [(problem.sheet, problem.row_number) for problem in sheet.problems] == [("Loket 2", 3)]


def test_the_refusal_names_the_plain_way() -> None:
    with pytest.raises(SheetError) as told:
        read(("Nama", "Nilai"), ("Ani", 3))
    assert told.value.key == "sheet-answers-no-header"


@given(st.lists(st.tuples(*[st.integers(1, 4)] * 9), min_size=1, max_size=8))
def test_any_answers_we_write_we_read(rows: list[tuple[int, ...]]) -> None:
    numbered = [(f"R{number}", *row) for number, row in enumerate(rows, 1)]
    assert answers(read(("Kode Responden", *UNITS), *numbered)) == rows
