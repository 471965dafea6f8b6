"""Superadmins are told in time that the calendar lacks a year's collective leave: deadlines would fall too early."""

from feedbackbot.clock import city_zone
from feedbackbot.delivery.tell import tell
from feedbackbot.domain.calendar.working_days import years_without_leave
from feedbackbot.domain.people.notices import LeaveUnknown
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.transaction import Transaction


def warn_of_leave(tx: Transaction) -> dict[str, int]:
    """Once a month and person while it is so."""
    today = tx.now.astimezone(city_zone()).date()
    told = 0
    for year in years_without_leave(today):
        for person_id in holders(tx, Role.SUPERADMIN):
            key = f"leave:{year}:{today:%Y%m}:{person_id}"
            told += tell(tx, person_id, LeaveUnknown(year), once_key=key).will_go
    return {"told": told}
