"""Certificates, codes, calendars and the overview as files; the page and the command that check a certificate."""

from pathlib import Path

import httpx
import pytest
from sqlalchemy import update
from starlette.applications import Starlette
from starlette.requests import Request

from feedbackbot.domain.people.roles import Role
from feedbackbot.reports.training.certificate import certificate_pdf
from feedbackbot.storage.training.tables import certificate
from feedbackbot.usecases.training.edit_training import cancel_training
from feedbackbot.web.training.routes import CertificatePages
from feedbackbot.wording.training.files import calendar_of
from feedbackbot.wording.training.printed_certificate import printed_certificate
from tests.builders import CATALOGUE, KEY
from tests.endtoend.bot_process import run_command
from tests.staff.personnel import Personnel, nip_of
from tests.training.attending import certified

ROOT = Path(__file__).parents[2]


async def test_the_page_tells_genuine_from_unknown_and_names_nothing_else(office: Personnel) -> None:
    code = await certified(office)
    talk = office.talk
    pages = CertificatePages(talk.runtime, CATALOGUE)
    [ask, show] = pages.routes()
    found = await pages._answer(_request(show.path), code)
    assert found.status_code == 200
    assert "Pegawai 0" in bytes(found.body).decode()
    assert "198001" not in bytes(found.body).decode()
    wrong = await pages._answer(_request(ask.path), "AAAA-AAAA-AAAA")
    assert wrong.status_code == 404
    assert "Pegawai 0" not in bytes(wrong.body).decode()
    transport = httpx.ASGITransport(Starlette(routes=[ask]))
    async with httpx.AsyncClient(transport=transport, base_url="http://city") as client:
        assert "Kode pada sertifikat" in (await client.get("/verify")).text


def _request(path: str) -> Request:
    return Request({"type": "http", "path": path, "query_string": b"", "headers": [], "path_params": {}})


async def test_a_certificate_is_printed_with_its_link(office: Personnel) -> None:
    await certified(office)
    printed = await office.do(printed_certificate, CATALOGUE, 1, "id")
    assert printed.name == "Pegawai 0"
    assert certificate_pdf(printed).startswith(b"%PDF")


async def test_a_certificate_names_number_unit_days_and_whoever_signed_then(office: Personnel) -> None:
    signer = {"certificate_signer_name": "Dra. Cut Meutia, M.Si.", "certificate_signer_nip": "1970 01"}
    office.talk.settings = office.talk.settings.model_copy(update=signer)
    await certified(office)
    later = {"certificate_signer_name": "Orang Lain", "certificate_signer_title": "Plt. Kepala"}
    office.talk.settings = office.talk.settings.model_copy(update=later)
    printed = await office.do(printed_certificate, CATALOGUE, 1, "id")
    assert printed.nip == f"NIP {nip_of(0)}" and printed.unit
    assert printed.held.startswith("Tatap muka") and "2026" in printed.held
    assert "(empat) jam pelajaran" in printed.counts
    assert (printed.signer_name, printed.signer_title) == ("Dra. Cut Meutia, M.Si.", "Kepala BKPSDM")
    assert printed.signer_nip == "NIP 1970 01" and "elektronik" in printed.signature_place


async def test_a_certificate_of_an_older_release_names_whoever_signs_today(office: Personnel) -> None:
    await certified(office)
    blank = {"unit": "", "signer_name": "", "signer_title": "", "signer_nip": ""}
    await office.do(lambda tx: tx.run(update(certificate).values(blank)))
    office.talk.settings = office.talk.settings.model_copy(update={"certificate_signer_name": "Cut"})
    printed = await office.do(printed_certificate, CATALOGUE, 1, "id")
    assert (printed.unit, printed.signer_name) == ("", "Cut")
    assert certificate_pdf(printed).startswith(b"%PDF")


async def test_a_cancelled_training_is_struck_out_in_calendars(office: Personnel) -> None:
    number = await office.offers()
    before = await office.do(calendar_of, number)
    admin = await office.grants("Zulfikar", Role.PROGRAMME_ADMIN)
    await office.do(cancel_training, (await admin.contact()).person_id, number)
    after = await office.do(calendar_of, number)
    assert b"STATUS:CONFIRMED" in before
    assert b"STATUS:CANCELLED" in after
    assert b"SEQUENCE:1" in after


@pytest.mark.slow
def test_the_command_line_imports_a_registry_and_a_course_and_checks_codes(
    sqlite_url: str, tmp_path: Path
) -> None:
    sheet = tmp_path / "pegawai.csv"
    sheet.write_text("NIP,Nama\n198001012005011001,Cut\n123,Salah\n", "utf-8")
    course = ROOT / "feedbackbot/data/courses/pelayanan-ramah-dan-sopan.md"
    broken = tmp_path / "rusak.md"
    broken.write_text("---\njudul: X\n---\n", "utf-8")

    def run(*arguments: str) -> tuple[int, str]:
        environment = {
            "FEEDBACKBOT_DATABASE_URL": sqlite_url,
            "FEEDBACKBOT_SECRET_KEY": KEY,
            "PATH": "/usr/bin:/bin",
        }
        done = run_command(*arguments, environment=environment, folder=tmp_path)
        return done.returncode, done.stdout + done.stderr

    code, said = run("import-staff", str(sheet), "--yes")
    assert code == 0, said
    assert "1 baru" in said
    assert "Baris 3" in said
    code, said = run("import-staff", str(sheet), "--yes")
    assert "Tetap: 1" in said
    assert "diperbarui" not in said
    assert run("import-course", str(course))[0] == 0
    code, said = run("import-course", str(broken))
    assert code == 1
    assert "rusak.md:" in said
    assert run("verify", "AAAA-AAAA-AAAA")[0] == 1
    code, said = run("import-staff", str(tmp_path / "fehlt.xlsx"))
    assert code == 2
    assert "Traceback" not in said
