"""A survey beside the SKM on paper: printed, keyed in, read back, counted once."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from feedbackbot.command_line.survey_import import take_in_survey
from feedbackbot.delivery.attachments import Maker
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import KEY_IN_SHEET, PAPER_FORM
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.instrument_sheet import SurveySheet, read_survey_sheet
from feedbackbot.errors import FeedbackbotError, SettingsError
from feedbackbot.reports.figures import report_unit
from feedbackbot.reports.poster.print_makers import print_makers
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.survey.instrument_tables import instrument_answer, instrument_response
from feedbackbot.storage.survey.instruments import ask_instrument
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.import_survey import (
    instrument_named,
    take_back_survey_rows,
    take_survey_rows,
)
from tests.builders import CATALOGUE, talk_in
from tests.render_fake import InThisProcess
from tests.reports.printed import pages
from tests.survey.beside import SPAK, SPKP, rows
from tests.talk import Clock, Talk

TODAY = date(2026, 11, 24)


@pytest.fixture
async def talk(database: Database) -> Talk:
    return await talk_in(database, Clock())


async def made(talk: Talk, source: Any, survey: str = "spak", counter: str = "loket-1") -> bytes:
    unit = await talk.work(lambda tx: report_unit(tx, "disdukcapil"))
    assert unit is not None
    maker: Maker = print_makers(talk.runtime, CATALOGUE, InThisProcess())[source]  # type: ignore[arg-type]
    args = {"unit": unit.id, "counter": counter, "language": "id", "survey": survey}
    return (await maker(Attachment(source, args, "cetakan"))).content


async def keyed_in(talk: Talk, *answers: Sequence[Any], code: str = "") -> SurveySheet:
    return read_survey_sheet(await keyed_in_bytes(talk, *answers, code=code), SPAK, TODAY)


async def keyed_in_bytes(talk: Talk, *answers: Sequence[Any], code: str = "") -> bytes:
    book = load_workbook(io.BytesIO(await made(talk, KEY_IN_SHEET)))
    page = book.worksheets[0]
    header = {cell.value: cell.column for cell in page[1]}
    for number, values in enumerate(answers, 2):
        if code:
            page.cell(number, header["Kode Lembar"], code)
        page.cell(number, header["Tanggal"], date(2026, 11, 20))
        for element, value in zip(SPAK.elements, values, strict=True):
            page.cell(number, header[element.name["id"]], value)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("one", [SPAK, SPKP], ids=lambda one: one.id)
async def test_its_paper_has_every_statement_with_the_code_that_leads_back(talk: Talk, one: Any) -> None:
    [text] = pages(await made(talk, PAPER_FORM, one.id))
    assert f"{one.id.upper()}1/disdukcapil/loket-1" in text
    for element in one.elements:
        assert " ".join(element.text["id"].split()[:3]) in text


async def test_what_is_keyed_in_counts_once_and_a_corrected_row_is_corrected(talk: Talk) -> None:
    for sheet in (
        await keyed_in(talk, (4, 4, 4, 4, 4), (3, 3, None, 3, 3)),
        await keyed_in(talk, (4, 4, 4, 4, 4), (3, 3, None, 3, 3)),
        await keyed_in(talk, (4, 4, 4, 4, 1), (3, 3, None, 3, 3)),
    ):
        assert not sheet.problems and len(sheet.rows) == 2
        await take_survey_rows(talk.runtime, SPAK, "November", sheet.rows)
    found = await rows(talk, instrument_response)
    assert [(row.channel, row.day, row.instrument) for row in found] == [
        ("sheet", date(2026, 11, 20), "spak")
    ] * 2
    answers = sorted(row.answer for row in await rows(talk, instrument_answer))
    assert answers == [1, 3, 3, 3, 3, 4, 4, 4, 4]


async def test_wrong_rows_are_told_by_their_number_and_the_others_count(talk: Talk) -> None:
    sheet = await keyed_in(talk, (4, 4, 4, 4, 4), (5, 4, 4, 4, 4), ("baik", 4, 4, 4, 4))
    assert [row.number for row in sheet.rows] == [2]
    assert [(one.row_number, one.key) for one in sheet.problems] == [
        (3, "sheet-answer-not-on-scale"),
        (4, "sheet-answer-not-on-scale"),
    ]
    other = await keyed_in(talk, (4,) * 5, code="SKM1/disdukcapil")
    assert [one.key for one in other.problems] == ["sheet-code-wrong"]


async def test_an_unknown_unit_or_survey_takes_nothing(talk: Talk) -> None:
    sheet = await keyed_in(talk, (4,) * 5, code="SPAK1/kantor-lama")
    with pytest.raises(FeedbackbotError, match="answers-no-unit"):
        await take_survey_rows(talk.runtime, SPAK, "x", sheet.rows)
    good = await keyed_in(talk, (4,) * 5)
    await take_survey_rows(talk.runtime, SPAK, "x", good.rows, only_check=True)
    with pytest.raises(FeedbackbotError, match="surveys-unknown"):
        await talk.run(instrument_named, "zzz")
    assert await rows(talk, instrument_response) == []


async def test_an_admin_gets_the_paper_and_its_sheet(talk: Talk) -> None:
    zul = talk.person("Zulfikar")
    await zul.types("/mulai")
    person_id = (await zul.contact()).person_id

    def ready(tx: Transaction) -> None:
        add_grant(tx, person_id, Role.SUPERADMIN, None)
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        ask_instrument(tx, unit.id, "spak")

    await talk.work(ready)
    await zul.types("/survei disdukcapil")
    await zul.taps("🖨 SPAK di kertas")
    first = zul.chat[-1].message.document
    assert first is not None and first.source == PAPER_FORM and first.args["survey"] == "spak"
    await zul.taps("Lembar isian (Excel)")
    second = zul.chat[-1].message.document
    assert second is not None and second.source == KEY_IN_SHEET


async def test_a_row_can_be_corrected_back_to_what_it_was(talk: Talk) -> None:
    for last in (4, 1, 4):
        sheet = await keyed_in(talk, (4, 4, 4, 4, last))
        await take_survey_rows(talk.runtime, SPAK, "November", sheet.rows)
    assert [row.answer for row in await rows(talk, instrument_answer)] == [4] * 5


async def test_a_sheet_is_taken_back_whole_and_counts_again_when_it_is_brought_again(talk: Talk) -> None:
    sheet = await keyed_in(talk, (4, 4, 4, 4, 4), (3, 3, 3, 3, 3))
    other = await keyed_in(talk, (2, 2, 2, 2, 2))
    await take_survey_rows(talk.runtime, SPAK, "November", sheet.rows)
    await take_survey_rows(talk.runtime, SPAK, "Desember", other.rows)
    assert await take_back_survey_rows(talk.runtime, SPAK, "November", sheet.rows) == 2
    assert {row.answer for row in await rows(talk, instrument_answer)} == {2}
    assert await take_back_survey_rows(talk.runtime, SPAK, "November", sheet.rows) == 0
    await take_survey_rows(talk.runtime, SPAK, "November", sheet.rows)
    assert len(await rows(talk, instrument_response)) == 3


@pytest.mark.slow
async def test_the_command_takes_in_shows_refuses_and_takes_back(
    talk: Talk, tmp_path: Path, database_url: str
) -> None:
    file = tmp_path / "November.xlsx"
    file.write_bytes(await keyed_in_bytes(talk, (4, 4, 4, 4, 4), (5, 4, 4, 4, 4)))
    settings = talk.settings.model_copy(update={"database_url": database_url})

    async def says(**how: bool) -> list[str]:
        return await take_in_survey(settings, file, "spak", "", **{"only_show": False, **how})

    dry = await says(only_show=True)
    assert "1 baris terbaca; belum ada yang dihitung" in dry[-1] and "3" in dry[0]
    assert await rows(talk, instrument_response) == []
    assert "1 baris terbaca dan dihitung" in (await says())[-1]
    assert len(await rows(talk, instrument_response)) == 1
    assert (await says(take_back=True)) == ["Ditarik kembali: 1 jawaban tidak dihitung lagi."]
    assert await rows(talk, instrument_response) == []
    with pytest.raises(SettingsError, match="Survei itu tidak ada"):
        await take_in_survey(settings, file, "tidak-ada", "", only_show=False)
    with pytest.raises(SettingsError, match="No such file"):
        await take_in_survey(settings, tmp_path / "tidak-ada.xlsx", "spak", "", only_show=False)
