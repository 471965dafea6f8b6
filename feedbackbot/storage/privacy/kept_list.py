"""What is kept of whom, why and how long: the one place that says it. The nightly job and `docs/privacy.md` are made from this list.

Its parts are `kept_of_citizens`, `kept_of_employees` and `kept_of_operation`. Each table stands in exactly one line; a test fails
for a new one that is not here. Erasing at a person's wish goes by the references of the tables themselves (`erasing`).
"""

from feedbackbot.storage.privacy.kept import Kept, Rule
from feedbackbot.storage.privacy.kept_of_citizens import KEPT_OF_CITIZENS
from feedbackbot.storage.privacy.kept_of_employees import KEPT_OF_EMPLOYEES
from feedbackbot.storage.privacy.kept_of_operation import KEPT_OF_OPERATION

KEPT: tuple[Kept, ...] = (*KEPT_OF_CITIZENS, *KEPT_OF_EMPLOYEES, *KEPT_OF_OPERATION)


def rules() -> list[Rule]:
    """All of them, in the order of the list."""
    return [rule for kept in KEPT for rule in kept.rules]


def privacy_table() -> str:
    """The table of `docs/privacy.md`."""
    head = "| what | why | about whom | how long | when its person erases |\n|---|---|---|---|---|\n"
    return head + "".join(f"{kept.line()}\n" for kept in KEPT)
