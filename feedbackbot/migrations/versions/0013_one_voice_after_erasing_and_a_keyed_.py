"""One voice after erasing and a keyed bridge"""

import hashlib
import secrets

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


# kept to the hour from here on; of `timeline_entry` only what belongs to an alert
_MOMENTS = {
    'response': ('started_at', 'submitted_at'),
    'low_score_alert': ('at', 'answered_at', 'settled_at'),
    'second_rating': ('at',),
    'timeline_entry': ('at',),
}


def _blur(table: str, column: str) -> None:
    on_sqlite = op.get_bind().dialect.name == 'sqlite'
    hour = f"strftime('%Y-%m-%d %H:00:00.000000', {column})" if on_sqlite else f"date_trunc('hour', {column})"
    only = ' AND alert_id IS NOT NULL' if table == 'timeline_entry' else ''
    op.execute(f'UPDATE {table} SET {column} = {hour} WHERE {column} IS NOT NULL{only}')  # noqa: S608


def _bridge_old_talks(connection: sa.Connection) -> None:
    """Talks that go on keep going: a token of chance on one side, its hash on the other. Migrations have no secret key, so it is not keyed
    (see `storage.cases.talks.bridge_of`); it goes with its talk."""
    talks = connection.execute(sa.text('SELECT id, person_id FROM low_score_alert WHERE person_id IS NOT NULL')).all()
    for alert_id, person_id in talks:
        token = f'old-{secrets.token_hex(16)}'
        bridge = hashlib.sha256(token.encode()).hexdigest()[:24]
        values = {'alert': alert_id, 'person': person_id, 'token': token, 'bridge': bridge, 'talk': f'talk:{bridge}', 'old': f'recovery:{alert_id}'}
        for statement in (
            'UPDATE low_score_alert SET talk_token = :token WHERE id = :alert',
            'INSERT INTO recovery_talk (bridge, person_id) VALUES (:bridge, :person)',
            'UPDATE outbox SET topic = :talk WHERE topic = :old AND address_id IN (SELECT id FROM address WHERE person_id = :person)',
        ):
            wanted = {name: value for name, value in values.items() if f':{name}' in statement}
            connection.execute(sa.text(statement), wanted)


def upgrade() -> None:
    op.create_table('kept_limit',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('limit', sa.String(length=8), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_kept_limit')),
    comment='limits that erasing does not lift: one voice, guesses of codes, cases a day, a mark of abuse'
    )
    with op.batch_alter_table('kept_limit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_kept_limit_hash'), ['hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_kept_limit_until'), ['until'], unique=False)

    op.create_table('recovery_talk',
    sa.Column('bridge', sa.String(length=64), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_recovery_talk_person_id')),
    sa.PrimaryKeyConstraint('bridge', name=op.f('pk_recovery_talk')),
    comment='citizens who agreed to be asked after a low score, until that talk ends'
    )
    with op.batch_alter_table('recovery_talk', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_recovery_talk_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('low_score_alert', schema=None) as batch_op:
        batch_op.add_column(sa.Column('talk_token', sa.String(length=40), nullable=True))
    _bridge_old_talks(op.get_bind())
    for table, columns in _MOMENTS.items():
        for column in columns:
            _blur(table, column)
    with op.batch_alter_table('low_score_alert', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_low_score_alert_person_id'))
        batch_op.drop_constraint(batch_op.f('fk_low_score_alert_person_id'), type_='foreignkey')
        batch_op.drop_column('agreed_at')
        batch_op.drop_column('person_id')



def downgrade() -> None:
    with op.batch_alter_table('low_score_alert', schema=None) as batch_op:
        batch_op.add_column(sa.Column('person_id', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_low_score_alert_person_id'), 'person', ['person_id'], ['id'])
        batch_op.create_index(batch_op.f('ix_low_score_alert_person_id'), ['person_id'], unique=False)
        batch_op.drop_column('talk_token')

    with op.batch_alter_table('recovery_talk', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_recovery_talk_person_id'))

    op.drop_table('recovery_talk')
    with op.batch_alter_table('kept_limit', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_kept_limit_until'))
        batch_op.drop_index(batch_op.f('ix_kept_limit_hash'))

    op.drop_table('kept_limit')
