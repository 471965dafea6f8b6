"""Commands for answers that were collected on paper or elsewhere."""

from pathlib import Path

import typer

from feedbackbot.command_line.runner import carry_out, settings
from feedbackbot.domain.survey.elements import Order


def import_answers(
    file: Path,
    unit: str = typer.Option(
        "", help="Code of the unit, for example disdukcapil; not needed where the sheet has it (Kode Lembar)."
    ),
    day: str = typer.Option("", help='The day of rows that tell none, as "30 Juni 2026" or 30/06/2026.'),
    name: str = typer.Option("", help="What the import is called; by default the file's name."),
    order: Order = typer.Option("annex", help="What U8 and U9 mean: annex or form."),
    replaces: int | None = typer.Option(None, help="Number of the import whose place it takes."),
    separate: bool = typer.Option(False, help="It counts beside whatever is like it."),
    only_show: bool = typer.Option(False, "--dry-run", help="Show what it would change and end."),
    yes: bool = typer.Option(False, "--yes", help="Carry it out without asking."),
) -> None:
    """Show what the sheet FILE (one respondent a row, nine elements as columns) would change, then take it in or replace it."""
    from feedbackbot.command_line.answer_import import Wanted, day_typed, take_in

    try:
        of_all = day_typed(day) if day else None
    except ValueError as reason:
        raise typer.BadParameter(str(reason), param_hint="--day") from reason
    wanted = Wanted(file, unit, of_all, name.strip(), order, replaces, separate)
    carry_out(take_in(settings(), wanted, yes=yes, only_show=only_show))


def answer_imports(unit: str = typer.Option("", help="Code of the unit; nothing: all.")) -> None:
    """List the sheets of answers that were taken in, newest first, with the number to take one back by."""
    from feedbackbot.command_line.answer_import import list_imports

    for line in carry_out(list_imports(settings(), unit)):
        typer.echo(line)


def take_back_answers(
    number: int,
    yes: bool = typer.Option(False, "--yes", help="Carry it out without asking."),
) -> None:
    """Take the import with this NUMBER back whole: none of its ratings counts any more."""
    from feedbackbot.command_line.answer_import import take_back

    carry_out(take_back(settings(), number, yes=yes))


def import_survey_answers(
    file: Path,
    survey: str,
    name: str = typer.Option("", help="What the sheet is called; by default the file's name."),
    only_show: bool = typer.Option(False, "--dry-run", help="Show what would be taken in and end."),
    take_back: bool = typer.Option(
        False, "--take-back", help="Instead: what this file brought counts no more."
    ),
) -> None:
    """Take in FILE, keyed in from paper forms of SURVEY (spkp, spak, one of the city's own). The same file again counts once."""
    from feedbackbot.command_line.survey_import import take_in_survey

    if only_show and take_back:
        raise typer.BadParameter("--dry-run and --take-back exclude each other")
    taken = take_in_survey(settings(), file, survey, name.strip(), only_show=only_show, take_back=take_back)
    for line in carry_out(taken):
        typer.echo(line)


def add_answer_commands(app: typer.Typer) -> None:
    """import-answers, answer-imports, take-back-answers, import-survey-answers."""
    for command in (import_answers, answer_imports, take_back_answers, import_survey_answers):
        app.command(name=command.__name__.replace("_", "-"))(command)
