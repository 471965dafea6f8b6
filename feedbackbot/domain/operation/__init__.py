"""Looking after the running bot: backups, what waits and fails, alarms."""
