"""Trainings and their sessions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from feedbackbot.domain.training.catalogue import Mode, SessionDraft, Skill, TrainingDraft, TrainingKind
from feedbackbot.storage.training.tables import training, training_session
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Session:
    """Moments in UTC. `sequence` grows with each change."""

    id: int
    training_id: int
    starts_at: datetime
    ends_at: datetime
    place: str
    link: str
    sequence: int
    moved_at: datetime | None
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Training:
    """`sessions` in order of time, cancelled ones left out. `seats` None: without limit."""

    id: int
    title: str
    kind: TrainingKind
    skill: Skill
    mode: Mode
    form: str
    jp: int
    institution: str
    element: str | None
    seats: int | None
    register_until: datetime | None
    needs_consent: bool
    cancelled_at: datetime | None
    closed_at: datetime | None
    sessions: tuple[Session, ...] = ()

    @property
    def starts_at(self) -> datetime | None:
        return self.sessions[0].starts_at if self.sessions else None

    @property
    def ends_at(self) -> datetime | None:
        return max((session.ends_at for session in self.sessions), default=None)

    @property
    def answer_by(self) -> datetime | None:
        """The last moment for saying yes: the registration's end, else the start; None: any time."""
        moments = [moment for moment in (self.register_until, self.starts_at) if moment is not None]
        return min(moments, default=None)

    def is_open(self, now: datetime) -> bool:
        """Whether seats may still be taken."""
        until = self.answer_by
        return self.cancelled_at is None and self.closed_at is None and (until is None or now < until)


def add_training(
    tx: Transaction, draft: TrainingDraft, author_id: int | None, *, needs_consent: bool = False
) -> int:
    """The training's id."""
    row = {
        "title": draft.title,
        "kind": draft.kind.value,
        "skill": draft.skill.value,
        "mode": draft.mode.value,
        "form": draft.form,
        "jp": draft.jp,
        "institution": draft.institution,
        "element": draft.element,
        "seats": draft.seats,
        "register_until": draft.register_until,
        "needs_consent": needs_consent,
        "author_id": author_id,
        "created_at": tx.now,
        "changed_at": tx.now,
    }
    training_id = int(tx.run(insert(training).values(row).returning(training.c.id)).scalar_one())
    for session in draft.sessions:
        add_session(tx, training_id, session)
    return training_id


def add_session(tx: Transaction, training_id: int, draft: SessionDraft) -> int:
    row = {
        "training_id": training_id,
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
        "place": draft.place,
        "link": draft.link,
        "cancelled": False,
    }
    return int(tx.run(insert(training_session).values(row).returning(training_session.c.id)).scalar_one())


def change_training(tx: Transaction, training_id: int, **values: Any) -> None:
    tx.run(update(training).where(training.c.id == training_id).values(changed_at=tx.now, **values))


def move_session(tx: Transaction, session_id: int, draft: SessionDraft) -> None:
    """Reminders and calendars start anew: the sequence grows."""
    tx.run(
        update(training_session)
        .where(training_session.c.id == session_id)
        .values(
            starts_at=draft.starts_at,
            ends_at=draft.ends_at,
            place=draft.place,
            link=draft.link,
            sequence=training_session.c.sequence + 1,
            moved_at=tx.now,
        )
    )


def cancel_sessions(tx: Transaction, training_id: int) -> None:
    """For calendars: what was there is struck out."""
    tx.run(
        update(training_session)
        .where(training_session.c.training_id == training_id, training_session.c.cancelled.is_(False))
        .values(cancelled=True, sequence=training_session.c.sequence + 1)
    )


def lock_training(tx: Transaction, training_id: int) -> Training | None:
    """Whoever changes seats takes turns: PostgreSQL locks the row, SQLite has one writer anyway."""
    if tx.on_postgresql:
        tx.run(select(training.c.id).where(training.c.id == training_id).with_for_update())
    return training_by_id(tx, training_id)


def training_by_id(tx: Transaction, training_id: int) -> Training | None:
    found = trainings_where(tx, training.c.id == training_id)
    return found[0] if found else None


def training_by_title(tx: Transaction, title: str) -> Training | None:
    """The newest by this title that is neither cancelled nor closed."""
    alive = training.c.cancelled_at.is_(None) & training.c.closed_at.is_(None)
    found = trainings_where(tx, (training.c.title == title) & alive)
    return found[-1] if found else None


def trainings_where(tx: Transaction, *conditions: ColumnElement[bool]) -> list[Training]:
    """Oldest first."""
    rows = tx.run(select(training).where(*conditions).order_by(training.c.id)).all()
    sessions = sessions_of(tx, [row.id for row in rows])
    return [_training(row, sessions.get(row.id, ())) for row in rows]


def sessions_of(tx: Transaction, training_ids: Sequence[int]) -> dict[int, tuple[Session, ...]]:
    """In order of time, cancelled ones left out."""
    if not training_ids:
        return {}
    statement = select(training_session).where(training_session.c.cancelled.is_(False))
    if len(training_ids) <= 500:
        statement = statement.where(training_session.c.training_id.in_(list(training_ids)))
    rows = tx.run(statement.order_by(training_session.c.starts_at, training_session.c.id))
    found: dict[int, list[Session]] = {}
    for row in rows:
        found.setdefault(row.training_id, []).append(_session(row))
    return {key: tuple(sessions) for key, sessions in found.items()}


def session_by_id(tx: Transaction, session_id: int) -> Session | None:
    row = tx.run(select(training_session).where(training_session.c.id == session_id)).first()
    return _session(row) if row else None


def all_sessions_of(tx: Transaction, training_id: int) -> list[Session]:
    """With the cancelled ones: a calendar file must name what it strikes out."""
    rows = tx.run(
        select(training_session)
        .where(training_session.c.training_id == training_id)
        .order_by(training_session.c.starts_at, training_session.c.id)
    )
    return [_session(row) for row in rows]


def sessions_between(tx: Transaction, first: datetime, last: datetime) -> list[Session]:
    """Sessions not cancelled that touch the span."""
    rows = tx.run(
        select(training_session)
        .join(training)
        .where(
            training_session.c.cancelled.is_(False),
            training.c.cancelled_at.is_(None),
            training_session.c.starts_at <= last,
            training_session.c.ends_at >= first,
        )
        .order_by(training_session.c.starts_at, training_session.c.id)
    )
    return [_session(row) for row in rows]


def _training(row: Row[Any], sessions: Iterable[Session]) -> Training:
    return Training(
        row.id,
        row.title,
        TrainingKind(row.kind),
        Skill(row.skill),
        Mode(row.mode),
        row.form,
        row.jp,
        row.institution,
        row.element,
        row.seats,
        row.register_until,
        row.needs_consent,
        row.cancelled_at,
        row.closed_at,
        tuple(sessions),
    )


def _session(row: Row[Any]) -> Session:
    return Session(
        row.id,
        row.training_id,
        row.starts_at,
        row.ends_at,
        row.place,
        row.link,
        row.sequence,
        row.moved_at,
        row.cancelled,
    )
