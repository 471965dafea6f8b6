"""Charts and documents as attachments: drawn in a process of their own when the message is sent."""

from collections.abc import Mapping
from datetime import date

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import UNIT_CHART
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.survey.elements import ELEMENTS
from feedbackbot.domain.survey.index import Grade, Tally, Weight, index_of
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.reports.drawing.charts import BarChart, ElementWords, element_chart
from feedbackbot.reports.drawing.draw_chart import draw
from feedbackbot.reports.render_process import RenderProcess


def attachment_makers(catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """The makers of every source that messages name."""

    async def unit_chart(attachment: Attachment) -> MadeFile:
        chart = unit_chart_of(attachment.args, catalogue)
        return MadeFile(await render.render(draw, chart, "png"), attachment.name, "image/png")

    return {UNIT_CHART: unit_chart}


def unit_chart_of(args: Mapping[str, str | int | bool | None], catalogue: Catalogue) -> BarChart:
    """The nine elements of a unit: `args` has unit, language, first, last (ISO days), n, weight, order and a `sum_<element>` each.

    Raises KeyError or ValueError for other arguments.
    """
    language, n = str(args["language"]), int(args["n"] or 0)

    def t(key: str, /, **values: Value) -> str:
        return plain(catalogue.text(language, key, **values))

    tallies = {element.key: Tally(int(args[f"sum_{element.key}"] or 0), n) for element in ELEMENTS}
    index = index_of(tallies, Weight(args["weight"]))
    if index is None:
        raise ValueError("there is no result to draw")
    words = ElementWords(
        names={element.key: t(f"element-{element.key}") for element in ELEMENTS},
        grades={grade.value: t(f"grade-{grade.value.lower()}") for grade in Grade},
        weakest=t("chart-weakest"),
        axis=t("chart-nrr-axis"),
        decimal_mark=t("decimal-mark"),
    )
    days = {"first": date.fromisoformat(str(args["first"])), "last": date.fromisoformat(str(args["last"]))}
    figures: dict[str, Value] = {"n": n, "ikm": index.ikm, "grade": words.grades[index.grade.value], **days}
    unit = str(args["unit"])
    return element_chart(
        index,
        words,
        title=unit,
        subtitle=t("chart-subtitle", **figures),
        alt=t("chart-alt", unit=unit, weakest=words.names[index.weakest.key], **figures),
        order="form" if args["order"] == "form" else "annex",
    )
