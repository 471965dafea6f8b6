"""The ways to write such a bot, each as a process of its own, on the first processor."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

from benchmarks.turns.graph_crowd import PHONE_ID, SECRET

CPUS = sorted(os.sched_getaffinity(0))  # before the crowd takes the last of them
USUAL = {1: "benchmarks.turns.usual_ptb", 2: "benchmarks.turns.aiogram_fsm"}


def start_bot(
    way: int | None,
    url: str,
    folder: str,
    port: int,
    database_url: str = "",
    command: list[str] | None = None,
) -> subprocess.Popen[bytes]:
    """`way` is 0 for ours on Telegram, None for ours on WhatsApp, 1 and 2 for the others; `port` is where ours listens; `database_url` is
    an empty PostgreSQL for ours, "" for SQLite; `command` is what to run instead of `bot.py run`."""
    pin = ["taskset", "-c", str(CPUS[0])] if len(CPUS) > 1 else []
    environment = dict(os.environ)
    if way:
        command = [sys.executable, "-m", USUAL[way], url, folder][: 5 if way == 1 else 4]
    else:
        environment |= {
            **(telegram(url) if way == 0 else whatsapp(url)),
            "FEEDBACKBOT_DATABASE_URL": database_url or f"sqlite:///{folder}/bench.db",
            "FEEDBACKBOT_SECRET_KEY": secrets.token_hex(32),
            "FEEDBACKBOT_WEB_PORT": str(port),
            "FEEDBACKBOT_LOG_LEVEL": "WARNING",
        }
        subprocess.run(
            [sys.executable, "bot.py", "migrate"], env=environment, check=True, stdout=subprocess.DEVNULL
        )
        command = command or [sys.executable, "bot.py", "run"]
    with Path(folder, "bot.log").open("wb") as log:
        return subprocess.Popen([*pin, *command], env=environment, stdout=log, stderr=log)


def telegram(url: str) -> dict[str, str]:
    """The pacer is lifted: what is measured is the pipeline."""
    return {
        "FEEDBACKBOT_TELEGRAM_TOKEN": "1:PLAYbench",
        "FEEDBACKBOT_TELEGRAM_API_URL": url,
        "FEEDBACKBOT_RATE_OVERALL": "1e6",
        "FEEDBACKBOT_RATE_PER_CHAT": "1e6",
    }


def whatsapp(url: str) -> dict[str, str]:
    """As `telegram`."""
    return {
        "FEEDBACKBOT_WHATSAPP_TOKEN": "PLAYbench",
        "FEEDBACKBOT_WHATSAPP_API_URL": url,
        "FEEDBACKBOT_WHATSAPP_PHONE_ID": PHONE_ID,
        "FEEDBACKBOT_WHATSAPP_ACCOUNT_ID": "102200000000002",
        "FEEDBACKBOT_WHATSAPP_APP_SECRET": SECRET,
        "FEEDBACKBOT_WHATSAPP_VERIFY_TOKEN": "bench",
        "FEEDBACKBOT_WHATSAPP_NUMBER": "6264540000",
        "FEEDBACKBOT_WHATSAPP_FORMS": "false",
        "FEEDBACKBOT_WHATSAPP_RATE_OVERALL": "1e6",
        "FEEDBACKBOT_WHATSAPP_RATE_PER_CHAT": "1e6",
    }
