"""Limits of units and services beside those of the city."""

import pytest

from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.usecases.cases.limits import change_limit, rules_at
from feedbackbot.usecases.units.find_unit import services_at
from tests.cases.office import Office, sends_case
from tests.talk import Talker


async def test_a_limit_set_in_the_chat_holds_for_the_next_case(office: Office, ani: Talker) -> None:
    admin = office.admin
    await admin.types("/batas")
    await admin.types("dukcapil")
    await admin.taps("Semua layanan")
    await admin.taps("Pengaduan")
    await admin.types("2")
    assert "2 hari kerja" in admin.last
    await sends_case(ani, office)
    case = await office.case()
    assert (case["settle_due"] - case["received_at"]).days == 2
    await admin.taps("Semua layanan")
    await admin.taps("Pengaduan")
    await admin.taps("Ikut batas kota (14 hari)")
    assert "hari kerja" not in admin.last


async def test_a_service_goes_before_its_unit_and_the_unit_before_the_city(office: Office) -> None:
    admin_id = (await office.admin.contact()).person_id
    service, other = (await office.talk.run(services_at, office.unit_id, None))[:2]
    run, unit = office.talk.run, office.unit_id
    await run(change_limit, admin_id, unit, None, CaseKind.COMPLAINT, 7)
    await run(change_limit, admin_id, unit, service.id, CaseKind.COMPLAINT, 3)
    complaint, question = CaseKind.COMPLAINT, CaseKind.INFORMATION
    assert (await run(rules_at, unit, service.id, complaint)).complaint_days == 3
    assert (await run(rules_at, unit, other.id, complaint)).complaint_days == 7
    assert (await run(rules_at, unit, None, complaint)).complaint_days == 7
    assert (await run(rules_at, unit, service.id, question)).information_days == 5


async def test_nobody_but_a_superadmin_sets_a_limit_and_none_is_without_sense(office: Office) -> None:
    head_id = (await office.head.contact()).person_id
    admin_id = (await office.admin.contact()).person_id
    with pytest.raises(CaseRefusal, match="case-not-allowed"):
        await office.talk.run(change_limit, head_id, office.unit_id, None, CaseKind.COMPLAINT, 3)
    with pytest.raises(CaseRefusal, match="limit-not-days"):
        await office.talk.run(change_limit, admin_id, office.unit_id, None, CaseKind.COMPLAINT, 0)
