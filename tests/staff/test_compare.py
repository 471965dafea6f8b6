"""The dry run tells exactly what an import would do, and doing it leaves nothing to do."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.sheets.problem import RowProblem
from feedbackbot.domain.staff.compare import Plan, compare
from feedbackbot.domain.staff.nip import EmployeeKind, Nip, parse_nip
from feedbackbot.domain.staff.read_staff import StaffRow, StaffSheet
from feedbackbot.domain.staff.record import StaffRecord


def nip(serial: int) -> Nip:
    return parse_nip(f"198001012005012{serial:03}", today=date(2026, 11, 24))


ANI = StaffRecord(nip(1), "Ani", unit_name="Disdukcapil", phone="+6281234567890")
BUDI = StaffRecord(nip(2), "Budi", unit_name="Dinas Kesehatan")


def sheet(
    *records: StaffRecord, problems: tuple[RowProblem, ...] = (), refused: frozenset[str] = frozenset()
) -> StaffSheet:
    rows = tuple(StaffRow(number, record) for number, record in enumerate(records, start=2))
    return StaffSheet("Data", rows, problems, refused, {}, ())


def after(existing: list[StaffRecord], plan: Plan) -> list[StaffRecord]:
    registry = {record.nip.digits: record for record in existing}
    registry |= {record.nip.digits: record for record in plan.new}
    registry |= {change.after.nip.digits: change.after for change in plan.changed}
    registry |= {record.nip.digits: replace(record, active=False) for record in plan.gone}
    return list(registry.values())


def test_new_changed_gone_and_unchanged_are_told_apart() -> None:
    cut, dedi = StaffRecord(nip(3), "Cut"), StaffRecord(nip(4), "Dedi")
    plan = compare([ANI, BUDI, cut], sheet(ANI, replace(BUDI, unit_name="Bappeda"), dedi))
    assert plan.new == (dedi,)
    assert [dict(change.fields) for change in plan.changed] == [{"unit_name": ("Dinas Kesehatan", "Bappeda")}]
    assert plan.gone == (cut,)
    assert plan.unchanged == 1


def test_a_blank_or_absent_cell_takes_nothing_away() -> None:
    assert compare([ANI], sheet(StaffRecord(nip(1), "Ani"))).changes_nothing


def test_a_change_carries_the_whole_record_to_store() -> None:
    (change,) = compare([ANI], sheet(StaffRecord(nip(1), "Ani", rank="III/c"))).changed
    assert change.after == replace(ANI, rank="III/c")


def test_somebody_who_comes_back_is_a_change() -> None:
    (change,) = compare([replace(ANI, active=False)], sheet(ANI)).changed
    assert change.fields == {"active": (False, True)}
    assert change.after.active


def test_somebody_inactive_is_not_gone_again() -> None:
    assert compare([replace(ANI, active=False)], sheet(BUDI)).gone == ()


def test_somebody_whose_row_was_refused_is_not_gone() -> None:
    refused = (RowProblem(2, "Nama", "name-missing"),)
    plan = compare([ANI], sheet(BUDI, problems=refused, refused=frozenset({ANI.nip.digits})))
    assert plan.gone == ()
    assert plan.wrong == refused


def test_a_list_of_one_unit_makes_nobody_gone() -> None:
    assert compare([ANI, BUDI], sheet(ANI), whole_registry=False).gone == ()


def test_two_rows_that_agree_count_once_and_two_that_differ_not_at_all() -> None:
    twice = compare([], sheet(ANI, ANI))
    assert twice.new == (ANI,)
    assert [(each.row_numbers, each.agree) for each in twice.duplicates] == [((2, 3), True)]
    torn = compare([ANI], sheet(ANI, replace(ANI, name="Anisah")))
    assert torn.changes_nothing
    assert [each.agree for each in torn.duplicates] == [False]


def test_a_pns_known_as_pppk_is_a_change_of_kind() -> None:
    known = replace(ANI, nip=Nip(ANI.nip.digits, EmployeeKind.PPPK))
    (change,) = compare([known], sheet(ANI)).changed
    assert change.fields == {"kind": ("pppk", "pns")}
    assert change.after.nip.kind is EmployeeKind.PNS


def test_a_file_that_would_send_many_away_asks_for_a_second_look() -> None:
    staff = [StaffRecord(nip(serial), "X") for serial in range(1, 21)]
    assert compare(staff, sheet(*staff[:18])).cautions == ("import-many-gone",)
    assert compare(staff, sheet(*staff[:19])).cautions == ()


def test_a_file_full_of_cut_numbers_says_so() -> None:
    problem = RowProblem(2, "NIP", "cell-digits-lost")
    assert compare([], sheet(ANI, problems=(problem,))).cautions == (
        "import-many-wrong",
        "import-excel-cut-numbers",
    )


def records() -> st.SearchStrategy[list[StaffRecord]]:
    one = st.builds(
        StaffRecord,
        st.integers(1, 6).map(nip),
        st.sampled_from(("Ani", "Budi")),
        unit_name=st.sampled_from((None, "A", "B")),
        phone=st.sampled_from((None, "+6281", "+6282")),
    )
    return st.lists(one, max_size=8)


@given(records(), st.lists(st.booleans(), min_size=8, max_size=8), records(), st.booleans())
@settings(deadline=None)
def test_importing_the_same_file_twice_changes_nothing(
    known: list[StaffRecord], active: list[bool], incoming: list[StaffRecord], whole: bool
) -> None:
    unique = {
        record.nip.digits: replace(record, active=on) for record, on in zip(known, active, strict=False)
    }
    first = compare(unique.values(), sheet(*incoming), whole_registry=whole)
    assert compare(
        after(list(unique.values()), first), sheet(*incoming), whole_registry=whole
    ).changes_nothing
    named = {record.nip.digits for record in incoming}
    assert not named & {record.nip.digits for record in first.gone}
