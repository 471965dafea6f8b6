"""What admins send to many: the broadcast itself, people it names one by one, answers, and sends that had to be repeated."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

broadcast = Table(
    "broadcast",
    metadata,
    identity(),
    Column("state", String(12), nullable=False),
    reference("author_id", "person.id", nullable=False),
    # the second admin, where one was needed
    reference("approver_id", "person.id"),
    Column("emergency", Boolean, nullable=False),
    # code of the audience, for example "unit:3"
    Column("audience", String(80), nullable=False),
    # JSON: the text by language, {"id": "…", "en": "…"}
    Column("words", Text, nullable=False, server_default="{}"),
    # JSON of a picture or document that the author uploaded: kind, ref, name
    Column("attachment", Text),
    # JSON: answer buttons, each by language
    Column("buttons", Text, nullable=False, server_default="[]"),
    reference("content_id", "content.id"),
    # null: at once
    Column("due_at", UtcDateTime),
    # code of a repeat rule
    Column("repeat", String(24)),
    # the first of a repeated series
    reference("series_id", "broadcast.id"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("started_at", UtcDateTime),
    Column("finished_at", UtcDateTime),
    # null: all rows are made, or none is yet; else those of people with greater ids are still to be made
    Column("rows_after", BigInteger),
    # JSON: how many of the audience got no row, by reason
    Column("left_out", Text, nullable=False, server_default="{}"),
    # JSON: the counts at the end, kept when the rows are thrown away
    Column("result", Text),
    # where the progress card stands
    reference("card_address_id", "address.id"),
    Column("card_ref", String(128)),
    Column("card_at", UtcDateTime),
    # two schedulers at once make the next of a series once
    UniqueConstraint("series_id", "due_at"),
    Index(
        "ix_broadcast_open",
        "state",
        sqlite_where=text("finished_at IS NULL"),
    ),
)

broadcast_list = Table(
    "broadcast_list",
    metadata,
    reference("broadcast_id", "broadcast.id", primary_key=True),
    reference("person_id", "person.id", primary_key=True),
    comment="people whom an admin named one by one",
)

broadcast_list_file = Table(
    "broadcast_list_file",
    metadata,
    reference("broadcast_id", "broadcast.id", primary_key=True),
    # the chat service's id: the file itself stays there and is read once
    Column("ref", String(256), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    comment="lists of numbers that wait to be read",
)

broadcast_answer = Table(
    "broadcast_answer",
    metadata,
    reference("broadcast_id", "broadcast.id", primary_key=True),
    reference("person_id", "person.id", primary_key=True),
    # place of the button, from 1
    Column("choice", SmallInteger, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    comment="one answer a person and broadcast; the newest counts",
)

broadcast_repeat = Table(
    "broadcast_repeat",
    metadata,
    # an outbox row that was sent again because nobody knows whether it had arrived
    reference("outbox_id", "outbox.id", primary_key=True),
    reference("broadcast_id", "broadcast.id", nullable=False, index=True),
    Column("times", Integer, nullable=False),
)

command_list = Table(
    "command_list",
    metadata,
    reference("person_id", "person.id", primary_key=True),
    Column("changed_at", UtcDateTime, nullable=False),
    comment="people whose commands in the chat app must be listed anew after a change of roles",
)
