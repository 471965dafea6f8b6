"""Numbers are never given twice and who held a session"""

import re

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


# whose numbers others remember: on SQLite they get AUTOINCREMENT, which a table can only be made with
_TABLES = (
    'audit', 'content', 'erasure_log', 'kept_limit', 'media', 'one_time_code', 'person', 'unit',
    'address', 'answer_import', 'campaign', 'consent', 'counter', 'employee', 'follow_up',
    'improvement', 'link_failure', 'published_result', 'role_grant', 'service', 'training', 'broadcast',
    'campaign_nudge', 'case_file', 'certificate', 'enrolment', 'jp_entry', 'outbox', 'point_entry',
    'received_import', 'response', 'reward_claim', 'training_session', 'low_score_alert',
    'timeline_entry', 'timeline_file',
)  # fmt: skip
_PLAIN = re.compile(r'\bid INTEGER NOT NULL,')
_KEY = re.compile(r',\s*CONSTRAINT "?pk_\w+"? PRIMARY KEY \("?id"?\)')
_NEVER_TWICE = 'id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,'


def _made_anew(table: str, *, never_twice: bool) -> None:
    """The table with the same rows, numbers, columns and indexes, made by the statement that made it but for its key."""
    run = op.get_bind().exec_driver_sql
    [(made,)] = run("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).all()
    indexes = run("SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (table,)).all()
    if never_twice:
        wanted, keys = _KEY.subn('', made)
        wanted, columns = _PLAIN.subn(_NEVER_TWICE, wanted)
    else:
        wanted, columns = re.subn(re.escape(_NEVER_TWICE), 'id INTEGER NOT NULL,', made)
        wanted, keys = re.subn(r'\)\s*$', f', CONSTRAINT pk_{table} PRIMARY KEY (id))', wanted)
    if (keys, columns) != (1, 1):
        raise RuntimeError(f'the table {table} is not made as expected')
    wanted, names = re.subn(rf'^CREATE TABLE "?{table}"?', f'CREATE TABLE "_new_{table}"', wanted)
    if names != 1:
        raise RuntimeError(f'the table {table} is not made as expected')
    run(wanted)
    columns_of = ', '.join(f'"{row[1]}"' for row in run(f'PRAGMA table_info("{table}")').all())
    run(f'INSERT INTO "_new_{table}" ({columns_of}) SELECT {columns_of} FROM "{table}"')  # noqa: S608
    run(f'DROP TABLE "{table}"')
    run(f'ALTER TABLE "_new_{table}" RENAME TO "{table}"')
    for (index,) in indexes:
        run(index)


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == 'sqlite'


def upgrade() -> None:
    op.create_table('session_trainer',
    sa.Column('session_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('trainer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['session_id'], ['training_session.id'], name=op.f('fk_session_trainer_session_id')),
    sa.ForeignKeyConstraint(['trainer_id'], ['person.id'], name=op.f('fk_session_trainer_trainer_id')),
    sa.PrimaryKeyConstraint('session_id', 'trainer_id', name=op.f('pk_session_trainer')),
    comment='who held a session: whoever showed its code or opened its list while it was on'
    )
    with op.batch_alter_table('session_trainer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_session_trainer_trainer_id'), ['trainer_id'], unique=False)
    # who has corrected a list by hand held that session
    op.execute(
        'INSERT INTO session_trainer (session_id, trainer_id) '
        'SELECT DISTINCT session_id, trainer_id FROM attendance WHERE trainer_id IS NOT NULL'
    )
    if _on_sqlite():
        for table in _TABLES:
            _made_anew(table, never_twice=True)
        # the audit remembers people who are erased
        run = op.get_bind().exec_driver_sql
        [(last,)] = run('SELECT max(coalesce((SELECT max(id) FROM person), 0), coalesce((SELECT max(person_id) FROM audit), 0))').all()
        run("DELETE FROM sqlite_sequence WHERE name = 'person'")
        run("INSERT INTO sqlite_sequence (name, seq) VALUES ('person', ?)", (last,))


def downgrade() -> None:
    if _on_sqlite():
        for table in _TABLES:
            _made_anew(table, never_twice=False)
    with op.batch_alter_table('session_trainer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_session_trainer_trainer_id'))

    op.drop_table('session_trainer')
