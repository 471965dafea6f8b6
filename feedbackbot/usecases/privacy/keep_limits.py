"""What is remembered of somebody who is erased: what limits abuse, for as long as each limit looks back, behind a keyed hash.

The voice that counts is remembered where the ratings are cut off (`usecases.survey.survey_profile`): withdrawing consent does that too.
"""

from datetime import timedelta

from feedbackbot.domain.people.link_code import GUESSES_WITHIN
from feedbackbot.storage.cases.cases import sent_since
from feedbackbot.storage.cases.timeline import flagged_at
from feedbackbot.storage.people.limits import Limit, keep_limit, kept_moments
from feedbackbot.storage.staff.employees import failures_since
from feedbackbot.storage.transaction import Transaction

# cases are counted by the day, and the slowest gap is a day
_CASES_COUNTED = timedelta(days=2)


def keep_limits(tx: Transaction, person_id: int, of: int | None = None) -> None:
    """To be called while the person is whole. `of`: of whose addresses, where that is somebody else by now."""
    whose = person_id if of is None else of
    earlier = {at for at, _ in kept_moments(tx, person_id, Limit.GUESS)}
    failures = [at for at in failures_since(tx, person_id, tx.now - GUESSES_WITHIN) if at not in earlier]
    keep_limit(tx, whose, Limit.GUESS, [(at, at + GUESSES_WITHIN) for at in failures])
    sent = [one.at for one in sent_since(tx, person_id, tx.now - _CASES_COUNTED)]
    keep_limit(tx, whose, Limit.CASE, [(at, at + _CASES_COUNTED) for at in sent])
    flagged = flagged_at(tx, person_id)
    if flagged is not None:
        until = flagged + timedelta(days=tx.settings.abuse_flag_kept_days)
        keep_limit(tx, whose, Limit.FLAG, [(flagged, until)])
