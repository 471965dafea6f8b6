"""What is kept of whom, why and how long: the one place that says it. The nightly job and `docs/privacy.md` are made from this list.

Each table stands in exactly one line; a test fails for a new one that is not here. Erasing at a person's wish goes by the references of
the tables themselves (`erasing`).
"""

from datetime import datetime

from sqlalchemy import ColumnElement, func, not_, or_, select

from feedbackbot.domain.calendar import city_day
from feedbackbot.storage.broadcast import tables as broadcasts
from feedbackbot.storage.campaigns import tables as campaigns
from feedbackbot.storage.cases import recovery_tables as recovery
from feedbackbot.storage.cases import tables as cases
from feedbackbot.storage.cases.blanking import blank_cases, blank_recoveries
from feedbackbot.storage.cases.talks import end_talks
from feedbackbot.storage.incentives import tables as incentives
from feedbackbot.storage.people import tables as people
from feedbackbot.storage.pipeline import conversation_tables, operation_tables
from feedbackbot.storage.pipeline import tables as pipeline
from feedbackbot.storage.pipeline.inbox import DEAD, DONE
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.privacy import tables as privacy
from feedbackbot.storage.privacy.kept import Kept, Rule
from feedbackbot.storage.reports import tables as reports
from feedbackbot.storage.staff import tables as staff
from feedbackbot.storage.survey import tables as survey
from feedbackbot.storage.training import tables as training
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.understanding import tables as understanding
from feedbackbot.storage.units import tables as units
from feedbackbot.storage.visits import tables as visits

_inbox, _outbox = pipeline.inbox, pipeline.outbox
_sent_long_ago = func.coalesce(_outbox.c.settled_at, _outbox.c.due_at)
_of_broadcast = func.coalesce(_outbox.c.topic, "").like("broadcast:%")
_in_order = _outbox.c.state.in_([State.SENT, State.GONE, State.DROPPED, State.UNKNOWN])


def _case_with_words(before: datetime) -> ColumnElement[bool]:
    case = cases.case_file.c
    return (case.closed_at < before) & or_(
        case.words.is_not(None), case.person_id.is_not(None), case.fingerprint != ""
    )


def _alert_with_words(before: datetime) -> ColumnElement[bool]:
    alert, entry = recovery.low_score_alert.c, cases.timeline_entry.c
    said = select(entry.id).where(entry.alert_id == alert.id, entry.words != "").exists()
    return (alert.at < before) & or_(alert.talk_token.is_not(None), said)


def _end_talks(tx: Transaction, condition: ColumnElement[bool]) -> int:
    ids = list(tx.run(select(recovery.low_score_alert.c.id).where(condition)).scalars())
    end_talks(tx, ids)
    return len(ids)


