"""What is erased because its time is over: by the list of what is kept (`storage.privacy.kept_list`)."""

from feedbackbot.storage.privacy.erasing import finish_erasures
from feedbackbot.storage.privacy.kept_list import rules
from feedbackbot.storage.transaction import Transaction


def throw_away(tx: Transaction) -> dict[str, int]:
    """One bounded step of each rule; call again until all counts are 0."""
    return {rule.key: rule.apply(tx) for rule in rules()}


def throw_away_addresses(tx: Transaction) -> dict[str, int]:
    """Of people who were erased and told so."""
    return {"addresses": finish_erasures(tx)}
