"""How a form of development turns into JP: the conversion table, which admins may change."""

from collections.abc import Iterable

from feedbackbot.domain.training.catalogue import SessionDraft
from feedbackbot.domain.training.jp_rate import parse_rate, quantity_of
from feedbackbot.domain.training.jp_rules import DevelopmentForm, default_forms, default_rules, propose_jp
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.training.jp_forms import ChangedForm, changed_forms, changed_rule, put_form
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import require_admin


def forms_in_force(tx: Transaction) -> dict[str, DevelopmentForm]:
    """The conversion table as shipped, with what admins changed."""
    forms = dict(default_forms())
    for row in changed_forms(tx):
        national = parse_rate(row.national)
        forms[row.code] = DevelopmentForm(
            row.code, row.name, national, parse_rate(row.international, national)
        )
    return forms


def change_form(tx: Transaction, admin_id: int, code: str, national: str) -> None:
    """Another rule for one form. Raises `WrongValue("jp-rate")` for a sentence that is none, FeedbackbotError for a form that is none."""
    require_admin(tx, admin_id)
    form = default_forms().get(code)
    if form is None:
        raise FeedbackbotError("jp-form-unknown")
    parse_rate(national)
    before, rule = changed_rule(tx, code), national.strip()[:80]
    put_form(tx, ChangedForm(code, form.name, rule, "--"))
    record(tx, admin_id, "jp-form-changed", f"form:{code}", before=before, after=rule)


def proposed_jp(tx: Transaction, form: str, sessions: Iterable[SessionDraft]) -> int | None:
    """By the table in force; None where it cannot say."""
    known = forms_in_force(tx).get(form)
    spans = [(one.starts_at, one.ends_at) for one in sessions]
    if known is None or not spans:
        return None
    try:
        return propose_jp(known, quantity_of(spans)) or None
    except FeedbackbotError:
        return None


def rule_in_words(tx: Transaction, code: str) -> str:
    """The sentence of the table in force for one form; "--" where it is not foreseen."""
    return changed_rule(tx, code) or default_rules().get(code, "--")
