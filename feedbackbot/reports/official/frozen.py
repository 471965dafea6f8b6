"""A published report as text and back: the same figures for ever, whatever is answered later.

Comments are not frozen: whoever takes back what he wrote is no longer quoted, even in a copy printed again.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Index, Weight, grade, ikm
from feedbackbot.domain.survey.interval import Interval
from feedbackbot.domain.survey.quality import Flag, flags_text, read_flags
from feedbackbot.domain.visits.honest_sample import Difference, Sample
from feedbackbot.reports.official.contents import (
    Count,
    Flagged,
    FollowUp,
    Letterhead,
    OfficialReport,
    Period,
    ProfileTable,
    RawAnswer,
)


def freeze_report(report: OfficialReport) -> str:
    """JSON without the comments."""
    period, head = report.period, report.letterhead
    return json.dumps(
        {
            "letterhead": [head.government, head.city, str(head.crest) if head.crest else None],
            "unit": [report.unit_name, report.unit_code],
            "period": [period.first.isoformat(), period.last.isoformat(), period.label, period.code],
            "printed_on": report.printed_on.isoformat(),
            "index": _index_out(report.index),
            "interval": [report.interval.low, report.interval.high] if report.interval else None,
            "respondents": report.respondents,
            "answers": {key: list(counts) for key, counts in report.answers.items()},
            "by_service": _counts_out(report.by_service),
            "by_channel": _counts_out(report.by_channel),
            "profile": [[table.question, _counts_out(table.rows)] for table in report.profile],
            "follow_up": [
                [one.element, one.programme, one.quarter, one.responsible] for one in report.follow_up
            ],
            "flagged": [
                {flag.value: n for flag, n in report.flagged.counts.items()},
                report.flagged.responses,
                report.flagged.included,
            ],
            "yearly_visitors": report.yearly_visitors,
            "previous": [report.previous[0], _index_out(report.previous[1])] if report.previous else None,
            "order": report.order,
            "small_number": report.small_number,
            "legal_basis": list(report.legal_basis),
            "is_sample": report.is_sample,
            "signatory": report.signatory,
            "invited": _sample_out(report.invited),
        },
        ensure_ascii=False,
    )


def thaw_report(text: str, comments: Mapping[str, tuple[str, ...]]) -> OfficialReport:
    """The report as it was published, with the comments that may still be quoted."""
    body: dict[str, Any] = json.loads(text)
    government, city, crest = body["letterhead"]
    first, last, label, code = body["period"]
    counts, responses, included = body["flagged"]
    previous = body["previous"]
    return OfficialReport(
        letterhead=Letterhead(government, city, Path(crest) if crest else None),
        unit_name=body["unit"][0],
        unit_code=body["unit"][1],
        period=Period(date.fromisoformat(first), date.fromisoformat(last), label, code),
        printed_on=date.fromisoformat(body["printed_on"]),
        index=_index_in(body["index"]),
        interval=Interval(*body["interval"]) if body["interval"] else None,
        respondents=body["respondents"],
        answers={key: (c[0], c[1], c[2], c[3]) for key, c in body["answers"].items()},
        by_service=_counts_in(body["by_service"]),
        by_channel=_counts_in(body["by_channel"]),
        profile=tuple(ProfileTable(question, _counts_in(rows)) for question, rows in body["profile"]),
        comments=comments,
        follow_up=tuple(FollowUp(*one) for one in body["follow_up"]),
        flagged=Flagged({Flag(name): n for name, n in counts.items()}, responses, included),
        yearly_visitors=body["yearly_visitors"],
        previous=(previous[0], _index_in(previous[1])) if previous else None,
        order=body["order"],
        small_number=body["small_number"],
        legal_basis=tuple(body["legal_basis"]),
        is_sample=body["is_sample"],
        signatory=body["signatory"],
        # reports of an older release say nothing of it
        invited=_sample_in(body.get("invited")),
    )


def freeze_answers(answers: Sequence[RawAnswer]) -> bytes:
    """Compressed JSON; 28,000 answers are some 100 KB."""
    rows = [
        [
            one.day.isoformat(),
            one.service,
            one.channel,
            "".join(str(one.values.get(key, 0)) for key in ELEMENT_KEYS),
            flags_text(one.flags),
            int(one.counted),
        ]
        for one in answers
    ]
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def thaw_answers(packed: bytes) -> list[RawAnswer]:
    """What `freeze_answers` was given."""
    return [
        RawAnswer(
            date.fromisoformat(day),
            service,
            channel,
            {key: int(digit) for key, digit in zip(ELEMENT_KEYS, digits, strict=True) if digit != "0"},
            read_flags(flags),
            bool(counted),
        )
        for day, service, channel, digits, flags, counted in json.loads(zlib.decompress(packed))
    ]


def _index_out(index: Index) -> dict[str, Any]:
    return {
        "nrr": {key: str(value) for key, value in index.nrr.items()},
        "n": index.n,
        "weight": index.weight.value,
    }


def _index_in(body: Mapping[str, Any]) -> Index:
    means = {key: Fraction(text) for key, text in body["nrr"].items()}
    weight = Weight(body["weight"])
    value = ikm(means, weight)
    return Index(value, grade(value), means, body["n"], weight)


def _sample_out(sample: Sample | None) -> list[Any] | None:
    if sample is None:
        return None
    gap = sample.difference
    ends = [gap.points, gap.low, gap.high] if gap else None
    return [sample.visits, sample.invited, sample.answered, ends]


def _sample_in(body: Sequence[Any] | None) -> Sample | None:
    if body is None:
        return None
    visits, invited, answered, ends = body
    return Sample(visits, invited, answered, Difference(*ends) if ends else None)


def _counts_out(rows: Sequence[Count]) -> list[list[Any]]:
    return [[row.label, row.n] for row in rows]


def _counts_in(rows: Sequence[Sequence[Any]]) -> tuple[Count, ...]:
    return tuple(Count(label, n) for label, n in rows)
