"""What is printed for a counter: posters that lead only through doors there are, and a paper form that is read back."""

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from feedbackbot.delivery.attachments import Maker
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import KEY_IN_SHEET, PAPER_FORM, POSTER
from feedbackbot.domain.survey.answer_sheet import AnswerSheet, read_answer_sheet
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, element_of
from feedbackbot.errors import FeedbackbotError
from feedbackbot.reports.poster.print_makers import EVERY_COUNTER, print_makers
from feedbackbot.storage.database import Database
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.units.units import unit_by_code
from feedbackbot.usecases.survey.import_answers import AnswerOffer, take_answers
from feedbackbot.usecases.survey.sheet_unit import unit_of_sheet
from feedbackbot.usecases.units.city_file import load_city
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import CATALOGUE, test_settings
from tests.render_fake import InThisProcess
from tests.reports.printed import pages
from tests.usecase_runner import Desk

DAY = date(2026, 11, 20)
NINE = (3, 3, 2, 4, 3, 3, 4, 3, 1)


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = Desk(database, settings=test_settings(public_url="https://nilai.kota.go.id/"))
    await made.do(load_city_units, load_city(made.settings))
    return made


async def made(desk: Desk, source: Any, counter: str = "loket-1", size: str = "a4", **links: str) -> bytes:
    runtime = desk.runtime
    for channel, base in links.items():
        runtime.links.add(channel, lambda payload, base=base: base + payload)
    maker: Maker = print_makers(runtime, CATALOGUE, InThisProcess())[source]  # type: ignore[arg-type]
    unit = await desk.look(unit_by_code, "disdukcapil")
    assert unit is not None
    args = {"unit": unit.id, "counter": counter, "size": size, "language": "id"}
    return (await maker(Attachment(source, args, "cetakan"))).content


async def keyed_in(desk: Desk, *rows: dict[str, Any], counter: str = "loket-1") -> AnswerSheet:
    """The key-in sheet as a clerk hands it back; each row by the header's names."""
    book = load_workbook(io.BytesIO(await made(desk, KEY_IN_SHEET, counter)))
    page = book.worksheets[0]
    header = {cell.value: cell.column for cell in page[1]}
    for number, row in enumerate(rows, 2):
        for name, value in row.items():
            page.cell(number, header[name], value)
    target = io.BytesIO()
    book.save(target)
    return read_answer_sheet(target.getvalue(), today=date(2026, 11, 24))


def answers(values: tuple[int, ...] = NINE) -> dict[str, Any]:
    named = {element_of(key).official_name: value for key, value in zip(ELEMENT_KEYS, values, strict=True)}
    return {"Tanggal": DAY, **named}


@pytest.mark.parametrize("size", ["a4", "a5", "tenda"])
async def test_a_poster_shows_the_address_and_a_code_for_each_door(desk: Desk, size: str) -> None:
    [text] = pages(await made(desk, POSTER, size=size, memory="https://t.me/kota_bot?start="))
    assert "nilai.kota.go.id/n/disdukcapil/loket-1" in text
    assert "Langsung di ponsel" in text and "Memory" in text and "WhatsApp" not in text
    assert text.count("Pindai kode") == (2 if size == "tenda" else 1)


async def test_posters_of_all_counters_are_one_file_with_a_page_each(desk: Desk) -> None:
    texts = pages(await made(desk, POSTER, EVERY_COUNTER))
    assert len(texts) > 2 and "Loket" not in texts[0]
    assert [f"/loket-{number}" in text for number, text in enumerate(texts)] == [False] + [True] * (
        len(texts) - 1
    )


async def test_the_paper_form_is_one_page_with_nine_questions_unit_and_code(desk: Desk) -> None:
    [text] = pages(await made(desk, PAPER_FORM))
    for words in ("SKM1/disdukcapil/loket-1", "Dinas Kependudukan", "Loket 1", "Bagaimana sikap petugasnya?"):
        assert words in text
    assert "9. " in text and "Saya setuju" in text and "Pekerjaan Anda?" in text


