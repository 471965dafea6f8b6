"""The registry of the city's employees, whose chat is whose, and the files that admins send to change what the bot knows."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, Text, text

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

employee = Table(
    "employee",
    metadata,
    identity(),
    # 18 digits
    Column("nip", String(18), nullable=False, unique=True),
    # "pns" or "pppk"
    Column("kind", String(4), nullable=False),
    Column("name", String(150), nullable=False),
    Column("title_before", String(200)),
    Column("title_after", String(200)),
    # null: the sheet's unit is none that the city's file knows
    reference("unit_id", "unit.id", index=True),
    # as the sheet has them: SIASN gives references, a plain sheet a name
    Column("unit_ref", String(200)),
    Column("unit_name", String(200)),
    Column("agency_ref", String(200)),
    # "III/a" or "IX", and what invitations choose by: "III" or "IX"
    Column("rank", String(8)),
    Column("rank_group", String(8)),
    Column("position_ref", String(200)),
    Column("position_name", String(200)),
    # from which a PPPK's contract years run; null: not known, calendar years
    Column("contract_start", Date),
    # matching a shared contact needs no more of the number: its keyed hash, and four digits to recognise it by
    Column("phone_hash", String(64), index=True),
    Column("phone_tail", String(4)),
    # false: gone from the registry; the history stays
    Column("active", Boolean, nullable=False),
    # whose chat it is; null: not linked
    reference("person_id", "person.id", unique=True),
    Column("linked_at", UtcDateTime),
    Column("created_at", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Index("ix_employee_active_rank_group", "active", "rank_group"),
)

unit_name = Table(
    "unit_name",
    metadata,
    # folded; a reference of SIASN or what offices call the unit
    Column("name", String(200), primary_key=True),
    reference("unit_id", "unit.id", nullable=False),
    comment="what sheets call a unit, where it is neither its name nor its code",
)

link_failure = Table(
    "link_failure",
    metadata,
    identity(),
    reference("person_id", "person.id", nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    comment="wrong codes and numbers, so that guessing is limited",
)

received_import = Table(
    "received_import",
    metadata,
    identity(),
    # "staff", "trainings", "course" or "facts"
    Column("kind", String(12), nullable=False),
    Column("state", String(12), nullable=False),
    # the admin; null once that person's data are erased
    reference("author_id", "person.id"),
    Column("channel", String(16), nullable=False),
    # the chat service's id: the file itself stays there and is fetched for the dry run and again to carry it out
    Column("ref", String(256), nullable=False),
    Column("name", String(120), nullable=False),
    Column("size", Integer, nullable=False),
    # whether who is missing in the sheet is gone; false for the list of a single unit
    Column("whole_registry", Boolean, nullable=False),
    # SHA-256 of what the dry run read: nothing else is carried out
    Column("digest", String(64)),
    # JSON: the counts that the admin was shown; what was refused, by row, without anybody's data
    Column("plan", Text),
    Column("problems", Text),
    Column("received_at", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    # the training that a file goes with: the pictures of a course
    reference("training_id", "training.id"),
    Index(
        "ix_received_import_waiting",
        "id",
        sqlite_where=text("state IN ('received', 'confirmed')"),
    ),
)
