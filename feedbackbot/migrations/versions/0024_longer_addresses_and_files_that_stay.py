"""Longer addresses and files that stay with their case"""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None

_WIDER = (('inbox', 'chat'), ('address', 'address'))


def _retype(table: str, column: str, old: int, new: int) -> None:
    if op.get_bind().dialect.name != 'sqlite':
        op.alter_column(table, column, type_=sa.String(new), existing_nullable=False)
        return
    # as in 0014: a batch would lose AUTOINCREMENT
    run = op.get_bind().exec_driver_sql
    [(made,)] = run("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).all()
    indexes = run("SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (table,)).all()
    wanted = made.replace(f'{column} VARCHAR({old})', f'{column} VARCHAR({new})')
    named = [wanted.replace(f'CREATE TABLE {name}', f'CREATE TABLE "_new_{table}"', 1) for name in (f'"{table}"', table)]
    wanted = next(one for one in named if one != wanted)
    run(wanted)
    columns = ', '.join(f'"{row[1]}"' for row in run(f'PRAGMA table_info("{table}")').all())
    run(f'INSERT INTO "_new_{table}" ({columns}) SELECT {columns} FROM "{table}"')  # noqa: S608
    run(f'DROP TABLE "{table}"')
    run(f'ALTER TABLE "_new_{table}" RENAME TO "{table}"')
    for (index,) in indexes:
        run(index)


def upgrade() -> None:
    for table, column in _WIDER:
        _retype(table, column, 64, 160)
    op.add_column('timeline_file', sa.Column('content', sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column('timeline_file', 'content')
    for table, column in _WIDER:
        _retype(table, column, 160, 64)
