"""The real bot as a process, with readers in its database and a broadcast to all of them."""

import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from feedbackbot.clock import city_zone, system_now
from feedbackbot.i18n import load_catalogue
from feedbackbot.settings import Settings, load_settings
from feedbackbot.storage.broadcast.broadcasts import Stage, broadcast_by_id, change_draft, new_draft
from feedbackbot.storage.database import Database, open_database
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.pipeline.conversation_tables import chat_state
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.sending import start
from feedbackbot.wording.broadcast.content import in_all_languages

KEY = "k" * 40
CPUS = sorted(os.sched_getaffinity(0))


def any_hour() -> dict[str, str]:
    """Settings with which a broadcast goes at once, whenever this runs."""
    days = [(system_now() + timedelta(days=ahead)).astimezone(city_zone()).date() for ahead in (0, 1)]
    return {"quiet_from": "00:00", "quiet_until": "00:00", "extra_working_days": ",".join(map(str, days))}


class OurBot:
    """`rates` are settings of the pacer; a folder of its own holds its database."""

    def __init__(self, url: str, folder: Path, **rates: str) -> None:
        self.url = f"sqlite:///{folder / 'bench.db'}"
        self.folder = folder
        values = {
            "telegram_token": "1:PLAYbench", "telegram_api_url": url, "database_url": self.url, "secret_key": KEY,
            "web_port": "0", "log_level": "WARNING", **any_hour(), **rates,
        }  # fmt: skip
        self.settings: Settings = load_settings(None, **values)
        self._environment = dict(os.environ) | {
            f"FEEDBACKBOT_{name.upper()}": value for name, value in values.items()
        }
        self.process: subprocess.Popen[bytes] | None = None
        subprocess.run(
            [sys.executable, "bot.py", "migrate"],
            env=self._environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        self.database: Database = open_database(self.url)

    def start(self) -> None:
        pin = ["taskset", "-c", str(CPUS[0])] if len(CPUS) > 1 else []
        log = (self.folder / "bot.log").open("wb")
        command = [*pin, sys.executable, "bot.py", "run"]
        self.process = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)

    async def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(20)
        await self.database.close()

    async def settle(self, readers: int) -> None:
        """So many people who have written to the bot."""

        def work(connection: Connection) -> None:
            tx = self._tx(connection)
            ids = range(1, readers + 1)
            tx.run(insert(person), [{"id": one, "language": "id", "created_at": tx.now} for one in ids])
            rows = [
                {
                    "id": one,
                    "person_id": one,
                    "channel": "telegram",
                    "address": str(one),
                    "created_at": tx.now,
                }
                for one in ids
            ]
            tx.run(insert(address), rows)
            tx.run(insert(chat_state), [{"address_id": one} for one in ids])

        await self.database.write(work)

    async def broadcast(self) -> float:
        """To everybody; returns how many seconds its rows took to make, commit included."""

        def work(connection: Connection) -> None:
            tx = self._tx(connection)
            number = new_draft(tx, 1, "all")
            words = {
                "id": "*Pemadaman listrik* besok pukul 09.00 sampai 12.00.",
                "en": "*Power cut* tomorrow.",
            }
            change_draft(tx, number, words=words, buttons=[{"id": "Mengerti", "en": "I see"}])
            found = broadcast_by_id(tx, number)
            assert found is not None
            assert start(tx, in_all_languages(load_catalogue()), found, (Stage.DRAFT,))

        began = time.monotonic()
        await self.database.write(work)
        return time.monotonic() - began

    async def settled(self) -> int:
        """Rows that the database knows to be sent."""

        def work(connection: Connection) -> int:
            counted = select(func.count()).where(
                outbox.c.subject == "broadcast:1", outbox.c.state == State.SENT
            )
            return int(connection.execute(counted).scalar_one())

        return await self.database.read(work)

    def cpu_seconds(self) -> float:
        assert self.process is not None
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Resident megabytes now."""
        assert self.process is not None
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024

    def _tx(self, connection: Connection) -> Transaction:
        return Transaction(connection, system_now(), self.settings)
