"""Where each conversation stands."""

from sqlalchemy import BigInteger, Column, Index, Integer, SmallInteger, String, Table, Text

from feedbackbot.storage.columns import UtcDateTime, metadata, reference

chat_state = Table(
    "chat_state",
    metadata,
    reference("address_id", "address.id", primary_key=True),
    # null: no conversation is under way
    Column("conversation", String(24)),
    Column("run", String(8), nullable=False, server_default=""),
    Column("step", String(24), nullable=False, server_default=""),
    Column("part", String(16), nullable=False, server_default=""),
    Column("data_version", Integer, nullable=False, server_default="0"),
    Column("data", Text, nullable=False, server_default="{}"),
    # the chat service's reference of the message that shows the present question, where it is known
    Column("anchor", String(128), nullable=False, server_default=""),
    # an album is many updates: what cannot be used is said once
    Column("album", String(64), nullable=False, server_default=""),
    # when a turn last said something, seconds since 1970: whether a question of ours came after it
    Column("spoke_at", BigInteger),
    # answers in a row that would not do
    Column("refusals", SmallInteger, nullable=False, server_default="0"),
    # JSON: the person's own messages of which words are in `data`, for when they are edited
    Column("own_words", Text, nullable=False, server_default="{}"),
    # the open question that the person did not mean when asked
    Column("set_aside", String(80), nullable=False, server_default=""),
    Column("expires_at", UtcDateTime),
    Index("ix_chat_state_expires_at", "expires_at"),
)
