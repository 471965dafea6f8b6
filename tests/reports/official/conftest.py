"""A report made from the 49 real respondents, to be varied by each test."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Tally, Weight, index_of
from feedbackbot.domain.survey.interval import ikm_interval
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

MakeReport = Callable[..., OfficialReport]
FIRST_DAY = date(2026, 7, 1)


@pytest.fixture
def raw_answers() -> list[RawAnswer]:
    return [
        RawAnswer(FIRST_DAY + timedelta(days=number), "KTP elektronik", "Telegram", values)
        for number, values in enumerate(sekadau_answers())
    ]


@pytest.fixture
def make_report() -> MakeReport:
    """A report of given answers (by default Sekadau's), any field replaced by name."""

    def make(
        answers: list[dict[str, int]] | None = None, weight: Weight = Weight.EXACT, **changes: Any
    ) -> OfficialReport:
        given = sekadau_answers() if answers is None else answers
        tallies = {
            key: Tally(sum(a.get(key, 0) for a in given), sum(key in a for a in given))
            for key in ELEMENT_KEYS
        }
        index = index_of(tallies, weight)
        assert index is not None
        totals = [sum(a.values()) for a in given]
        fields: dict[str, Any] = {
            "letterhead": Letterhead("Pemerintah Kota Lhokseumawe", "Lhokseumawe"),
            "unit_name": "Disdukcapil",
            "unit_code": "disdukcapil",
            "period": Period(FIRST_DAY, date(2026, 12, 31), "Semester II 2026", "2026-S2"),
            "printed_on": date(2027, 1, 15),
            "index": index,
            "interval": ikm_interval(len(given), sum(totals), sum(t * t for t in totals), weight),
            "respondents": len(given),
            "answers": {
                key: tuple(sum(a.get(key) == value for a in given) for value in (1, 2, 3, 4))
                for key in ELEMENT_KEYS
            },
            "by_service": (Count("KTP elektronik", len(given)),),
            "by_channel": (Count("Telegram", len(given)),),
            "profile": (ProfileTable("Pendidikan", (Count("SMA", 20), Count("S1", 29))),),
            "comments": {"waktu": ("Antrean lama.",), "umum": ("Terima kasih.",)},
            "follow_up": (FollowUp("prosedur", "Papan alur di loket", "Triwulan I", "Sekretariat"),),
            "flagged": Flagged({}, 0, included=True),
        }
        return OfficialReport(**(fields | changes))

    return make
