"""What is erased because its time is over, each kind by its own setting."""

from datetime import timedelta

from sqlalchemy import delete, select, update

from feedbackbot.storage.cases.recovery_tables import low_score_alert
from feedbackbot.storage.cases.tables import case_file, timeline_entry
from feedbackbot.storage.erasure_log import forget_old_erasures
from feedbackbot.storage.people.tables import kept_limit
from feedbackbot.storage.pipeline.operation_tables import audit, one_time_code
from feedbackbot.storage.privacy.erasing import blank_cases, blank_recoveries, finish_erasures
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction

_AT_ONCE = 500
_CODES_KEPT = timedelta(days=30)


def throw_away(tx: Transaction) -> dict[str, int]:
    """One bounded step; call again until all counts are 0."""
    return {
        "cases": blank_cases(tx, case_file.c.id.in_(_old_cases(tx))),
        "recoveries": blank_recoveries(tx, low_score_alert.c.id.in_(_old_recoveries(tx))),
        "comments": _old_comments(tx),
        "audit": _old_audit(tx),
        "codes": _old_codes(tx),
        "limits": _old_limits(tx),
        "erasures": forget_old_erasures(tx),
    }


def throw_away_addresses(tx: Transaction) -> dict[str, int]:
    """Of people who were erased and told so."""
    return {"addresses": finish_erasures(tx)}


def _old_cases(tx: Transaction) -> list[int]:
    before = tx.now - timedelta(days=tx.settings.cases_kept_days)
    statement = select(case_file.c.id).where(case_file.c.closed_at < before, case_file.c.words.is_not(None))
    return list(tx.run(statement.limit(_AT_ONCE)).scalars())


def _old_recoveries(tx: Transaction) -> list[int]:
    before = tx.now - timedelta(days=tx.settings.recovery_kept_days)
    said = select(timeline_entry.c.id).where(
        timeline_entry.c.alert_id == low_score_alert.c.id, timeline_entry.c.words != ""
    )
    statement = select(low_score_alert.c.id).where(
        low_score_alert.c.at < before, low_score_alert.c.talk_token.is_not(None) | said.exists()
    )
    return list(tx.run(statement.limit(_AT_ONCE)).scalars())


def _old_comments(tx: Transaction) -> int:
    before = tx.now - timedelta(days=tx.settings.comments_kept_days)
    ids = select(response.c.id).where(response.c.started_at < before, response.c.comment.is_not(None))
    found = list(tx.run(ids.limit(_AT_ONCE)).scalars())
    return tx.run(update(response).where(response.c.id.in_(found)).values(comment=None)).rowcount


def _old_audit(tx: Transaction) -> int:
    before = tx.now - timedelta(days=tx.settings.audit_kept_days)
    found = list(tx.run(select(audit.c.id).where(audit.c.at < before).limit(_AT_ONCE)).scalars())
    return tx.run(delete(audit).where(audit.c.id.in_(found))).rowcount


def _old_codes(tx: Transaction) -> int:
    old = select(one_time_code.c.id).where(one_time_code.c.expires_at < tx.now - _CODES_KEPT)
    found = list(tx.run(old.limit(_AT_ONCE)).scalars())
    return tx.run(delete(one_time_code).where(one_time_code.c.id.in_(found))).rowcount


def _old_limits(tx: Transaction) -> int:
    found = list(
        tx.run(select(kept_limit.c.id).where(kept_limit.c.until <= tx.now).limit(_AT_ONCE)).scalars()
    )
    return tx.run(delete(kept_limit).where(kept_limit.c.id.in_(found))).rowcount
