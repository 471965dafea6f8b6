"""Commands of the programme: the registry, courses and certificates."""

from pathlib import Path

import typer

from feedbackbot.command_line.runner import carry_out, settings


def import_staff(
    file: Path,
    yes: bool = typer.Option(False, "--yes", help="Carry it out without asking."),
    partial: bool = typer.Option(False, help="Who is missing in the sheet stays active."),
) -> None:
    """Show what the sheet FILE (XLSX or CSV, from SIASN or made by hand) would change, then take it over."""
    from feedbackbot.command_line.staff_import import import_staff_file

    carry_out(import_staff_file(settings(), file, yes=yes, whole=not partial))


def name_unit(
    name: str = typer.Argument("", help="What the sheet calls the unit; nothing: list what is unknown."),
    unit: str = typer.Argument("", help="Code of the unit in the city's file."),
) -> None:
    """Say which unit of the city a sheet's reference or name means."""
    from feedbackbot.command_line.staff_import import list_or_name

    for line in carry_out(list_or_name(settings(), name, unit)):
        typer.echo(line)


def import_trainings(file: Path) -> None:
    """Take the trainings of the sheet FILE into the catalogue."""
    from feedbackbot.command_line.staff_import import import_trainings_file

    for line in carry_out(import_trainings_file(settings(), file)):
        typer.echo(line)


def import_course(file: Path) -> None:
    """Make or replace the course in the Markdown FILE (docs/course-format.md); exit code 1 and a line a problem if it is broken."""
    from feedbackbot.command_line.staff_import import import_course_file

    lines, good = carry_out(import_course_file(settings(), file))
    for line in lines:
        typer.echo(line)
    raise typer.Exit(0 if good else 1)


def verify(code: str) -> None:
    """Check the code on a certificate; exit code 1 if it proves none."""
    from feedbackbot.command_line.staff_import import verify_code

    lines, good = carry_out(verify_code(settings(), code))
    for line in lines:
        typer.echo(line)
    raise typer.Exit(0 if good else 1)


def add_staff_commands(app: typer.Typer) -> None:
    """import-staff, name-unit, import-trainings, import-course, verify."""
    for command in (import_staff, name_unit, import_trainings, import_course, verify):
        app.command(name=command.__name__.replace("_", "-"))(command)
