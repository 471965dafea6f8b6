"""Cases that may be about the same thing as another."""

from feedbackbot.domain.cases.likeness import Told, most_like
from feedbackbot.storage.cases.cases import CaseRow, open_cases
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.read_cases import staff_view
from feedbackbot.usecases.cases.staff import desk_units

_MOST = 5


def like(tx: Transaction, person_id: int, case_id: int) -> list[CaseRow]:
    """Open ones on the same desk that could be merged with it, the likest first. Raises `CaseRefusal`."""
    row = staff_view(tx, person_id, case_id).row
    others = [
        one
        for one in open_cases(tx, desk_units(tx, person_id))
        if one.id != row.id and one.confidential == row.confidential and one.words
    ]
    places = most_like(_told(row), [_told(one) for one in others], _MOST)
    return [others[place] for place in places]


def _told(row: CaseRow) -> Told:
    return Told(row.words or "", row.latitude, row.longitude)
