"""The city's own file says in which zone it lives: nobody else names one."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
_MAY = {
    # what is kept where nobody was told, and the shipped city
    "feedbackbot/clock.py",
    "feedbackbot/data/lhokseumawe.yaml",
}
_WRITTEN = {".py", ".js", ".ftl", ".yaml", ".typ", ".html", ".json", ".sql"}


def test_no_zone_is_named_outside_the_clock_and_the_citys_file() -> None:
    files = [*(ROOT / "feedbackbot").rglob("*"), *(ROOT / "conversations").rglob("*"), ROOT / "bot.py"]
    naming = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if file.suffix in _WRITTEN and "Asia/Jakarta" in file.read_text("utf-8", errors="replace")
    }
    assert naming == _MAY


def test_texts_say_the_citys_zone_where_they_say_one() -> None:
    written = {
        f"{file.name}:{number}"
        for file in (ROOT / "feedbackbot/i18n").rglob("*.ftl")
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if not line.startswith("#") and {"WIB", "WITA", "WIT"} & set(line.replace(".", " ").split())
    }
    assert written == set()
