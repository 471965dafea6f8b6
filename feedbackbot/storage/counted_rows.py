"""How much a database holds, in a few figures that an operator can compare."""

from sqlalchemy import func, select

from feedbackbot.storage.cases.tables import case_file
from feedbackbot.storage.people.tables import person
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction


def counted_rows(tx: Transaction) -> dict[str, int]:
    tables = {"people": person, "ratings": response, "cases": case_file}
    return {
        name: tx.run(select(func.count()).select_from(table)).scalar_one() for name, table in tables.items()
    }