async def test_the_paper_asks_for_the_service_and_the_sheet_takes_its_code_or_name(desk: Desk) -> None:
    [text] = pages(await made(desk, PAPER_FORM))
    assert "Layanan apa yang Anda urus?" in text and "KTP elektronik (ktp-el)" in text
    book = load_workbook(io.BytesIO(await made(desk, KEY_IN_SHEET)))
    legend = {row[0]: row[1] for row in book.worksheets[1].iter_rows(values_only=True)}
    assert "ktp-el = KTP elektronik" in legend["Layanan apa yang Anda urus?"]
    said = ("ktp-el", "KTP ELEKTRONIK", "tidak ada", None)
    sheet = await keyed_in(desk, *(answers() | {"Isian Layanan": one} for one in said))
    unit = await desk.look(unit_of_sheet, sheet)
    await take_answers(desk.runtime, AnswerOffer(unit.id, "kertas", sheet))
    named = await desk.rows(
        response.select().with_only_columns(response.c.service_id).order_by(response.c.id)
    )
    assert named[0] == named[1] is not None
    assert named[2:] == [None, None]


async def test_a_sheet_brought_again_with_a_corrected_comment_profile_or_service_says_the_new_one(
    desk: Desk,
) -> None:
    first = [answers() | {"Isian Saran": "Antrean lama", "Isian Usia": 2}, answers((4,) * 9)]
    after = [
        answers() | {"Isian Saran": "Antrean sangat lama", "Isian Usia": 3, "Isian Layanan": "kk"},
        first[1],
    ]
    for rows in (first, after):
        sheet = await keyed_in(desk, *rows)
        unit = await desk.look(unit_of_sheet, sheet)
        plan = await take_answers(desk.runtime, AnswerOffer(unit.id, "kertas", sheet))
    assert (plan.new, plan.changed, plan.gone, plan.same) == (0, 1, 0, 1)
    again = await take_answers(desk.runtime, AnswerOffer(unit.id, "kertas", sheet))
    assert again.changes_nothing
    wanted = [response.c[key] for key in ("comment", "age")]
    rows = await desk.rows(response.select().with_only_columns(*wanted))
    assert sorted(rows, key=str) == [("Antrean sangat lama", "30-39"), (None, None)]


async def test_what_is_keyed_in_from_paper_is_read_back_and_counts(desk: Desk) -> None:
    row = answers() | {"Isian Saran": "Antrean lama", "Isian Jenis Kelamin": 1, "Isian Usia": 3}
    sheet = await keyed_in(desk, row, answers((4, 3, 2, 1, 4, 3, 2, 1, 4)))
    assert not sheet.problems and not sheet.skipped, "rows that were only prepared are no rows"
    unit = await desk.look(unit_of_sheet, sheet)
    assert unit.code == "disdukcapil"
    await take_answers(desk.runtime, AnswerOffer(unit.id, "kertas", sheet))
    wanted = [response.c[key] for key in ("channel", "visit", "comment", "sex", "age", "day")]
    rows = await desk.rows(response.select().with_only_columns(*wanted).order_by(response.c.id))
    assert rows == [
        ("sheet", "loket-1", "Antrean lama", "female", "30-39", DAY),
        ("sheet", "loket-1", None, None, None, DAY),
    ]


async def test_a_code_that_was_copied_wrong_or_is_of_a_newer_form_is_told_by_row(desk: Desk) -> None:
    codes = ("skm1 / disdukcapil", "SKM9/disdukcapil", "SPAK1/disdukcapil", "apa saja")
    sheet = await keyed_in(desk, *(answers() | {"Kode Lembar": code} for code in codes))
    assert [row.number for row in sheet.rows] == [2], "small letters and blanks are the same code"
    assert [(one.row_number, one.key) for one in sheet.problems] == [
        (number, "sheet-code-wrong") for number in (3, 4, 5)
    ]


async def test_a_sheet_counts_for_nobody_but_the_unit_its_codes_name(desk: Desk) -> None:
    mixed = await keyed_in(desk, answers(), answers() | {"Kode Lembar": "SKM1/bpbd"})
    own = await keyed_in(desk, answers())
    for sheet, told in ((mixed, ""), (mixed, "bpbd"), (own, "bpbd")):
        with pytest.raises(FeedbackbotError, match="answers-other-unit"):
            await desk.look(unit_of_sheet, sheet, told)
    strange = await keyed_in(desk, answers() | {"Kode Lembar": "SKM1/kantor-lama"})
    with pytest.raises(FeedbackbotError, match="answers-no-unit"):
        await desk.look(unit_of_sheet, strange)


async def test_a_counter_that_is_gone_takes_no_answers_from_its_unit(desk: Desk) -> None:
    sheet = await keyed_in(desk, answers() | {"Kode Lembar": "SKM1/disdukcapil/loket-99"})
    unit = await desk.look(unit_of_sheet, sheet)
    await take_answers(desk.runtime, AnswerOffer(unit.id, "kertas", sheet))
    assert await desk.rows(response.select().with_only_columns(response.c.visit)) == [None]
