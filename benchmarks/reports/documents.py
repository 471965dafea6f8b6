"""How long a chart and a report of thirty pages take, warm, in this process."""

import io
import statistics
import time
from collections.abc import Callable
from datetime import date

from pypdf import PdfReader

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.interval import Interval
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.i18n import load_catalogue
from feedbackbot.reports.drawing.draw_chart import draw
from feedbackbot.reports.figures import figures_from
from feedbackbot.reports.official.contents import Flagged, Letterhead, OfficialReport, Period
from feedbackbot.reports.official.pdf import official_pdf
from feedbackbot.reports.official.report_charts import elements_chart, trend_chart
from feedbackbot.settings import Settings
from feedbackbot.storage.survey.daily_totals import totals_of

COMMENTS = 370


def time_documents() -> dict[str, dict[str, float]]:
    """One line for each; returns their milliseconds."""
    catalogue, period = load_catalogue(), parse_period("2026-S2")
    figures = figures_from(totals_of(sekadau_answers()), Settings(_env_file=None))

    def t(key: str, /, **values: object) -> str:
        return catalogue.text("id", key, **values)  # type: ignore[arg-type]

    elements = elements_chart(t, "Disdukcapil", period, figures)
    trend = trend_chart(t, "Disdukcapil", [(period.before, figures), (period, figures)], 5)
    found = {
        "chart of the elements, ms": _time("chart of the elements", lambda: draw(elements)),
        "chart of the trend, ms": _time("chart of the trend", lambda: draw(trend)),
    }
    assert figures.index is not None
    words = "Antrean di loket dua terlalu lama, sebaiknya ada nomor antrean dan kursi tambahan. " * 3
    report = OfficialReport(
        letterhead=Letterhead("Pemerintah Kota Lhokseumawe", "Lhokseumawe"),
        unit_name="Disdukcapil",
        unit_code="disdukcapil",
        period=Period(date(2026, 7, 1), date(2026, 12, 31), "Semester II 2026", "2026-S2"),
        printed_on=date(2027, 1, 15),
        index=figures.index,
        interval=Interval(77.0, 80.4),
        respondents=figures.n,
        answers=dict.fromkeys(ELEMENT_KEYS, (2, 10, 30, 7)),
        by_service=(),
        by_channel=(),
        profile=(),
        comments={"waktu": tuple(f"{number}. {words}" for number in range(COMMENTS))},
        follow_up=(),
        flagged=Flagged({}, 0, included=True),
    )
    found["official report, ms"] = _time("official report", lambda: official_pdf(report), rounds=3)
    print(f"it has {len(PdfReader(io.BytesIO(official_pdf(report))).pages)} pages")
    return found


def _time(name: str, work: Callable[[], object], rounds: int = 7) -> dict[str, float]:
    start = time.perf_counter()
    work()
    first = time.perf_counter() - start
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    print(
        f"{name}: first {first:.2f} s, then median {statistics.median(spent):.2f} s, worst {max(spent):.2f} s",
        flush=True,
    )
    return {"first, with imports": first * 1000, "again, median": statistics.median(spent) * 1000}
