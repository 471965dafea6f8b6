"""Points, badges and rewards of employees."""

from sqlalchemy import Column, Index, Integer, SmallInteger, String, Table, UniqueConstraint, text

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

point_entry = Table(
    "point_entry",
    metadata,
    identity(),
    reference("employee_id", "employee.id", nullable=False),
    # "attended:57", "taken-back:attended:57" …
    Column("cause_key", String(64), nullable=False),
    Column("points", Integer, nullable=False),
    # "2026-Q4": that of what happened; what is taken back is taken from the season that it was given in
    Column("season", String(8), nullable=False),
    # when it happened, and when the ledger learnt of it
    Column("at", UtcDateTime, nullable=False),
    Column("booked_at", UtcDateTime, nullable=False),
    # no repeat and no two processes pay twice
    UniqueConstraint("employee_id", "cause_key"),
    Index("ix_point_entry_season", "season", "employee_id"),
    comment="append-only: a balance is the sum of a person's rows and nothing else",
)

badge = Table(
    "badge",
    metadata,
    reference("employee_id", "employee.id", primary_key=True),
    Column("badge", String(24), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    comment="earned once, kept for good",
)

board_member = Table(
    "board_member",
    metadata,
    reference("employee_id", "employee.id", primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    comment="who wants to be seen on the board and to see it",
)

reward_claim = Table(
    "reward_claim",
    metadata,
    identity(),
    reference("employee_id", "employee.id", nullable=False),
    Column("reward", String(32), nullable=False),
    Column("season", String(8), nullable=False),
    # "claimed", "granted", "refused" or "used"
    Column("state", String(8), nullable=False),
    Column("points", Integer, nullable=False),
    Column("claimed_at", UtcDateTime, nullable=False),
    Column("decided_at", UtcDateTime),
    # the admin who decided
    reference("granter_id", "person.id"),
    # number of a letter of appreciation, counted within its year
    Column("letter_year", SmallInteger),
    Column("letter_serial", Integer),
    # as printed: later changes of the registry do not change what was written
    Column("name", String(560), nullable=False, server_default=""),
    # the training whose waiting list a priority was used for
    reference("training_id", "training.id"),
    Column("used_at", UtcDateTime),
    UniqueConstraint("employee_id", "reward", "season"),
    UniqueConstraint("letter_year", "letter_serial"),
    Index(
        "ix_reward_claim_open",
        "id",
        sqlite_where=text("state = 'claimed'"),
    ),
)
