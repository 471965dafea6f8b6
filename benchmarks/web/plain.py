"""A form as a tutorial writes it: Starlette, Jinja, one table, one commit a form. `python -m benchmarks.web.plain <folder> <port>`."""

import asyncio
import sqlite3
import sys
from pathlib import Path

import uvicorn
from jinja2 import Environment
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from feedbackbot.domain.survey.elements import ELEMENTS

_PAGE = Environment(autoescape=True).from_string(
    '<!doctype html><html lang="id"><meta charset="utf-8"><title>{{ unit }}</title><form method="post">'
    "{% for one in elements %}<fieldset><legend>{{ one.official_name }}</legend>{% for value in range(1, 5) %}"
    '<label><input type="radio" name="{{ one.key }}" value="{{ value }}"> {{ value }}</label>{% endfor %}</fieldset>{% endfor %}'
    '<input type="hidden" name="t" value="-"><button>Kirim</button></form>'
)
_KEYS = [element.key for element in ELEMENTS]


def app(database: sqlite3.Connection) -> Starlette:
    one_at_a_time = asyncio.Lock()

    async def ask(request: Request) -> Response:
        return HTMLResponse(_PAGE.render(unit=request.path_params["unit"], elements=ELEMENTS))

    def keep(unit: str, values: list[int]) -> None:
        marks = ", ".join("?" for _ in _KEYS)
        database.execute(
            f"INSERT INTO response (unit, {', '.join(_KEYS)}) VALUES (?, {marks})", (unit, *values)
        )
        database.commit()

    async def take(request: Request) -> Response:
        form = await request.form()
        values = [int(str(form[key])) for key in _KEYS]
        async with one_at_a_time:
            await asyncio.to_thread(keep, request.path_params["unit"], values)
        return RedirectResponse("/thanks", 303)

    return Starlette(
        routes=[Route("/n/{unit}", ask, methods=["GET"]), Route("/n/{unit}", take, methods=["POST"])]
    )


def main(folder: str, port: int) -> None:
    database = sqlite3.connect(Path(folder) / "bench.db", check_same_thread=False)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    columns = ", ".join(f"{key} INTEGER" for key in _KEYS)
    database.execute(f"CREATE TABLE response (id INTEGER PRIMARY KEY, unit TEXT, {columns})")
    uvicorn.run(app(database), host="127.0.0.1", port=port, log_level="warning", access_log=False)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
