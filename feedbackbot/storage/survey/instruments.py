"""Answers to surveys beside the SKM: kept, replaced, added up."""

import secrets
from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import delete, func, insert, select, update

from feedbackbot.domain.calendar import full_hour
from feedbackbot.domain.survey.pseudonym import LENGTH
from feedbackbot.storage.survey.instrument_tables import (
    instrument_answer,
    instrument_response,
    unit_instrument,
)
from feedbackbot.storage.transaction import Transaction, upsert

_r, _a = instrument_response.c, instrument_answer.c


def asked_by_unit(tx: Transaction, unit_id: int) -> frozenset[str]:
    """The surveys that this unit asks, by id."""
    query = select(unit_instrument.c.instrument).where(unit_instrument.c.unit_id == unit_id)
    return frozenset(tx.run(query).scalars())


def ask_instrument(tx: Transaction, unit_id: int, instrument: str) -> None:
    tx.run(
        upsert(tx, unit_instrument).values(unit_id=unit_id, instrument=instrument).on_conflict_do_nothing()
    )


def stop_asking(tx: Transaction, unit_id: int, instrument: str) -> None:
    where = (unit_instrument.c.unit_id == unit_id) & (unit_instrument.c.instrument == instrument)
    tx.run(delete(unit_instrument).where(where))


def earlier_answers(
    tx: Transaction, who: str, unit_id: int, instrument: str, version: int, since: datetime
) -> int | None:
    """The id of what this voice has said within the period."""
    query = select(_r.id).where(
        _r.pseudonym == who,
        _r.unit_id == unit_id,
        _r.instrument == instrument,
        _r.version == version,
        _r.at >= since,
    )
    return tx.run(query.order_by(_r.id.desc()).limit(1)).scalar_one_or_none()


def add_answers(tx: Transaction, answers: Mapping[str, int], **columns: object) -> int:
    """A response with its answers; returns its id."""
    values = {**columns, "at": full_hour(tx.now), "sample": tx.settings.mark_as_sample}
    made = int(tx.run(insert(instrument_response).values(values).returning(_r.id)).scalar_one())
    _put(tx, made, answers)
    return made


def answered_by(tx: Transaction, who: str, since: datetime) -> list[tuple[int, date]]:
    """What this voice has answered within the period: the unit, and the day."""
    query = select(_r.unit_id, _r.day).where(_r.pseudonym == who, _r.at >= since)
    return [(row.unit_id, row.day) for row in tx.run(query)]


def drop_answers(tx: Transaction, whose: Collection[str], instrument: str) -> int:
    """What these voices have answered to the survey is gone; returns how many responses."""
    mine = select(_r.id).where(_r.pseudonym.in_(list(whose)), _r.instrument == instrument)
    ids = list(tx.run(mine).scalars())
    tx.run(delete(instrument_answer).where(_a.response_id.in_(ids)))
    tx.run(delete(instrument_response).where(_r.id.in_(ids)))
    return len(ids)


def rename_answers(tx: Transaction, who: str) -> None:
    """Each response goes under a name of chance of its own."""
    for response_id in tx.run(select(_r.id).where(_r.pseudonym == who)).scalars().all():
        chance = secrets.token_hex(LENGTH // 2)
        tx.run(update(instrument_response).where(_r.id == response_id).values(pseudonym=chance))


def replace_answers(tx: Transaction, response_id: int, answers: Mapping[str, int]) -> None:
    """What is said anew counts instead; what is not, stays."""
    tx.run(delete(instrument_answer).where(_a.response_id == response_id, _a.element.in_(list(answers))))
    _put(tx, response_id, answers)


def _put(tx: Transaction, response_id: int, answers: Mapping[str, int]) -> None:
    rows = [{"response_id": response_id, "element": key, "answer": value} for key, value in answers.items()]
    tx.run(insert(instrument_answer), rows)


def sums_of(
    tx: Transaction, unit_id: int, instrument: str, version: int, first: date, last: date
) -> dict[str, tuple[int, int]]:
    """By element: the sum of the answers to this version of the survey, and their number."""
    query = (
        select(_a.element, func.sum(_a.answer).label("total"), func.count().label("n"))
        .join(instrument_response)
        .where(
            _r.unit_id == unit_id,
            _r.instrument == instrument,
            _r.version == version,
            _r.day.between(first, last),
        )
        .group_by(_a.element)
    )
    return {row.element: (int(row.total), int(row.n)) for row in tx.run(query)}


def people_of(tx: Transaction, unit_id: int, instrument: str, version: int, first: date, last: date) -> int:
    """How many answered this version."""
    query = select(func.count()).where(
        _r.unit_id == unit_id, _r.instrument == instrument, _r.version == version, _r.day.between(first, last)
    )
    return int(tx.run(query.select_from(instrument_response)).scalar_one())
