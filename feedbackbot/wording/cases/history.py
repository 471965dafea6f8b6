"""The history of a report as its citizen can hand it on, made when the message that carries it is sent."""

from collections.abc import Mapping
from datetime import datetime

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import CASE_HISTORY
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.message_text import plain
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.reports.cases.history import History, history_pdf
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.cases.timeline import Entry
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.city_rules import case_rules, working_time
from feedbackbot.usecases.cases.read_cases import CaseView, citizen_view

_MOST_STEPS = 14


def history_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """The maker of "case-history"; its args are case, person (whose it is) and language."""

    async def make(attachment: Attachment) -> MadeFile:
        case_id, person_id = int(attachment.args["case"] or 0), int(attachment.args["person"] or 0)
        language = str(attachment.args["language"])
        found = await runtime.read(lambda tx: history_of(tx, catalogue, person_id, case_id, language))
        return MadeFile(await render.render(history_pdf, found), attachment.name, "application/pdf")

    return {CASE_HISTORY: make}


def history_of(tx: Transaction, catalogue: Catalogue, person_id: int, case_id: int, language: str) -> History:
    """Raises `CaseRefusal` for somebody else's."""
    view = citizen_view(tx, person_id, case_id)
    words = _Words(catalogue, language)
    steps = [one for one in view.timeline if one.action != "send"][-_MOST_STEPS:]
    return History(
        language=language,
        government=tx.settings.city_government,
        title=words("history-title", number=view.row.number),
        facts=_facts(tx, view, words),
        words_head=words("history-words"),
        words=view.row.words or "–",
        steps_head=words("history-steps"),
        columns=(words("history-at"), words("history-who"), words("history-what")),
        steps=tuple(_step(one, words) for one in steps),
        foot=words("history-foot", at=tx.now),
        printed_on=city_day(tx.now),
    )


class _Words:
    """Catalogue texts without marks of format."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self._catalogue = catalogue
        self._language = language

    def __call__(self, key: str, /, **values: Value) -> str:
        return plain(self._catalogue.text(self._language, key, **values))

    def moment(self, at: datetime | None) -> str:
        return self("history-moment", at=at) if at is not None else "–"


def _facts(tx: Transaction, view: CaseView, words: _Words) -> tuple[tuple[str, str], ...]:
    """With the limits, and whether they were kept."""
    case = view.row.case
    due = working_time(tx, view.row.unit_id).deadline(
        case.received_at, case_rules(tx.settings).first_response_days
    )
    return (
        (words("history-kind"), words(f"case-kind-{case.kind}")),
        (words("history-unit"), f"{view.unit}, {view.service}" if view.service else view.unit),
        (words("history-state"), words(f"case-state-{case.state}")),
        (words("history-received"), words.moment(case.received_at)),
        (words("history-first-due"), f"{words.moment(due)} ({_kept(tx, due, case.responded_at, words)})"),
        (words("history-responded"), words.moment(case.responded_at)),
        (
            words("history-settle-due"),
            f"{words.moment(case.settle_due)} ({_kept(tx, case.settle_due, case.closed_at, words)})",
        ),
        (words("history-closed"), words.moment(case.closed_at)),
        (words("history-reopened"), str(case.reopened)),
    )


def _kept(tx: Transaction, due: datetime, done: datetime | None, words: _Words) -> str:
    if done is None:
        return words("history-running") if tx.now <= due else words("history-broken")
    return words("history-kept") if done <= due else words("history-broken")


def _step(entry: Entry, words: _Words) -> tuple[str, str, str]:
    who = words("case-actor-you" if entry.actor == "citizen" else f"case-actor-{entry.actor}")
    what = words(f"case-action-{entry.action}", unit="–")
    return words.moment(entry.at), who, f"{what}: {entry.words}" if entry.words else what
