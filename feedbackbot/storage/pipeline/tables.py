"""A message's way through the bot: inbox, outbox, and the processes that work on them."""

from sqlalchemy import BigInteger as Big
from sqlalchemy import Column, Index, Integer, SmallInteger, String, Table, Text, UniqueConstraint, text

from feedbackbot.storage.columns import UtcDateTime, identity, metadata, reference

inbox = Table(
    "inbox",
    metadata,
    identity(reused=True),
    Column("channel", String(16), nullable=False),
    Column("update_key", String(64), nullable=False),
    # whose chat it belongs to; empty for updates of no chat
    Column("chat", String(160), nullable=False),
    # order within the chat as the chat service counts it
    Column("position", Big, nullable=False),
    # raw, as received; emptied when done, so that nobody's words stay here
    Column("body", Text, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("state", SmallInteger, nullable=False),
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    Column("error", String(200)),
    UniqueConstraint("channel", "update_key"),
    Index(
        "ix_inbox_waiting",
        "channel",
        "chat",
        "position",
        sqlite_where=text("state = 0"),
    ),
    Index("ix_inbox_received_at", "received_at"),
)

content = Table(
    "content",
    metadata,
    identity(),
    # JSON: {"id": {message}, "en": {message}}, shared by all rows of a broadcast
    Column("body", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    identity(),
    Column("channel", String(16), nullable=False),
    reference("address_id", "address.id", nullable=False),
    Column("lane", SmallInteger, nullable=False),
    # what it is: "reply", "broadcast", "reminder" …; decides what a lost answer means
    Column("kind", String(24), nullable=False),
    # what it belongs to, for example "broadcast:12"
    Column("topic", String(48), key="subject"),
    # what is to be said, where that is put into words when it is sent; `body` holds its fields then
    Column("notice", String(64)),
    # JSON of one message; null where `content_id` is set, and once settled
    Column("body", Text),
    reference("content_id", "content.id"),
    # says nothing twice: one row per key
    Column("once_key", String(96), unique=True),
    Column("state", SmallInteger, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    # when it was first meant to go, and the last moment at which it makes sense: what the contact policy asks for again
    Column("planned_at", UtcDateTime),
    Column("expires_at", UtcDateTime),
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    Column("owner", String(40)),
    Column("started_at", UtcDateTime),
    Column("settled_at", UtcDateTime),
    # as long as a WhatsApp id may be
    Column("message_ref", String(128)),
    Column("reason", String(120)),
    Index(
        "ix_outbox_due",
        "channel",
        "lane",
        "due_at",
        "id",
        sqlite_where=text("state = 0"),
    ),
    Index("ix_outbox_under_way", "owner", sqlite_where=text("state = 1")),
    Index(
        "ix_outbox_topic",
        "subject",
        "state",
        "due_at",
        sqlite_where=text("topic IS NOT NULL"),
    ),
    Index("ix_outbox_address_id", "address_id"),
    # a chat's messages that are not settled yet: turns wait for its replies
    Index(
        "ix_outbox_unsettled",
        "address_id",
        sqlite_where=text("state < 2"),
    ),
    Index("ix_outbox_settled_at", "settled_at"),
)

receipt = Table(
    "receipt",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("message_ref", String(128), primary_key=True),
    # kept when the message is accepted, for not everything that is told later names it; no reference, as the row may go earlier
    Column("outbox_id", Big),
    Column("stage", SmallInteger, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("code", Integer),
    # what a failure means
    Column("fate", String(16), nullable=False, server_default=""),
    # of a message that is paid for
    Column("category", String(32), nullable=False, server_default=""),
    Index("ix_receipt_outbox_id", "outbox_id"),
    Index("ix_receipt_at", "at"),
    comment="what a chat service told of a message after it had accepted it",
)

message_template = Table(
    "message_template",
    metadata,
    Column("channel", String(16), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("status", String(32), nullable=False),
    Column("category", String(32), nullable=False),
    Column("reason", String(64), nullable=False, server_default=""),
    Column("at", UtcDateTime, nullable=False),
    # somebody was told that it cannot be used
    Column("alarmed_at", UtcDateTime),
    comment="texts that a chat service has approved, or not",
)

media = Table(
    "media",
    metadata,
    identity(),
    Column("channel", String(16), nullable=False),
    # what the file shows, for example "unit-chart:3:2026-11-24:id"
    Column("key", String(160), nullable=False),
    # the chat service's own id, so that a file is uploaded once
    Column("file_ref", String(256), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    UniqueConstraint("channel", "key"),
)

process = Table(
    "process",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("host", String(80), nullable=False),
    Column("pid", Integer, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("beat_at", UtcDateTime, nullable=False),
)