KEPT = (
    Kept(
        "address in the chat service, language, when first seen; topics switched off", "to answer", "everybody",
        "until erased", "goes once the last word is said",
        (people.person, people.address, people.opt_out, privacy.erasure, broadcasts.command_list),
    ),
    Kept(
        "consents: purpose, wording's version, given or withdrawn, when", "to prove them", "everybody who was asked",
        "until erased", "goes", (people.consent,),
    ),
    Kept(
        "ratings: nine answers, unit, service, day and hour, comment, profile if given",
        "the survey that PermenPANRB 14/2017 asks for", "a **pseudonym**: keyed hash of person and purpose",
        "ratings stay; left half-way {}; comments {}", "answers stay under a name of chance; comment and profile go",
        (survey.response, survey.respondent, survey.daily_total, survey.answer_import, survey.imported_answer),
        (
            Rule(
                "unfinished", survey.response, 90,
                lambda before: (survey.response.c.started_at < before) & survey.response.c.submitted_at.is_(None),
            ),
            Rule(
                "comments", survey.response, "comments_kept_days",
                lambda before: (survey.response.c.started_at < before) & survey.response.c.comment.is_not(None),
                blank={"comment": None},
            ),
        ),
    ),
    Kept(
        "that a form has come (keyed hash of its token)", "to count it once", "nobody", "{}", "stays, names nobody",
        (survey.form_receipt,),
        (Rule("receipts", survey.form_receipt, 90, lambda before: survey.form_receipt.c.at < before),),
    ),
    Kept(
        "how many ratings of a unit came from one network address on the web (a keyed hash that changes daily)",
        "to doubt and stop stuffing", "nobody", "{}", "goes by itself", (survey.place_pace,),
        (Rule("places", survey.place_pace, 2, lambda before: survey.place_pace.c.day < city_day(before)),),
    ),
    Kept(
        "visits that a unit's application told of: unit, service, counter, day, whether the receipt was used; its key, hashed",
        "to invite once and to say how many answer", "nobody", "{}", "names nobody", (visits.service_visit, visits.api_key),
        (Rule("visits", visits.service_visit, 400, lambda before: visits.service_visit.c.day < city_day(before)),),
    ),
    Kept(
        "where a talk stands; while a rating is under way: which one", "to go on after a pause", "the chat",
        "until it ends, at most `CONVERSATION_TIMEOUT_HOURS`", "goes", (conversation_tables.chat_state,),
    ),
    Kept(
        "complaints, their files and letters", "to handle them",
        "who wrote them; the officer sees no name unless the citizen gives it", "{} after closing",
        "words, files and citizen go; kind, unit and times stay", (cases.case_file, cases.timeline_entry, cases.timeline_file),
        (Rule("cases", cases.case_file, "cases_kept_days", _case_with_words, step=blank_cases),),
    ),
    Kept(
        "that an officer took a case for abuse", "to slow, not to silence", "who sent it", "{}",
        "a keyed hash of the address stays for the same time", (cases.sender_flag,),
        (Rule("flags", cases.sender_flag, "abuse_flag_kept_days", lambda before: cases.sender_flag.c.at < before),),
    ),
    Kept(
        "talks after a low score; the bridge to the citizen is apart from them and keyed", "to mend the visit",
        "who agreed to be asked", "words {}; the bridge until the talk ends, at most {} after it is settled", "goes",
        (recovery.low_score_alert, recovery.recovery_talk, recovery.second_rating),
        (
            Rule("recoveries", recovery.low_score_alert, "recovery_kept_days", _alert_with_words, step=blank_recoveries),
            Rule(
                "talks", recovery.low_score_alert, 14,
                lambda before: (recovery.low_score_alert.c.settled_at < before)
                & recovery.low_score_alert.c.talk_token.is_not(None),
                step=_end_talks,
            ),
        ),
    ),
    Kept(
        "a keyed hash of an address: that a rating of a unit counts, when codes were guessed, when cases were sent, a mark of abuse",
        "one person, one voice; limits hold after erasing", "who was erased or withdrew",
        "the survey period, an hour, two days, `ABUSE_FLAG_KEPT_DAYS`", "is made by it", (people.kept_limit,),
        (Rule("limits", people.kept_limit, 0, lambda before: people.kept_limit.c.until <= before),),
    ),
    Kept(
        "that an address was erased: a keyed hash of it and the day, in the database and in a file beside it",
        "so that it stays erased after a restore", "who was erased", "{}", "is made by it", (privacy.erasure_log,),
        (
            Rule(
                "erasures", privacy.erasure_log, "backups_kept_days",
                lambda before: privacy.erasure_log.c.day < city_day(before),
            ),
        ),
    ),
    Kept(
        "staff: NIP, name, unit, rank, position; phone number as keyed hash", "invitations, credits",
        "employees in the registry", "while employed; the history stays", "the tie to the chat goes",
        (staff.employee, staff.unit_name),
    ),
    Kept(
        "wrong codes and numbers, by moment", "so that guessing is limited", "who tried", "{}", "goes, see the keyed hash",
        (staff.link_failure,),
        (Rule("failures", staff.link_failure, 2, lambda before: staff.link_failure.c.at < before),),
    ),
    Kept(
        "received files of registry, trainings and courses: name, counts, what was refused by row", "to carry them out",
        "the admin", "{}", "the admin's number goes", (staff.received_import,),
        (Rule("imports", staff.received_import, 30, lambda before: staff.received_import.c.changed_at < before),),
    ),
    Kept(
        "trainings, attendance, credits, certificates, evaluations; why somebody could not come", "proof of learning",
        "employees", "as the personnel file asks; a reason in own words {}", "stays with the registry; own words go",
        (
            training.training, training.training_session, training.enrolment, training.reminder_sent, training.attendance,
            training.course, training.course_file, training.course_progress, training.quiz_answer, training.jp_entry,
            training.certificate, training.evaluation, training.jp_form, training.session_trainer,
        ),
        (
            Rule(
                "reasons", training.enrolment, 365,
                lambda before: (training.enrolment.c.changed_at < before) & training.enrolment.c.reason_words.is_not(None),
                blank={"reason_words": None},
            ),
        ),
    ),
    Kept(
        "points, badges, rewards, campaigns and who was in which group", "incentives, and proof of what helped", "employees",
        "as the personnel file asks", "stays with the registry",
        (
            incentives.point_entry, incentives.badge, incentives.board_member, incentives.reward_claim, campaigns.campaign,
            campaigns.campaign_arm, campaigns.campaign_unit, campaigns.campaign_person, campaigns.campaign_nudge,
            campaigns.campaign_count, campaigns.campaign_finding,
        ),
    ),
    Kept(
        "words that were not understood or corrected, without numbers and names; phrases that admins have explained",
        "to understand them next time", "nobody", "words {}; phrases stay", "holds nothing of a person",
        (understanding.unclear_words, understanding.taught_phrase, understanding.city_fact),
        (
            Rule(
                "unclear", understanding.unclear_words, "unclear_words_days",
                lambda before: understanding.unclear_words.c.at < before,
            ),
        ),
    ),
    Kept(
        "roles and duties, with what the granter calls the person", "who may do what", "officers and admins",
        "while held, then {}", "must be given up first, then goes", (people.role_grant, recovery.duty),
        (Rule("roles", people.role_grant, "audit_kept_days", lambda before: people.role_grant.c.withdrawn_at < before),),
    ),
    Kept(
        "what admins did", "to answer for it", "admins, by number", "{}", "the bare number stays", (operation_tables.audit,),
        (Rule("audit", operation_tables.audit, "audit_kept_days", lambda before: operation_tables.audit.c.at < before),),
    ),
    Kept(
        "codes that work once, as keyed hashes", "linking, roles", "nobody by name", "{} after they end", "goes with its time",
        (operation_tables.one_time_code,),
        (
            Rule(
                "codes", operation_tables.one_time_code, 30,
                lambda before: operation_tables.one_time_code.c.expires_at < before,
            ),
        ),
    ),
    Kept(
        "raw updates", "so that none is lost; chat services repeat for up to seven days", "everybody",
        "emptied when answered, their keys {}; what nobody could answer {}, what waits {}", "emptied", (_inbox,),
        (
            Rule("inbox", _inbox, 8, lambda before: (_inbox.c.received_at < before) & (_inbox.c.state == DONE)),
            Rule("dead", _inbox, 30, lambda before: (_inbox.c.received_at < before) & (_inbox.c.state == DEAD)),
            Rule("unanswered", _inbox, 90, lambda before: _inbox.c.received_at < before),
        ),
    ),
    Kept(
        "messages sent", "so that none is lost, and a reply in the chat app is understood", "everybody",
        "emptied when sent; their rows {}, refused ones {}, those about a case or training {}, of broadcasts {}", "goes",
        (_outbox, broadcasts.broadcast_repeat, pipeline.content),
        (
            Rule(
                "outbox", _outbox, 8,
                lambda before: (_sent_long_ago < before) & _outbox.c.topic.is_(None) & _in_order,
            ),
            Rule("refused", _outbox, 30, lambda before: (_sent_long_ago < before) & (_outbox.c.state == State.REJECTED)),
            Rule("subjects", _outbox, 60, lambda before: (_sent_long_ago < before) & not_(_of_broadcast)),
            Rule("broadcasts", _outbox, "broadcast_rows_kept_days", lambda before: _sent_long_ago < before),
        ),
    ),
    Kept(
        "what a chat service told of messages later", "that a message arrived, and what it cost",
        "everybody, by the message's row only", "{}",
        "leads to nobody once the row is gone", (pipeline.receipt,),
        (Rule("receipts", pipeline.receipt, 400, lambda before: pipeline.receipt.c.at < before),),
    ),
    Kept(
        "broadcasts, who was named for them, and answers to them", "what the city told whom", "admins; readers",
        "with the city's records; drafts nobody sent {}", "goes; the broadcast stays",
        (broadcasts.broadcast, broadcasts.broadcast_list, broadcasts.broadcast_list_file, broadcasts.broadcast_answer),
        (
            Rule(
                "drafts", broadcasts.broadcast, 7,
                lambda before: (broadcasts.broadcast.c.created_at < before) & (broadcasts.broadcast.c.state == "draft"),
            ),
        ),
    ),
    Kept(
        "ids of files that were uploaded to the chat service", "so that none is uploaded twice", "nobody", "{}", "–",
        (pipeline.media,),
        (Rule("media", pipeline.media, 365, lambda before: pipeline.media.c.created_at < before),),
    ),
    Kept(
        "published results, measures and what units did about what they were told", "accountability", "units",
        "for good", "the author's number goes",
        (reports.published_result, reports.improvement, recovery.follow_up, recovery.follow_up_case),
    ),
    Kept(
        "the city's units; the machine's own notes", "to run", "nobody", "for good; processes that ended {}", "–",
        (
            units.unit, units.service, units.counter, operation_tables.job_run, operation_tables.installation, pipeline.message_template,
            pipeline.process,
        ),
        (Rule("processes", pipeline.process, 30, lambda before: pipeline.process.c.beat_at < before),),
    ),
)  # fmt: skip


def rules() -> list[Rule]:
    """All of them, in the order of the list."""
    return [rule for kept in KEPT for rule in kept.rules]


def privacy_table() -> str:
    """The table of `docs/privacy.md`."""
    head = "| what | why | about whom | how long | when its person erases |\n|---|---|---|---|---|\n"
    return head + "".join(f"{kept.line()}\n" for kept in KEPT)
