"""Look for cases by words, and read whole pages of them."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, or_, select

from feedbackbot.storage.cases.cases import CaseRow, of_units, read_case
from feedbackbot.storage.cases.tables import case_file
from feedbackbot.storage.transaction import Transaction

_MOST_WORDS = 6


def search_cases(tx: Transaction, unit_ids: Collection[int] | None, typed: str, most: int) -> list[CaseRow]:
    """Of these units (None: of all), open or not, that hold every word in what was written, their place or number; newest first."""
    found = [_holds(word) for word in typed.casefold().split()[:_MOST_WORDS]]
    if not found:
        return []
    statement = select(case_file).where(of_units(unit_ids), *found).order_by(case_file.c.id.desc())
    return [read_case(row) for row in tx.run(statement.limit(most))]


def all_cases(tx: Transaction, unit_ids: Collection[int] | None, most: int) -> list[CaseRow]:
    """Newest first."""
    statement = select(case_file).where(of_units(unit_ids)).order_by(case_file.c.id.desc()).limit(most)
    return [read_case(row) for row in tx.run(statement)]


def _holds(word: str) -> ColumnElement[bool]:
    """What is confidential is found by its number alone."""
    number, place, words = (
        func.lower(column).contains(word, autoescape=True)
        for column in (case_file.c.number, case_file.c.place, case_file.c.words)
    )
    return or_(number, case_file.c.confidential.is_(False) & or_(place, words))
