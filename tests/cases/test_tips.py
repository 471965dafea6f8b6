"""What is told to the inspectorate: read by it alone, answered by code and PIN, and on no surface of anybody else."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from feedbackbot.dialogue.incoming import Kind
from feedbackbot.domain.people.roles import Role, holds_together
from feedbackbot.domain.sheets.write import workbook_bytes
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.cases.tables import timeline_entry, tip
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.usecases.cases.tips import inspector_view, tip_steps, tips_on_desk
from feedbackbot.usecases.people.grant_roles import accept, invite
from feedbackbot.usecases.privacy.data_export import held_as_json
from feedbackbot.usecases.privacy.retention import throw_away
from feedbackbot.wording.cases.workbook import cases_sheet
from tests.builders import CATALOGUE
from tests.cases.office import Office
from tests.cases.telling import SECRET, inspector_at, tells
from tests.talk import Clock, Talker

WORD = "zamrud"


async def test_a_tip_is_answered_and_its_sender_comes_back_from_another_chat(
    office: Office, ani: Talker, budi: Talker
) -> None:
    inspector = await inspector_at(office)
    code, pin = await tells(ani, office)
    assert code in inspector.last and WORD not in inspector.last, "what was told is not read over a shoulder"
    await inspector.taps("🔎 Buka")
    assert WORD in inspector.last and "Disdukcapil" in inspector.last
    await inspector.taps("📝 Catatan")
    await inspector.types("Periksa berkas bulan lalu")
    await inspector.taps("💬 Jawab")
    await inspector.types("Hari apa itu terjadi?")
    before = len(ani.chat)
    await office.mail()
    assert len(ani.chat) == before, "nobody is reminded of a tip"
    await budi.types("/wbs")
    await budi.taps("🔑 Saya punya kode dan PIN")
    await budi.types(f"{code} {pin}")
    assert "Hari apa itu terjadi?" in budi.last
    assert "Periksa berkas" not in budi.last, "a note is the inspectorate's own"
    await budi.types("Hari Selasa, di loket dua")
    await office.mail()
    assert code in inspector.last
    await inspector.taps("🔎 Buka")
    assert "Hari Selasa" in inspector.last
    await inspector.taps("✅ Tutup")
    await inspector.taps("Komisi Pemberantasan Korupsi")
    await budi.types("tutup")
    await budi.types("/wbs")
    await budi.types(f"{code} {pin}")
    assert "ditutup" in budi.last and "Komisi Pemberantasan Korupsi" in budi.last


async def test_nobody_else_meets_it_on_any_surface(office: Office, ani: Talker) -> None:
    """Every command, every button it shows, the search, the workbook, the audit, and whatever was sent."""
    await inspector_at(office)
    programme = office.talk.person("Rina")
    await programme.types("/mulai")
    await office.talk.run(add_grant, (await programme.contact()).person_id, Role.PROGRAMME_ADMIN, None)
    code, _ = await tells(ani, office)
    every = [one for each in office.talk.dialogue.directory.conversations for one in each.commands]
    commands = [one.name for one in every if "citizen" not in one.roles or one.name in ("dataku", "tiket")]
    for person in (office.officer, office.head, office.admin, programme):
        person_id = (await person.contact()).person_id
        for command in commands:
            await person.types(f"/{command}")
            pressed = person.answered and person in (office.head, office.admin)
            rows = person.answered[-1].rows if pressed else []
            for button in [one for row in rows for one in row if one.data]:
                await person.sends_tap(button.data or "")
        assert code not in "\n".join(person.sees()), person.name
        for typed in ("/kasus", WORD, f"/kasus {code}", code):
            await person.types(typed)
        await person.sends_tap("!inspektorat/1")
        assert "berinisial" not in "\n".join(person.sees()), person.name
        sheet = await office.talk.run(cases_sheet, CATALOGUE, person_id, "id")
        book = load_workbook(BytesIO(workbook_bytes([sheet])))
        assert WORD not in str([cell.value for row in book.active.iter_rows() for cell in row])
        for refused in (tips_on_desk, inspector_view, tip_steps):
            arguments = {tips_on_desk: (), inspector_view: (1,), tip_steps: (1, "read")}[refused]
            with pytest.raises(FeedbackbotError, match="tip-not-yours"):
                await office.talk.run(refused, person_id, *arguments)


async def test_nothing_that_is_kept_leads_to_its_sender(office: Office, ani: Talker) -> None:
    await inspector_at(office)
    code, pin = await tells(ani, office)
    person_id = (await ani.contact()).person_id
    held = await office.talk.run(held_as_json, person_id)
    assert WORD not in str(held) and code not in str(held)
    assert {"person_id", "address_id"}.isdisjoint(tip.c.keys())
    row = await office.talk.work(lambda tx: tx.run(select(tip)).mappings().one())
    assert pin not in str(dict(row)), "the PIN itself is kept nowhere"
    assert row["received_at"].minute == 0, "the moment would tell which message it came with"
    sent = await office.talk.work(lambda tx: tx.run(select(outbox.c.body)).scalars().all())
    assert not any(WORD in (body or "") for body in sent)


def test_the_table_of_tips_is_read_in_one_file() -> None:
    """So that no list of cases, no figure and no export can hold one by mistake."""
    found = {
        path.name
        for path in Path("feedbackbot").rglob("*.py")
        if "migrations" not in path.parts
        and (
            re.search(r"import .*\btip$", (text := path.read_text("utf-8")), re.MULTILINE)
            or "cases.tip" in text.replace("cases.tips", "")
        )
    }
    assert found == {"tips.py", "kept_of_citizens.py", "blanking.py"}


async def test_a_code_is_not_guessed(office: Office, ani: Talker, budi: Talker) -> None:
    await inspector_at(office)
    code, pin = await tells(ani, office)
    await budi.types("/wbs")
    for _ in range(6):
        await budi.types(f"{code} {(int(pin) + 1) % 1_000_000:06d}")
    assert "Terlalu banyak percobaan" in budi.last
    await budi.types("/wbs")
    await budi.types(f"{code} {pin}")
    assert "Terlalu banyak percobaan" in budi.last


async def test_without_an_inspector_it_is_an_ordinary_report_that_names_who_else_takes_it(
    office: Office, ani: Talker
) -> None:
    await ani.types("/wbs")
    assert "Komisi Pemberantasan Korupsi" in ani.last
    await ani.types(SECRET)
    await ani.taps("Setuju")
    assert "Inspektorat saja" not in str(ani.buttons())


async def test_whoever_prefers_an_ordinary_report_is_asked_once(office: Office, ani: Talker) -> None:
    await inspector_at(office)
    await ani.types("Petugas dukcapil minta uang kemarin pagi di loket")
    await ani.taps("📣 Laporan biasa")
    await ani.taps("Setuju")
    await ani.taps("Lewati")
    assert "Sudah benar?" in ani.last and "KPK" not in ani.buttons()


async def test_words_that_fit_no_button_stay_with_the_tip(office: Office, ani: Talker) -> None:
    """Admins read what was not understood: nothing of a tip may end there."""
    await inspector_at(office)
    await ani.types("/wbs")
    for words in ("qwerty zamrud asdf", "zamrud"):
        await ani.types(words)
    await ani.taps("💵 Pungutan liar")
    await ani.types("zxcvb zamrud")
    await office.admin.types("/belum_paham")
    assert WORD not in "\n".join(office.admin.sees())


def test_an_inspector_holds_no_other_office() -> None:
    for role in set(Role) - {Role.INSPECTOR}:
        assert not holds_together(frozenset({role.value, "citizen"}), Role.INSPECTOR)
        assert not holds_together(frozenset({Role.INSPECTOR.value, "citizen"}), role)
    assert holds_together(frozenset({"citizen", "employee"}), Role.INSPECTOR)


async def test_an_admin_cannot_make_an_inspector_of_himself(office: Office) -> None:
    admin = (await office.admin.contact()).person_id
    code = await office.talk.run(invite, admin, Role.INSPECTOR, None)
    with pytest.raises(FeedbackbotError, match="role-inspector-alone"):
        await office.talk.run(accept, admin, code)
    await office.talk.run(add_grant, admin, Role.INSPECTOR, None)  # however it came about
    with pytest.raises(FeedbackbotError, match="tip-not-yours"):
        await office.talk.run(tips_on_desk, admin)


async def test_pictures_and_a_pin_come_along_and_a_closed_tip_is_thrown_away_in_time(
    office: Office, ani: Talker, clock: Clock
) -> None:
    inspector = await inspector_at(office)
    await ani.types("/wbs")
    await ani.taps("💵 Pungutan liar")
    await ani.taps("Tanpa kantor tertentu")
    await ani.sends_file(caption="Ini kuitansi tanpa cap dari loket itu")
    await ani.does(Kind.LOCATION, latitude=5.18, longitude=97.14)
    await ani.taps("🔒 Kirim rahasia")
    await office.mail()
    await inspector.types("/inspektorat")
    shown = next(one for one in inspector.buttons() if "WBS-" in one)
    await inspector.taps(shown)
    assert "openstreetmap" in inspector.last and "Berkas (1)" in str(inspector.buttons())
    await inspector.taps("✅ Tutup")
    await inspector.types("Sudah ditindak")
    clock.passes(days=1826)
    while any((await office.talk.run(throw_away)).values()):
        pass
    assert await office.talk.work(lambda tx: tx.run(select(tip)).first()) is None
    left = select(timeline_entry.c.id).where(timeline_entry.c.tip_id.is_not(None))
    assert await office.talk.work(lambda tx: tx.run(left).first()) is None
