"""What is written twice says the same in both places."""

import json
import re
from pathlib import Path

import pytest
import typer

from conversations import ALL, HOME
from feedbackbot.command_line.all_commands import make_app
from feedbackbot.settings import Settings, load_settings
from feedbackbot.settings.listed import env_example, settings_table

ROOT = Path(__file__).parents[2]


def test_the_readme_lists_every_setting_as_the_program_has_it() -> None:
    written = (
        (ROOT / "README.md")
        .read_text("utf-8")
        .partition("<!-- settings -->\n")[2]
        .partition("<!-- /settings -->")[0]
    )
    assert written == settings_table(), "run scripts/settings-table"


def test_the_example_environment_lists_every_setting() -> None:
    assert (ROOT / ".env.example").read_text("utf-8") == env_example(), "run scripts/settings-table"


def test_the_defaults_of_the_example_environment_are_accepted(tmp_path: Path) -> None:
    uncommented = re.sub(r"^# (FEEDBACKBOT_)", r"\1", env_example(), flags=re.MULTILINE)
    file = tmp_path / "env"
    file.write_text(uncommented, "utf-8")
    assert load_settings(file) == Settings(_env_file=None)


def test_the_readme_names_every_command_of_the_command_line() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    names = typer.main.get_command(make_app(ALL, HOME)).commands  # type: ignore[attr-defined]
    assert len(names) > 5
    for name in names:
        assert f"bot.py {name}" in readme


def test_the_command_line_stays_a_table_of_contents() -> None:
    assert len((ROOT / "bot.py").read_text().splitlines()) <= 80


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt"])
def test_lock_files_carry_versions_and_hashes_and_no_addresses(file: str) -> None:
    text = (ROOT / file).read_text()
    assert "://" not in text
    assert "--index" not in text
    for requirement in re.findall(r"^[A-Za-z0-9_.-]+.*(?:\n    .*)*", text, re.M):
        assert "==" in requirement
        assert "--hash=sha256:" in requirement


def test_the_licence_notice_and_the_bill_of_materials_name_each_library_that_is_installed() -> None:
    pins = re.findall(r"^([\w.-]+)==([^ ;\\]+)", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    bom = json.loads((ROOT / "docs" / "sbom.cdx.json").read_text("utf-8"))
    assert bom["bomFormat"] == "CycloneDX"
    assert [(one["name"], one["version"]) for one in bom["components"]] == pins, "run scripts/licence-notice"
    notice = (ROOT / "docs" / "third-party-licences.md").read_text("utf-8")
    assert [name for name, version in pins if f"| {name} | {version} |" not in notice] == []
    assert "python-telegram-bot" in notice and "LGPL-3.0" in notice


def test_migrations_follow_one_another() -> None:
    """Two that landed side by side with one number are refused by every database."""
    versions = sorted((ROOT / "feedbackbot/migrations/versions").glob("[0-9]*.py"))
    numbers = [file.name[:4] for file in versions]
    after = [
        re.search(r"^down_revision(?:: [^=]+)? = (?:'|\")?(\w+)", file.read_text(), re.MULTILINE)
        for file in versions
    ]
    assert [found and found[1] for found in after] == ["None", *numbers[:-1]]


def test_each_decision_has_a_number_of_its_own_and_says_it() -> None:
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [file.name[:4] for file in files]
    assert len(set(numbers)) == len(numbers) > 20
    for file, number in zip(files, numbers, strict=True):
        assert file.read_text("utf-8").startswith(f"# {number} "), file.name
