"""Superadmins are told once of what has been wrong for some minutes, and once that it is over."""

from datetime import timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.notices import Notice
from feedbackbot.domain.operation.notices import TroubleBegan, TroubleOver
from feedbackbot.domain.operation.trouble import look
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.operation.health import keep_troubles, troubles_seen
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.pipeline.job_runs import claim_run
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.operation.read_status import troubles_now

_TURN = "watch_turn"
EVERY = timedelta(minutes=1)


def watch_trouble(tx: Transaction) -> dict[str, int]:
    """Of several processes one looks each minute."""
    if not claim_run(tx, _TURN, EVERY):
        return {}
    before = troubles_seen(tx)
    found = look(before, troubles_now(tx), tx.now, timedelta(minutes=tx.settings.alarm_minutes))
    keep_troubles(tx, dict(found.seen))
    minutes = {one: round((tx.now - found.seen[one].since).total_seconds() / 60) for one in found.begun}
    for one in found.begun:
        _tell_all(tx, TroubleBegan(one.value, minutes[one]))
    for one in found.over:
        _tell_all(tx, TroubleOver(one.value))
    return {"began": len(found.begun), "over": len(found.over)}


def _tell_all(tx: Transaction, notice: Notice) -> None:
    for person_id in holders(tx, Role.SUPERADMIN):
        tell(tx, person_id, notice, subject="operation")
