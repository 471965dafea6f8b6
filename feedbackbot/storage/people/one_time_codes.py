"""Codes that can be used once: the first superadmin's, an employee's."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, insert, select, update

from feedbackbot.domain.people.link_code import LinkCode, LinkVerdict, judge_link_code, link_code_hash
from feedbackbot.storage.pipeline.operation_tables import one_time_code
from feedbackbot.storage.transaction import Transaction


def keep_code(tx: Transaction, code: str, purpose: str, subject: str, lifetime: timedelta) -> None:
    """Only the code's keyed hash is stored; an older unused code of the same purpose and subject is void."""
    tx.run(
        update(one_time_code)
        .where(
            one_time_code.c.purpose == purpose,
            one_time_code.c.subject == subject,
            one_time_code.c.used_at.is_(None),
        )
        .values(used_at=tx.now)
    )
    row = {
        "code_hash": link_code_hash(code, tx.settings.require_key()),
        "purpose": purpose,
        "subject": subject,
        "made_at": tx.now,
        "expires_at": tx.now + lifetime,
    }
    tx.run(insert(one_time_code), row)


def use_code(tx: Transaction, code: str, purpose: str) -> str | None:
    """The code's subject, once; None where it is unknown, used or over."""
    good, subject = _is_good(tx, code, purpose), subject_of_code(tx, code, purpose)
    # the subject may name somebody and has done its work
    used = update(one_time_code).where(good).values(used_at=tx.now, subject="")
    return subject if tx.run(used).rowcount == 1 else None


def subject_of_code(tx: Transaction, code: str, purpose: str) -> str | None:
    """As `use_code`, but the code can still be used."""
    found = select(one_time_code.c.subject).where(_is_good(tx, code, purpose))
    return tx.run(found).scalar_one_or_none()


def change_subject(tx: Transaction, code: str, purpose: str, subject: str) -> None:
    """Of a code that can still be used."""
    tx.run(update(one_time_code).where(_is_good(tx, code, purpose)).values(subject=subject))


def _is_good(tx: Transaction, code: str, purpose: str) -> ColumnElement[bool]:
    return and_(
        one_time_code.c.code_hash == link_code_hash(code, tx.settings.require_key()),
        one_time_code.c.purpose == purpose,
        one_time_code.c.used_at.is_(None),
        one_time_code.c.expires_at > tx.now,
    )


def why_not(tx: Transaction, code: str, purpose: str) -> LinkVerdict:
    """What is wrong with a code that `use_code` did not take; a replaced one counts as used."""
    row = tx.run(
        select(one_time_code).where(
            one_time_code.c.code_hash == link_code_hash(code, tx.settings.require_key()),
            one_time_code.c.purpose == purpose,
        )
    ).first()
    found = LinkCode(row.code_hash, row.expires_at, row.used_at) if row else None
    return judge_link_code(found, tx.now)
