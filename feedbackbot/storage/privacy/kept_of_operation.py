"""What is kept to run the product: roles, what admins did, messages in and out, broadcasts, published results."""

from sqlalchemy import func, not_

from feedbackbot.storage.broadcast import tables as broadcasts
from feedbackbot.storage.cases import recovery_tables as recovery
from feedbackbot.storage.people import tables as people
from feedbackbot.storage.pipeline import lease_tables, operation_tables
from feedbackbot.storage.pipeline import tables as pipeline
from feedbackbot.storage.pipeline.inbox import DEAD, DONE
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.privacy.kept import Kept, Rule
from feedbackbot.storage.reports import tables as reports
from feedbackbot.storage.understanding import tables as understanding
from feedbackbot.storage.units import tables as units

_inbox, _outbox = pipeline.inbox, pipeline.outbox
_sent_long_ago = func.coalesce(_outbox.c.settled_at, _outbox.c.due_at)
_of_broadcast = func.coalesce(_outbox.c.subject, "").like("broadcast:%")
_in_order = _outbox.c.state.in_([State.SENT, State.GONE, State.DROPPED, State.UNKNOWN])


KEPT_OF_OPERATION = (
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
        "emptied when sent, or delivered where that is told; their rows {}, refused ones {}, those about a case or training {}, "
        "of broadcasts {}", "goes",
        (_outbox, broadcasts.broadcast_repeat, pipeline.content),
        (
            Rule(
                "outbox", _outbox, 8,
                lambda before: (_sent_long_ago < before) & _outbox.c.subject.is_(None) & _in_order,
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
            pipeline.process, lease_tables.lease, lease_tables.pace_share,
        ),
        (Rule("processes", pipeline.process, 30, lambda before: pipeline.process.c.beat_at < before),),
    ),
)  # fmt: skip
