"""The file of cities, and the commands that look after it."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from feedbackbot.command_line.all_commands import make_app
from feedbackbot.errors import SettingsError
from feedbackbot.reports.place_at_process import PlaceAtProcess
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.settings.cities import read_cities
from tests.cities.country import ALL, HOME, cities_file, city_file, settings_file

ROOT = Path(__file__).parents[2]


def cities(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(make_app(ALL, HOME), ["cities", *arguments])
    return done.exit_code, done.output


def added(folder: Path, name: str, token: str) -> tuple[int, str]:
    (folder / "token").write_text(token)
    return cities(
        "add", name, "--city", str(city_file(folder, name)), "--token-file", str(folder / "token"),
        "--file", str(folder / "cities.toml"),
    )  # fmt: skip


def test_a_city_is_added_listed_and_migrated(tmp_path: Path) -> None:
    for name, token in (("makassar", "1:AAA"), ("jayapura", "2:BBB")):
        code, said = added(tmp_path, name, token)
        assert code == 0, said
        assert token not in said
    file = tmp_path / "cities.toml"
    found = read_cities(file)
    one, two = (found.settings_of(city) for city in found.cities)
    assert one.secret_key != two.secret_key
    assert one.city_government == "Pemerintah Kota Makassar"
    assert (one.web_port, two.web_port) == (8101, 8102)
    assert (tmp_path / "makassar.env").stat().st_mode & 0o777 == 0o600
    code, said = cities("migrate", "--file", str(file))
    assert (code, said.count("units")) == (0, 2), said
    code, said = cities("--file", str(file))
    assert code == 0
    assert "makassar: Makassar" in said
    assert "Asia/Jayapura" in said


def test_a_city_with_anothers_token_is_not_added_and_leaves_nothing(tmp_path: Path) -> None:
    added(tmp_path, "makassar", "1:AAA")
    before = (tmp_path / "cities.toml").read_text()
    code, said = added(tmp_path, "jayapura", "1:AAA")
    assert (code, "TELEGRAM_TOKEN is that of makassar" in said.replace("\n", " ")) == (2, True), said
    assert not (tmp_path / "jayapura.env").exists()
    assert (tmp_path / "cities.toml").read_text() == before


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY must be the city's own"),
        ({"TELEGRAM_TOKEN": ""}, "TELEGRAM_TOKEN or"),
        ({"DATABASE_URL": "postgresql://u@h/d", "ERASURE_LOG": ""}, "ERASURE_LOG must be"),
        ({"COLOUR": "red"}, "COLOUR is no setting"),
        ({"WEB_PORT": "http"}, "WEB_PORT is wrong"),
        ({"DATABASE_URL": "sqlite:///makassar.db"}, "DATABASE_URL is that of makassar"),
        ({"BACKUP_FOLDER": "/backup"}, "BACKUP_FOLDER is that of makassar"),
    ],
)
def test_settings_that_would_mix_two_cities_are_refused(
    tmp_path: Path, values: dict[str, object], wrong: str
) -> None:
    own = {"TELEGRAM_TOKEN": "1:A", "DATABASE_URL": "sqlite:///makassar.db", "BACKUP_FOLDER": "/backup"}
    settings_file(tmp_path, "makassar", **own)
    other = {"TELEGRAM_TOKEN": "2:B", "DATABASE_URL": "sqlite:///jayapura.db", **values}
    settings_file(tmp_path, "jayapura", **other)
    found = read_cities(cities_file(tmp_path, ["makassar", "jayapura"]))
    found.settings_of(found.cities[0])
    with pytest.raises(SettingsError, match=wrong):
        found.settings_of(found.cities[1])


def test_a_token_of_the_environment_is_nobodys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings_file(tmp_path, "makassar", TELEGRAM_TOKEN="1:A", DATABASE_URL="sqlite:///m.db")
    monkeypatch.setenv("FEEDBACKBOT_TELEGRAM_TOKEN", "9:Z")
    monkeypatch.setenv("FEEDBACKBOT_WHATSAPP_TOKEN", "other")
    found = read_cities(cities_file(tmp_path, ["makassar"]))
    settings = found.settings_of(found.cities[0])
    assert settings.telegram_token.get_secret_value() == "1:A"
    assert settings.whatsapp_token.get_secret_value() == ""


def test_another_command_is_done_for_one_city(tmp_path: Path) -> None:
    added(tmp_path, "makassar", "1:AAA")
    cities("migrate", "--file", str(tmp_path / "cities.toml"))
    done = subprocess.run(
        [sys.executable, str(ROOT / "bot.py"), "cities", "do", "--file", "cities.toml", "makassar", "--", "admin-code"],
        capture_output=True, text=True, cwd=tmp_path, env={"PATH": os.environ["PATH"]},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "/admin " in done.stdout


async def test_a_city_hands_one_job_at_a_time_to_the_process_of_all() -> None:
    order: list[str] = []

    class Slow(RenderProcess):
        async def bounded(self, bounds, function, *args, **kwargs):  # type: ignore[no-untyped-def]
            order.append(args[0])
            await asyncio.sleep(0)
            return args[0]

    shared = Slow()
    many, few = PlaceAtProcess(shared), PlaceAtProcess(shared)
    await asyncio.gather(*(many.render(str, f"many{number}") for number in range(5)), few.render(str, "few"))
    assert order[:2] == ["many0", "few"], "however much one city wants, the other waits for one job of it"
