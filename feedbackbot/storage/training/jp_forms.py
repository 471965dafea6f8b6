"""What admins changed in the conversion table of JP."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from feedbackbot.storage.training.tables import jp_form
from feedbackbot.storage.transaction import Transaction, upsert


@dataclass(frozen=True, slots=True)
class ChangedForm:
    """`national` and `international` are sentences of the table; "--" where it is not foreseen."""

    code: str
    name: str
    national: str
    international: str


def changed_forms(tx: Transaction) -> Iterator[ChangedForm]:
    for row in tx.run(select(jp_form)):
        yield ChangedForm(row.code, row.name, row.national, row.international)


def changed_rule(tx: Transaction, code: str) -> str | None:
    """The sentence that an admin gave this form; None where the shipped one holds."""
    found = tx.run(select(jp_form.c.national).where(jp_form.c.code == code)).scalar_one_or_none()
    return str(found) if found is not None else None


def put_form(tx: Transaction, form: ChangedForm) -> None:
    row = {
        "code": form.code, "name": form.name, "national": form.national, "international": form.international,
        "changed_at": tx.now,
    }  # fmt: skip
    changed = {"national": form.national, "changed_at": tx.now}
    tx.run(upsert(tx, jp_form).values(row).on_conflict_do_update(index_elements=["code"], set_=changed))
