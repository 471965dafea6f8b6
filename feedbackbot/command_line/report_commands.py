"""Commands that make reports."""

from pathlib import Path

import typer

from feedbackbot.command_line.runner import carry_out, refuse, settings


def add_report_commands(app: typer.Typer) -> None:
    """report."""

    @app.command()
    def report(
        unit: str = typer.Option(..., help="Code of the unit, for example disdukcapil."),
        period: str = typer.Option(..., help="2026-S2, 2026-Q4, 2026-11, 2026, or 2026-10-01_2026-11-15."),
        folder: Path = typer.Option(Path(), help="Where the files are put."),
    ) -> None:
        """Write the official report of a unit as PDF and workbook."""
        from feedbackbot.wording.reports.write_report import write_report

        try:
            files = carry_out(write_report(settings(), unit, period, folder))
        except (LookupError, ValueError) as problem:
            refuse(str(problem.args[0]))
        except OSError as problem:
            refuse(f"{folder}: {problem.strerror}")
        for file in files:
            typer.echo(f"{file}: {file.stat().st_size:,} bytes")
