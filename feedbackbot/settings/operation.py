"""Settings of looking after a running bot: its backups, and when somebody is alarmed."""

from datetime import time

from pydantic import Field
from pydantic_settings import BaseSettings


class OperationSettings(BaseSettings):
    """Part of `Settings`."""

    backup_folder: str = Field(
        "",
        description="Folder for a backup of each night, best on another disk; empty for none. Of several machines set it on one",
    )
    backup_at: time = Field(time(2, 15), description="When the backup of the night is made")
    backup_days: int = Field(7, ge=1, description="Days whose newest backup is kept")
    backup_weeks: int = Field(5, ge=0, description="Weeks whose newest backup is kept")
    backup_key: str = Field(
        "",
        description="Public key that backups are encrypted to: age's (age1…), or a file with an OpenPGP one; empty leaves them plain",
    )
    backup_late_hours: int = Field(
        36, ge=1, description="Superadmins are alarmed when the newest backup is older"
    )
    alarm_minutes: int = Field(
        10, ge=1, description="Superadmins are alarmed in the chat when something is wrong for so long"
    )
    alarm_disk_mb: int = Field(500, ge=0, description="Less free disk than this is wrong")
