"""A sheet of trainings becomes drafts, whole or not at all."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from feedbackbot.domain.training.catalogue import Mode, Skill, TrainingKind
from feedbackbot.domain.training.jp_rules import default_forms
from feedbackbot.domain.training.read_trainings import TrainingsSheet, read_trainings_sheet
from tests.sheets.made_sheets import xlsx

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
JAKARTA = ZoneInfo("Asia/Jakarta")
HEADER = ("Judul", "Jenis", "Keterampilan", "Cara", "Unsur", "JP", "Kursi", "Batas pendaftaran", "Tanggal", "Mulai",
          "Selesai", "Tempat", "Tautan", "Bentuk")  # fmt: skip
ROW = {
    "Judul": "Pelayanan prima",
    "Jenis": "Sosial kultural",
    "Keterampilan": "Soft skill",
    "Cara": "Tatap muka",
    "Unsur": "Perilaku Pelaksana",
    "Kursi": "30",
    "Batas pendaftaran": "30/11/2026",
    "Tanggal": "2/12/2026",
    "Mulai": "08.00",
    "Selesai": "12.30",
    "Tempat": "Aula BKPSDM",
}


def read(*rows: dict[str, object]) -> TrainingsSheet:
    data = xlsx([HEADER, *(tuple(row.get(name, "") for name in HEADER) for row in rows)])
    return read_trainings_sheet(data, now=NOW, forms=default_forms())


def problems(**changed: object) -> list[tuple[str, str]]:
    sheet = read(ROW | changed)
    assert sheet.trainings == ()
    return [(problem.column, problem.key) for problem in sheet.problems]


def test_a_row_is_a_training_with_its_session_in_the_citys_time() -> None:
    sheet = read(ROW)
    (training,) = sheet.trainings
    assert sheet.problems == ()
    assert (training.kind, training.skill, training.mode) == (TrainingKind.SOCIAL, Skill.SOFT, Mode.CLASSROOM)
    assert (training.element, training.seats) == ("perilaku", 30)
    assert training.sessions[0].starts_at == datetime(2026, 12, 2, 1, 0, tzinfo=UTC)
    assert training.register_until == datetime(2026, 11, 30, 23, 59, 59, tzinfo=JAKARTA)


def test_jp_are_proposed_from_the_hours_unless_the_sheet_gives_them() -> None:
    assert read(ROW).trainings[0].jp == 6
    assert read(ROW | {"JP": 4}).trainings[0].jp == 4
    assert read(ROW | {"Bentuk": "b7"}).trainings[0].jp == 5


def test_rows_of_the_same_title_are_sessions_of_one_training_in_order() -> None:
    later, sooner = ROW | {"Tanggal": "4/12/2026"}, {"Judul": "PELAYANAN PRIMA", "Tanggal": "3/12/2026"}
    hours = {"Mulai": time(9, 0), "Selesai": time(10, 30), "Tautan": "https://www.example.org/rapat"}
    (training,) = read(later, sooner | hours).trainings
    assert [session.starts_at.day for session in training.sessions] == [3, 4]
    assert training.sessions[0].link == "https://www.example.org/rapat"
    assert training.jp == 8


def test_rows_of_one_training_that_contradict_each_other_refuse_it() -> None:
    sheet = read(ROW, ROW | {"Tanggal": "3/12/2026", "Kursi": "20"})
    assert sheet.trainings == ()
    assert [(each.row_number, each.column, each.key) for each in sheet.problems] == [
        (3, "Kursi", "training-rows-differ")
    ]


def test_one_wrong_row_leaves_the_other_trainings_alone() -> None:
    sheet = read(ROW | {"Tanggal": "31/2/2027"}, ROW | {"Judul": "Lain"})
    assert [training.title for training in sheet.trainings] == ["Lain"]
    assert [(each.row_number, each.key) for each in sheet.problems] == [(2, "cell-not-a-date")]


def test_a_self_paced_course_needs_no_session_but_its_jp() -> None:
    self_paced = {name: ROW[name] for name in ("Judul", "Jenis", "Keterampilan")} | {"Cara": "Mandiri"}
    assert read(self_paced | {"JP": "3"}).trainings[0].sessions == ()
    assert [problem.key for problem in read(self_paced).problems] == ["training-jp-missing"]


@pytest.mark.parametrize(
    ("column", "value", "key"),
    [
        ("Judul", "", "cell-missing"),
        ("Judul", "x" * 121, "words-too-long"),
        ("Judul", "=1+1", "cell-formula"),
        ("Jenis", "memasak", "training-kind-unknown"),
        ("Keterampilan", "hebat", "training-skill-unknown"),
        ("Cara", "telepati", "training-mode-unknown"),
        ("Unsur", "keramahan", "training-element-unknown"),
        ("Kursi", "0", "cell-not-a-number"),
        ("Kursi", "banyak", "cell-not-a-number"),
        ("JP", "-3", "cell-not-a-number"),
        ("Bentuk", "Z1", "training-form-unknown"),
        ("Tanggal", "", "cell-missing"),
        ("Tanggal", "2/11/2026", "training-in-past"),
        ("Mulai", "25.00", "cell-not-a-time"),
        ("Selesai", "07.00", "training-ends-before-start"),
        ("Tempat", "", "training-no-place"),
        ("Tautan", "javascript:alert(1)", "cell-not-a-link"),
        ("Batas pendaftaran", "3/12/2026", "training-deadline-late"),
    ],
)
def test_a_wrong_cell_is_told_with_its_column(column: str, value: str, key: str) -> None:
    assert (column, key) in problems(**{column: value})
