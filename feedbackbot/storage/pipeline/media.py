"""The chat services' ids of files that were uploaded before."""

from datetime import datetime

from sqlalchemy import delete, select

from feedbackbot.storage.pipeline.tables import media
from feedbackbot.storage.transaction import Transaction, upsert


def find_media(tx: Transaction, channel: str, key: str, since: datetime | None = None) -> str | None:
    """The id, where it was not uploaded before `since`."""
    wanted = select(media.c.file_ref).where(media.c.channel == channel, media.c.key == key)
    found = tx.run(wanted if since is None else wanted.where(media.c.created_at >= since))
    return found.scalar_one_or_none()


def keep_media(tx: Transaction, channel: str, key: str, ref: str) -> None:
    """The newest id counts."""
    values = {"channel": channel, "key": key, "file_ref": ref, "created_at": tx.now}
    tx.run(
        upsert(tx, media)
        .values(**values)
        .on_conflict_do_update(
            index_elements=["channel", "key"], set_={"file_ref": ref, "created_at": tx.now}
        )
    )


def forget_media(tx: Transaction, channel: str, key: str) -> None:
    tx.run(delete(media).where(media.c.channel == channel, media.c.key == key))
