"""Charts as attachments: figures read when the message is sent, drawn in a process of their own."""

from collections.abc import Mapping

from sqlalchemy import Connection

from feedbackbot.clock import Now
from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.message import Attachment
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.survey.elements import ELEMENTS
from feedbackbot.domain.survey.index import Grade
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.charts import BarChart, ElementWords, draw, element_chart
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.settings import Settings
from feedbackbot.storage.city import unit_by_id
from feedbackbot.storage.database import Database
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.show_result import present_result

UNIT_CHART = "unit-chart"


def attachment_makers(
    database: Database, catalogue: Catalogue, render: RenderProcess, now: Now, settings: Settings
) -> Mapping[str, Maker]:
    """The makers of every source that messages name."""

    async def unit_chart(attachment: Attachment) -> MadeFile:
        unit_id, language = int(attachment.args["unit_id"] or 0), str(attachment.args["language"])

        def read(connection: Connection) -> BarChart:
            return unit_chart_of(Transaction(connection, now(), settings), catalogue, unit_id, language)

        chart = await database.read(read)
        return MadeFile(await render.render(draw, chart, "png"), attachment.name, "image/png")

    return {UNIT_CHART: unit_chart}


def unit_chart_of(tx: Transaction, catalogue: Catalogue, unit_id: int, language: str) -> BarChart:
    """The nine elements of a unit's present result. Raises LookupError where there is nothing to draw."""

    def t(key: str, **values: object) -> str:
        return plain(catalogue.text(language, key, **values))  # type: ignore[arg-type]

    unit = unit_by_id(tx, unit_id)
    result = present_result(tx, unit_id)
    if unit is None or result.index is None:
        raise LookupError("there is no result to draw")
    words = ElementWords(
        names={element.key: t(f"element-{element.key}") for element in ELEMENTS},
        grades={grade.name: t(f"grade-{grade.name.lower()}") for grade in Grade},
        weakest=t("chart-weakest"),
        axis=t("chart-nrr-axis"),
        decimal_mark=t("decimal-mark"),
    )
    index = result.index
    figures = {"n": result.n, "ikm": index.ikm, "first": result.first, "last": result.last}
    weakest = words.names[index.weakest.key]
    return element_chart(
        index,
        words,
        title=unit.name,
        subtitle=t("chart-subtitle", **figures),
        alt=t("chart-alt", unit=unit.name, weakest=weakest, **figures),
        order=tx.settings.survey_element_order,
    )
