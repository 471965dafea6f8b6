"""What an admin is told of a file that was sent: what it would do, what it did, or why it cannot be used."""

from typing import Final

from conversations import entry_points as to
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import IMPORT_WORKBOOK
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Say, ToReader, Transaction, Translate
from feedbackbot.domain.imports.notices import ImportTold
from feedbackbot.i18n import Markup
from feedbackbot.reports.imports.findings import detail_line, reading_lines
from feedbackbot.usecases.imports.carry_out_import import (
    ImportKind,
    ImportState,
    ReceivedImport,
    import_by_id,
    many_gone,
)

_SHOWN: Final = 6
_TRAININGS_SHOWN: Final = 8


def say_import(tx: Transaction, t: ToReader, notice: ImportTold) -> Message | None:
    """Nothing of one that has gone on meanwhile, or that a newer file has made void."""
    found = import_by_id(tx, notice.received)
    if found is None or found.state.value != notice.state:
        return None
    match found.state, found.kind:
        case ImportState.PLANNED, ImportKind.FACTS:
            return _planned_facts(t, found)
        case ImportState.PLANNED, _:
            return _planned(t, found)
        case ImportState.REFUSED, ImportKind.COURSE if found.problems:
            return _refused_course(t, found)
        case ImportState.REFUSED, _:
            reason = Markup(t(found.plan["refused"], **found.plan["args"]))
            name = found.plan["args"].get("file", found.called)
            return Message(t("import-refused", name=name, reason=reason), (_home(t),))
        case ImportState.DONE, ImportKind.STAFF:
            return Message(t("import-done", **found.plan["done"]), (_home(t),))
        case ImportState.DONE, ImportKind.FACTS:
            return Message(t("import-facts-done", **found.plan["done"]), (_home(t),))
        case ImportState.DONE, ImportKind.TRAININGS:
            return _trainings(t, found)
        case ImportState.DONE, ImportKind.COURSE:
            return _course(t, found)
    return None


def _trainings(t: Translate, found: ReceivedImport) -> Message:
    lines = [t("import-trainings-done", **found.plan["done"])]
    lines += reading_lines(t, found.plan["reading"], "training-field")
    if found.problems:
        lines += ["", t("import-wrong-head")]
        lines += [detail_line(t, one) for one in found.problems[:_TRAININGS_SHOWN]]
    return Message("\n".join(lines), (Choice("buka", t("training-list"), opens=to.TRAINING), _home(t)))


def _course(t: Translate, found: ReceivedImport) -> Message:
    lines = [t("course-brought", **found.plan["done"])]
    if not found.plan["changed"]:
        lines.append(t("course-same"))
    if found.plan["missing"]:
        lines += ["", t("course-missing", names=", ".join(found.plan["missing"]))]
    details = Choice(str(found.training_id), t("training-details"), opens=to.TRAINING)
    return Message("\n".join(lines), (details,))


def _refused_course(t: Translate, found: ReceivedImport) -> Message:
    lines = [t(found.plan["refused"], **found.plan["args"])]
    for one in found.problems:
        problem = Markup(t(one["key"], **one["args"]))
        lines.append(t("course-line", file=one["file"], line=str(one["line"]), problem=problem))
    return Message("\n".join(lines), (_home(t),))


def _home(t: Translate) -> Choice:
    return Choice("menu", t("to-menu"), opens=to.MENU)


def _planned(t: ToReader, found: ReceivedImport) -> Message:
    """The dry run, with the buttons that carry it out."""
    counts = {name: value for name, value in found.plan.items() if isinstance(value, int)}
    lines = [t("import-plan", name=found.called, **counts)]
    lines += reading_lines(t, found.plan.get("reading", {}))
    lines += [t("import-caution", caution=Markup(t(key))) for key in found.plan.get("cautions", ())]
    leaving = [detail for detail in found.problems if detail["what"] == "roles"]
    if leaving:
        lines += ["", t("import-roles-head"), *(detail_line(t, detail) for detail in leaving[:_SHOWN])]
    wrong = [detail for detail in found.problems if detail["what"] in ("wrong", "ignored", "twice")]
    if wrong:
        lines += ["", t("import-wrong-head"), *(detail_line(t, detail) for detail in wrong[:_SHOWN])]
    nothing = not (counts["new"] or counts["changed"] or counts["gone"])
    if nothing:
        lines += ["", t("import-changes-nothing")]
    attached = (
        Attachment(
            IMPORT_WORKBOOK,
            {"import": found.id, "language": t.language},
            name=t("import-workbook-file", id=found.id),
        )
        if found.problems
        else None
    )
    choices = () if nothing else _acts(t, found.id, counts["gone"], many_gone(found))
    return Message("\n".join(lines), choices, document=attached)


def _planned_facts(t: ToReader, found: ReceivedImport) -> Message:
    """What people would be told from then on, before and after."""
    counts = {name: value for name, value in found.plan.items() if isinstance(value, int)}
    lines = [t("import-facts-plan", name=found.called, **counts)]
    lines += reading_lines(t, found.plan["reading"], "fact-field")
    for unit, service, topic, before, after in found.plan["shown"]:
        about = f"{unit}, {service}" if service else unit
        topic_name = Markup(t(f"info-topic-{topic}"))
        lines.append(
            t("import-facts-line", about=about, topic=topic_name, before=before or "–", after=after or "–")
        )
    if found.problems:
        lines += ["", t("import-wrong-head"), *(detail_line(t, one) for one in found.problems[:_SHOWN])]
    if counts["new"] or counts["changed"] or counts["gone"]:
        return Message("\n".join(lines), _acts(t, found.id, 0, many=False))
    return Message("\n".join([*lines, "", t("import-facts-nothing")]), (_home(t),))


def _acts(t: Translate, import_id: int, gone: int, many: bool) -> tuple[Choice, ...]:
    """Where many would go, the first button is the one that lets nobody go."""
    if many:
        labels = {"sebagian": t("import-do-sebagian"), "banyak": t("import-do-banyak", gone=gone)}
    else:
        labels = {"ya": t("import-do-ya"), **({"sebagian": t("import-do-sebagian")} if gone else {})}
    labels["batal"] = t("import-do-batal")
    return tuple(Choice(f"{import_id}.{act}", label, opens=to.IMPORT) for act, label in labels.items())


def second_question(t: Translate, found: ReceivedImport) -> Message:
    """Asked before more than a tenth of the staff becomes inactive, in other words than the first time."""
    gone, active = found.plan["gone"], found.plan["active"]
    acts = {
        "sebagian": t("import-do-sebagian"),
        "batal": t("import-do-batal"),
        "pasti": t("import-do-pasti", gone=gone),
    }
    choices = tuple(Choice(f"{found.id}.{act}", label, opens=to.IMPORT) for act, label in acts.items())
    return Message(t("import-many-gone-question", gone=gone, active=active), choices)


IMPORT_NOTICES: Final = (Say(ImportTold, say_import),)
