"""Whose a matter is that is not within the city's powers."""

from dataclasses import dataclass

from feedbackbot.data import referrals as rows_of
from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Referral:
    """`contact` is "" where nobody of the city has tried it. `integrity`: it also takes what tells of bribery."""

    key: str
    agency: str
    short: str
    matters: str
    contact: str
    integrity: bool = False


def referrals(tx: Transaction) -> list[Referral]:
    """In the order of the file."""
    return [
        Referral(
            row["key"],
            row["agency"],
            row["short"],
            row["matters"],
            row.get("contact", "") if row.get("checked_on") else "",
            row.get("integrity") == "True",
        )
        for row in rows_of(tx.settings.referrals_file)
    ]


def referral(tx: Transaction, key: str) -> Referral:
    """Raises `CaseRefusal` for one that is no longer in the table."""
    found = next((one for one in referrals(tx) if one.key == key), None)
    if found is None:
        raise CaseRefusal("case-unknown")
    return found
