"""What is kept of citizens: ratings, visits, talks, cases, and what holds limits after erasing."""

from datetime import datetime

from sqlalchemy import ColumnElement, or_, select

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.forum.statement import StatementState
from feedbackbot.storage.broadcast import tables as broadcasts
from feedbackbot.storage.cases import recovery_tables as recovery
from feedbackbot.storage.cases import tables as cases
from feedbackbot.storage.cases.blanking import blank_cases, blank_recoveries, delete_tips
from feedbackbot.storage.cases.talks import end_talks
from feedbackbot.storage.forum import tables as forum
from feedbackbot.storage.forum.leaving import blank_statements, blank_voters
from feedbackbot.storage.people import tables as people
from feedbackbot.storage.pipeline import conversation_tables
from feedbackbot.storage.privacy import tables as privacy
from feedbackbot.storage.privacy.kept import Kept, Rule
from feedbackbot.storage.survey import instrument_tables as instruments
from feedbackbot.storage.survey import part_tables as parts
from feedbackbot.storage.survey import tables as survey
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.visits import tables as visits


def _case_with_words(before: datetime) -> ColumnElement[bool]:
    case = cases.case_file.c
    return (case.closed_at < before) & or_(
        case.words.is_not(None), case.person_id.is_not(None), case.fingerprint != ""
    )


def _alert_with_words(before: datetime) -> ColumnElement[bool]:
    alert, entry = recovery.low_score_alert.c, cases.timeline_entry.c
    said = select(entry.id).where(entry.alert_id == alert.id, entry.words != "").exists()
    return (alert.at < before) & or_(alert.talk_token.is_not(None), said)


def _named_voice(before: datetime) -> ColumnElement[bool]:
    ended = select(forum.forum_topic.c.id).where(forum.forum_topic.c.closes_at < before)
    return forum.forum_voter.c.topic_id.in_(ended) & ~forum.forum_voter.c.pseudonym.like("-%")


def _named_statement(before: datetime) -> ColumnElement[bool]:
    statement = forum.forum_statement.c
    ended = select(forum.forum_topic.c.id).where(forum.forum_topic.c.closes_at < before)
    unseen = (statement.state != StatementState.SHOWN.value) & (statement.words != "")
    return statement.topic_id.in_(ended) & or_(statement.pseudonym.is_not(None), unseen)


def _end_talks(tx: Transaction, condition: ColumnElement[bool]) -> int:
    ids = list(tx.run(select(recovery.low_score_alert.c.id).where(condition)).scalars())
    end_talks(tx, ids)
    return len(ids)


KEPT_OF_CITIZENS = (
    Kept(
        "address in each chat service that the person has joined, language, when first seen; topics switched off", "to answer", "everybody",
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
        "totals of ratings by unit, day and channel, sex, age, education or occupation; which days are to be counted anew",
        "breakdowns by what respondents say of themselves", "nobody, though the total of a quiet day may be of one",
        "as long as the ratings: of days that are over, counted anew when something of a day changes",
        "the person's days lose theirs at once and are counted anew without it", (parts.part_total, parts.part_progress, parts.changed_day),
    ),
    Kept(
        "answers to surveys beside the SKM (SPKP, SPAK, a city's own): unit, answers, day and hour; which units ask which",
        "the integrity zone's evaluation", "a **pseudonym** of each survey alone", "answers stay",
        "answers stay under a name of chance",
        (instruments.instrument_response, instruments.instrument_answer, instruments.unit_instrument),
    ),
    Kept(
        "topics of the forum, statements, votes, results, answers", "to hear before deciding, and to answer for it",
        "a **pseudonym** of the forum's own", "topics, shown statements and results stay; names of voices {} after the topic ends, so do "
        "authors and refused words {}; rounds of messages {}",
        "votes go and results are made anew; a shown statement stays as nobody's, other words go",
        (forum.forum_topic, forum.forum_statement, forum.forum_voter, forum.forum_vote, forum.forum_result, forum.forum_telling),
        (
            Rule("voices", forum.forum_voter, "forum_names_kept_days", _named_voice, step=blank_voters),
            Rule("authors", forum.forum_statement, "forum_names_kept_days", _named_statement, step=blank_statements),
            Rule("rounds", forum.forum_telling, 90, lambda before: forum.forum_telling.c.at < before),
        ),
    ),
    Kept(
        "how many voices of a forum topic came from one network address on the web (a keyed hash that changes daily)",
        "to doubt and stop stuffing", "nobody", "{}", "goes by itself", (forum.forum_place,),
        (Rule("forum-places", forum.forum_place, 2, lambda before: forum.forum_place.c.day < city_day(before)),),
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
        "that somebody wishes to be invited after a visit: a keyed hash of the own number or of a code", "to invite in the own chat",
        "who asked for it", "until switched off in /diundang or erased", "goes", (visits.visit_contact,),
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
        "tips to the inspectorate: kind, unit, words, files, place, the hour; a keyed hash of their PIN", "to look into them",
        "nobody: only who has code and PIN comes back to one", "{} after closing", "stay, lead to nobody", (cases.tip,),
        (Rule("tips", cases.tip, "tips_kept_days", lambda before: cases.tip.c.closed_at < before, step=delete_tips),),
    ),
    Kept(
        "answers that a unit gives often, and its own limits for its services", "to answer the same way, and in time", "nobody",
        "until the unit takes them away", "stay", (cases.ready_reply, cases.case_limit),
    ),
    Kept(
        "that an officer is away until a day", "to tell others of the cases", "the officer", "until the day itself", "goes",
        (cases.desk_leave,), (Rule("leave", cases.desk_leave, 1, lambda before: cases.desk_leave.c.until < before),),
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
        "a keyed hash of an address: that a rating of a unit counts (given there, or in another chat joined then), "
        "when codes were guessed, when cases or tips were sent, a mark of abuse",
        "one person, one voice; limits hold after erasing", "who was erased, withdrew, parted chats or sent a tip",
        "the survey period, an hour, two days (tips: one), `ABUSE_FLAG_KEPT_DAYS`", "is made by it", (people.kept_limit,),
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
)  # fmt: skip
