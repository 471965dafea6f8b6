"""The rating page as a process of its own: `python -m benchmarks.web.ours <folder> <port>`. Only what the web part of the bot does."""

import asyncio
import secrets
import sys
from pathlib import Path

from feedbackbot.data import read_city
from feedbackbot.domain.units.city import parse_city
from feedbackbot.i18n import load_catalogue
from feedbackbot.settings import Settings
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.runtime import open_runtime
from feedbackbot.usecases.units.load_city_units import load_city_units
from feedbackbot.web.app import create_app
from feedbackbot.web.forms.rating_page import RatingPages
from feedbackbot.web.server import WebServer


async def main(folder: str, port: int) -> None:
    url = f"sqlite:///{Path(folder) / 'bench.db'}"
    # each rater comes from an address of its own, as a proxy would tell
    settings = Settings(
        _env_file=None,
        database_url=url,
        secret_key=secrets.token_hex(32),
        web_address_header="X-Forwarded-For",
    )
    await migrate(url)
    async with open_runtime(settings) as runtime:
        await runtime.write(lambda tx: load_city_units(tx, parse_city(*read_city("lhokseumawe"))))
        app = create_app(RatingPages(runtime, load_catalogue()).routes())
        server = WebServer(app, "127.0.0.1", port)
        await server.start()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
