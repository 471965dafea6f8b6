"""Commands that make reports."""

from datetime import datetime
from pathlib import Path

import typer

from feedbackbot.command_line.runner import carry_out, refuse, settings
from feedbackbot.domain.survey.elements import Order


def add_report_commands(app: typer.Typer) -> None:
    """report, import-answers."""

    @app.command(name="import-answers")
    def import_answers(
        file: Path,
        unit: str = typer.Option(..., help="Code of the unit, for example disdukcapil."),
        day: datetime = typer.Option(
            ..., formats=["%Y-%m-%d"], help="The day they count for, as 2026-06-30."
        ),
        order: Order = typer.Option("annex", help="What U8 and U9 mean: annex or form."),
    ) -> None:
        """Take in answers collected elsewhere: XLSX or CSV, one respondent a row, nine elements as columns."""
        from feedbackbot.command_line.answer_import import take_in

        carry_out(take_in(settings(), file, unit, day.date(), order))

    @app.command()
    def report(
        unit: str = typer.Option(..., help="Code of the unit, for example disdukcapil."),
        period: str = typer.Option(..., help="2026-S2, 2026-Q4, 2026-11, 2026, or 2026-10-01_2026-11-15."),
        folder: Path = typer.Option(Path(), help="Where the files are put."),
    ) -> None:
        """Write the official report of a unit as PDF and workbook."""
        from feedbackbot.usecases.reports.write_report import write_report

        try:
            files = carry_out(write_report(settings(), unit, period, folder))
        except (LookupError, ValueError) as problem:
            refuse(str(problem.args[0]))
        except OSError as problem:
            refuse(f"{folder}: {problem.strerror}")
        for file in files:
            typer.echo(f"{file}: {file.stat().st_size:,} bytes")
