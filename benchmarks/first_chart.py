"""`python -m benchmarks.first_chart [rounds]`: how long whoever asks for a chart waits.

The first after a start, with the process that draws it and its libraries, and those after it: in each of six rounds a new process, and
fifteen charts after the first, no two alike.
"""

import asyncio
import statistics
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.kept import keep

if TYPE_CHECKING:
    # imported late below: the process that draws begins with this file, as it begins with bot.py, and is to read no more than that
    from feedbackbot.reports.drawing.charts import BarChart

_AFTER_IT = 15


def chart(number: int) -> "BarChart":
    """Of the published answers of one office, under a name of its own."""
    from feedbackbot.data import sekadau_answers
    from feedbackbot.domain.survey.period import parse_period
    from feedbackbot.i18n import load_catalogue
    from feedbackbot.reports.figures import figures_from
    from feedbackbot.reports.official.report_charts import elements_chart
    from feedbackbot.settings import Settings
    from feedbackbot.storage.survey.daily_totals import totals_of

    catalogue = load_catalogue()
    figures = figures_from(totals_of(sekadau_answers()), Settings(_env_file=None))

    def t(key: str, /, **values: object) -> str:
        return catalogue.text("id", key, **values)  # type: ignore[arg-type]

    return elements_chart(t, f"Kantor {number}", parse_period("2026-S2"), figures)


class Round:
    """`waits` for each chart, in ms, and MB that the process then holds."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.held: list[float] = []


async def one_round(charts: list["BarChart"]) -> Round:
    from benchmarks.turns.__main__ import memory
    from feedbackbot.reports.drawing.draw_chart import draw
    from feedbackbot.reports.render_process import RenderProcess

    render, told = RenderProcess(), Round()
    try:
        for one in charts:
            began = time.monotonic()
            await render.render(draw, one)
            told.waits.append(1000 * (time.monotonic() - began))
            assert render._pid is not None
            told.held.append(memory(render._pid.value))
    finally:
        await render.close()
    return told


async def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    charts = [chart(number) for number in range(1 + _AFTER_IT)]
    found = [await one_round(charts) for _ in range(rounds)]
    first = [one.waits[0] for one in found]
    after = [statistics.median(one.waits[1:]) for one in found]
    told = {
        "first chart, ms": {"median": statistics.median(first), "worst": max(first)},
        "a chart after it, ms": {"median": statistics.median(after), "worst median of a round": max(after)},
        "MB of the process": {
            "after the first": statistics.median(one.held[0] for one in found),
            "after the last": statistics.median(one.held[-1] for one in found),
        },
    }
    for what, values in told.items():
        print(f"{what}: " + ", ".join(f"{name} {value:,.0f}" for name, value in values.items()))
    keep("first-chart", told)


if __name__ == "__main__":
    asyncio.run(main())
