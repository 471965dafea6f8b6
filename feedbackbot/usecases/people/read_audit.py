"""What admins did, newest first."""

from feedbackbot.storage.people.audit import AuditEntry, newest
from feedbackbot.storage.transaction import Transaction

__all__ = ["AuditEntry", "audit_page"]

PAGE = 10


def audit_page(tx: Transaction, before_id: int | None) -> tuple[list[AuditEntry], bool]:
    """A page, and whether there is an older one."""
    found = newest(tx, PAGE + 1, before_id=before_id)
    return found[:PAGE], len(found) > PAGE
