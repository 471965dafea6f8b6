"""The forum. A voice and a statement lie under a pseudonym of the forum's own: nothing here leads to a person or to a rating."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from feedbackbot.storage.columns import BigId, UtcDateTime, identity, metadata, reference

forum_topic = Table(
    "forum_topic",
    metadata,
    identity(),
    # null: the whole city
    reference("unit_id", "unit.id"),
    Column("question", Text, nullable=False),
    # `Audience`
    Column("audience", String(12), nullable=False),
    reference("author_id", "person.id"),
    # the improvement case that asks, if one does
    reference("improvement_id", "improvement.id"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("opens_at", UtcDateTime, nullable=False),
    Column("closes_at", UtcDateTime, nullable=False),
    # before its time
    Column("closed_at", UtcDateTime),
    Column("hidden_at", UtcDateTime),
    Column("hidden_why", Text, nullable=False, server_default=""),
    # the official answer: who does what until when
    Column("answer", Text, nullable=False, server_default=""),
    reference("answer_unit_id", "unit.id"),
    Column("due_on", Date),
    Column("answered_at", UtcDateTime),
    # what was done
    Column("kept_words", Text, nullable=False, server_default=""),
    Column("kept_at", UtcDateTime),
    # the promised day passed without it
    Column("reopened_at", UtcDateTime),
    Index("ix_forum_topic_closes_at", "closes_at"),
)

forum_statement = Table(
    "forum_statement",
    metadata,
    identity(),
    reference("topic_id", "forum_topic.id", nullable=False),
    # the author's; null for those that came with the topic, and once the author is erased
    Column("pseudonym", String(32)),
    Column("words", Text, nullable=False),
    # `StatementState`
    Column("state", String(8), nullable=False),
    # `Reason`, where it is not shown
    Column("reason", String(16), nullable=False, server_default=""),
    # at what the moderator looks twice
    Column("doubts", Text, nullable=False, server_default=""),
    # to the hour: the moment would tell which message it came with
    Column("added_at", UtcDateTime, nullable=False),
    Column("decided_at", UtcDateTime),
    reference("moderator_id", "person.id"),
    # what its author says against the decision; decided again by somebody else
    Column("appeal", Text, nullable=False, server_default=""),
    Column("appealed", Boolean, nullable=False, server_default="0"),
    # the round of messages in which its author is told
    Column("telling_id", BigInteger),
    Column("agree", Integer, nullable=False, server_default="0"),
    Column("disagree", Integer, nullable=False, server_default="0"),
    Column("passed", Integer, nullable=False, server_default="0"),
    Index("ix_forum_statement_topic_id", "topic_id", "state"),
    Index("ix_forum_statement_pseudonym", "pseudonym"),
)

forum_voter = Table(
    "forum_voter",
    metadata,
    identity(),
    reference("topic_id", "forum_topic.id", nullable=False),
    Column("pseudonym", String(32), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("first_hour", UtcDateTime, nullable=False),
    # whether the account was made within the same hours
    Column("fresh", Boolean, nullable=False),
    # `Doubt`s, separated by commas
    Column("doubts", String(60), nullable=False, server_default=""),
    UniqueConstraint("topic_id", "pseudonym"),
    Index("ix_forum_voter_pseudonym", "pseudonym"),
)

forum_vote = Table(
    "forum_vote",
    metadata,
    reference("voter_id", "forum_voter.id", primary_key=True),
    # no foreign key: what hangs on a statement would be handed to its author as data of the author
    Column("statement_id", BigId, primary_key=True, autoincrement=False),
    Column("vote", SmallInteger, nullable=False),
)

forum_result = Table(
    "forum_result",
    metadata,
    reference("topic_id", "forum_topic.id", primary_key=True),
    # of which votes it was made: where it differs from the present ones the result is made anew
    Column("of_votes", String(80), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("body", Text, nullable=False),
)

forum_telling = Table(
    "forum_telling",
    metadata,
    identity(),
    # null: a round to authors, of whatever topic
    reference("topic_id", "forum_topic.id"),
    Column("what", String(12), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    # the last person looked at; null once everybody was
    Column("told_up_to", BigInteger),
)

forum_place = Table(
    "forum_place",
    metadata,
    # a keyed hash of network address and day
    Column("place", String(32), primary_key=True),
    reference("topic_id", "forum_topic.id", primary_key=True),
    Column("day", Date, nullable=False),
    Column("n", Integer, nullable=False),
    Index("ix_forum_place_day", "day"),
)
