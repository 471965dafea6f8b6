"""The report's figures as the template prints them: one JSON of texts, and numbers only where bars are drawn."""

from decimal import Decimal
from typing import Any, Final

from feedbackbot.domain.survey.elements import Element, number_of
from feedbackbot.domain.survey.index import INDEX_PER_NRR, Weight, grade, rounded
from feedbackbot.domain.survey.interval import FEW_RESPONDENTS
from feedbackbot.domain.survey.quality import Flag
from feedbackbot.reports.official.contents import GENERAL_COMMENTS, ON_PAPER, Count, FollowUp, OfficialReport
from feedbackbot.reports.official.indonesian import day, listed, number, share, signed

FLAG_WORDS: Final = {
    Flag.STRAIGHT_LINE: "sembilan unsur dijawab sama",
    Flag.BURST: "masuk beruntun dalam waktu singkat",
    Flag.NO_COOKIE: "lewat web, dari peramban yang tidak dikenal",
    Flag.ONE_PLACE: "lewat web, banyak dari satu alamat jaringan sehari",
    Flag.OWN_UNIT: "diisi pegawai unit sendiri",
    Flag.OLD_VISIT: "melalui tautan poster yang sudah berakhir",
}
_WEIGHTS: Final = {Weight.EXACT: "1/9", Weight.W0_111: "0,111", Weight.W0_11: "0,11"}
_NRR_PLACES: Final = 4
_NOT_PLANNED: Final = "belum ditetapkan"
# Without a plan of its own, at least so many elements from the lowest up are listed to be planned.
_LEAST_PLANNED: Final = 3


def printed(report: OfficialReport) -> dict[str, Any]:
    """What the template reads."""
    index = report.index
    return {
        **_cover(report),
        "paper": _ways(report, on_paper=True),
        "chat": _ways(report, on_paper=False),
        "sample": report.is_sample,
        "legal": list(report.legal_basis),
        "ikm": number(index.ikm),
        "grade": index.grade.value,
        "word": index.grade.word,
        "weight": _WEIGHTS[index.weight],
        "interval": _interval(report),
        "few": report.respondents < FEW_RESPONDENTS,
        "previous": _previous(report),
        "n": number(report.respondents),
        "small": number(report.small_number),
        "services": _counts(report.by_service, report.respondents),
        "channels": _counts(report.by_channel, report.respondents),
        "profile": [
            {"question": table.question, "rows": _counts(table.rows, report.respondents)}
            for table in report.shown_profile
        ],
        "elements": [_element(report, element) for element in report.elements],
        "weakest": listed(_extreme(report, lowest=True)),
        "strongest": listed(_extreme(report, lowest=False)),
        "alike": min(index.nrr.values()) == max(index.nrr.values()),
        "comments": _comments(report),
        "plan": _plan(report),
        "representation": _representation(report),
        "flagged": _flagged(report),
        "invited": _invited(report),
    }


def _cover(report: OfficialReport) -> dict[str, Any]:
    """Who reports about which time, and who signs."""
    return {
        "government": report.letterhead.government,
        "city": report.letterhead.city,
        "unit": report.unit_name,
        "period": report.period.label,
        "first": day(report.period.first),
        "last": day(report.period.last),
        "printed": day(report.printed_on),
        "over": report.printed_on > report.period.last,
        "year": str(report.printed_on.year),
        "signatory": report.signatory or f"Kepala {report.unit_name}",
    }


def _counts(rows: tuple[Count, ...], whole: int) -> list[dict[str, str]]:
    return [{"label": row.label, "n": number(row.n), "share": share(row.n, whole)} for row in rows]


def _ways(report: OfficialReport, *, on_paper: bool) -> str | None:
    """How many answered so; None where nobody did."""
    n = sum(row.n for row in report.by_channel if (row.label == ON_PAPER) is on_paper)
    return number(n) if n else None


def _interval(report: OfficialReport) -> list[str] | None:
    if report.interval is None:
        return None
    return [f"{end:.2f}".replace(".", ",") for end in (report.interval.low, report.interval.high)]


