"""The container files name what is there: they cannot be run here, so at least nothing in them is missing."""

import re
from pathlib import Path
from typing import Any

import yaml

from feedbackbot.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "deploy/container"
COMPOSE: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))
CONTAINERFILE = (FOLDER / "Containerfile").read_text("utf-8")


def test_what_the_containerfile_copies_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(\S+) ", CONTAINERFILE, re.MULTILINE)
    assert copied
    assert [one for one in copied if not (ROOT / one).exists()] == []
    stages = set(re.findall(r"^FROM \S+ AS (\w+)", CONTAINERFILE, re.MULTILINE))
    assert set(re.findall(r"--from=(\w+)", CONTAINERFILE)) <= stages


def test_what_compose_binds_and_builds_is_there() -> None:
    for name, service in COMPOSE["services"].items():
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            there = (FOLDER / source).exists() if source.startswith(".") else source in COMPOSE["volumes"]
            assert there, f"{name} binds {source}"
        assert set(service.get("networks", [])) <= COMPOSE["networks"].keys(), name
        assert set(service.get("depends_on", {})) <= COMPOSE["services"].keys(), name
        if build := service.get("build"):
            assert (FOLDER / build["context"]).resolve() == ROOT, name
            assert (ROOT / build["dockerfile"]).is_file(), name


def test_compose_sets_only_settings_that_exist() -> None:
    given = {
        key
        for one in COMPOSE["services"].values()
        for key in one.get("environment", {})
        if key.startswith(PREFIX)
    }
    assert given
    assert {key.removeprefix(PREFIX).lower() for key in given} <= Settings.model_fields.keys()


def test_the_container_runs_as_nobody_in_particular() -> None:
    assert re.search(r"^USER [1-9]\d*$", CONTAINERFILE, re.MULTILINE), (
        "a number, so that the platform sees it is not root"
    )
    bot = COMPOSE["services"]["bot"]
    assert (bot["read_only"], bot["cap_drop"]) == (True, ["ALL"])