def _previous(report: OfficialReport) -> dict[str, str] | None:
    if report.previous is None:
        return None
    label, before = report.previous
    change = report.index.ikm - before.ikm
    return {
        "label": label,
        "ikm": number(before.ikm),
        "grade": before.grade.value,
        "word": before.grade.word,
        "change": signed(change),
    }


def _element(report: OfficialReport, element: Element) -> dict[str, Any]:
    mean = report.index.nrr[element.key]
    counts = report.answers.get(element.key, (0, 0, 0, 0))
    before = report.previous[1] if report.previous else None
    return {
        "number": number_of(element, report.order),
        "name": element.official_name,
        # As many decimals as the bands of the grades have
        "nrr": number(rounded(mean, _NRR_PLACES)),
        "weighted": number(rounded(mean * report.index.weight.fraction, _NRR_PLACES)),
        "value": float(mean),
        "grade": grade(rounded(mean * INDEX_PER_NRR)).word,
        "answers": [{"n": number(count), "share": share(count, sum(counts))} for count in counts],
        "parts": list(counts),
        "change": None
        if before is None
        else signed(rounded(mean, _NRR_PLACES) - rounded(before.nrr[element.key], _NRR_PLACES)),
        "weakest": mean == min(report.index.nrr.values()),
    }


def _extreme(report: OfficialReport, *, lowest: bool) -> list[str]:
    means = report.index.nrr
    wanted = min(means.values()) if lowest else max(means.values())
    return [element.official_name for element in report.elements if means[element.key] == wanted]


def _comments(report: OfficialReport) -> list[dict[str, Any]]:
    names = {element.key: element.official_name for element in report.elements}
    groups = [*names.items(), (GENERAL_COMMENTS, "Lainnya")]
    return [
        {"name": name, "texts": list(report.comments[key])}
        for key, name in groups
        if report.comments.get(key)
    ]


def _plan(report: OfficialReport) -> list[dict[str, str]]:
    """From the lowest element up: those that are planned for, and else the lowest ones still to be planned."""
    given: dict[str, list[FollowUp]] = {}
    for plan in report.follow_up:
        given.setdefault(plan.element, []).append(plan)
    rows = []
    for place, element in enumerate(report.index.from_lowest):
        planned = given.get(element.key, [])
        if not planned and place < _LEAST_PLANNED:
            planned = [FollowUp(element.key, _NOT_PLANNED, "–", report.unit_name)]
        rows += [
            {
                "name": element.official_name,
                "nrr": number(rounded(report.index.nrr[element.key], _NRR_PLACES)),
                "programme": plan.programme,
                "quarter": plan.quarter,
                "responsible": plan.responsible,
            }
            for plan in planned
        ]
    return rows


def _representation(report: OfficialReport) -> dict[str, Any]:
    wanted = report.respondents_wanted
    return {
        "known": wanted is not None,
        "visitors": number(report.yearly_visitors or 0),
        "wanted": number(wanted or 0),
        "enough": bool(report.representative),
    }


def _invited(report: OfficialReport) -> dict[str, Any] | None:
    """What the invitations by chance brought; None where there were none."""
    sample = report.invited
    if sample is None:
        return None
    gap = sample.difference
    return {
        "visits": number(sample.visits),
        "n": number(sample.invited),
        "answered": number(sample.answered),
        "rate": share(sample.answered, sample.invited),
        "gap": [signed(Decimal(f"{value:.2f}")) for value in (gap.points, gap.low, gap.high)]
        if gap
        else None,
        "alike": bool(gap and gap.low <= 0 <= gap.high),
    }


def _flagged(report: OfficialReport) -> dict[str, Any]:
    return {
        "n": number(report.flagged.responses),
        "any": report.flagged.responses > 0,
        "included": report.flagged.included,
        "kinds": [
            {"label": FLAG_WORDS[flag], "n": number(report.flagged.counts.get(flag, 0))}
            for flag in Flag
            if report.flagged.counts.get(flag, 0)
        ],
    }
