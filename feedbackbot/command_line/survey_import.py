"""What `import-survey-answers` does."""

from pathlib import Path

from feedbackbot.clock import city_zone, system_now
from feedbackbot.command_line.reading_apart import read_apart
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.survey.instrument_sheet import read_survey_sheet
from feedbackbot.errors import FeedbackbotError, SettingsError
from feedbackbot.i18n import load_catalogue
from feedbackbot.settings import Settings
from feedbackbot.storage.checked_runtime import checked_runtime
from feedbackbot.usecases.survey.import_survey import (
    instrument_named,
    take_back_survey_rows,
    take_survey_rows,
)


async def take_in_survey(
    settings: Settings, file: Path, survey: str, name: str, *, only_show: bool, take_back: bool = False
) -> list[str]:
    """The lines to show: each wrong row, then how many were read or taken back. Raises SettingsError."""
    catalogue, today = load_catalogue(), system_now().astimezone(city_zone()).date()

    def t(key: str, /, **values: object) -> str:
        return plain(catalogue.text("id", key, **values))  # type: ignore[arg-type]

    try:
        data = file.read_bytes()
        async with checked_runtime(settings) as runtime:
            one = await runtime.read(lambda tx: instrument_named(tx, survey))
            sheet = await read_apart(read_survey_sheet, data, one, today)
            if take_back:
                gone = await take_back_survey_rows(runtime, one, name or file.stem, sheet.rows)
                return [t("answers-taken-back", rows=gone)]
            await take_survey_rows(runtime, one, name or file.stem, sheet.rows, only_check=only_show)
    except OSError as problem:
        raise SettingsError(f"{file}: {problem.strerror}") from None
    except FeedbackbotError as wrong:
        raise SettingsError(t(wrong.key, **wrong.args_)) from None
    lines = [
        t("answers-problem", row=str(one.row_number), column=one.column, reason=t(one.key, **one.args))
        for one in sheet.problems
    ]
    return [*lines, t("survey-rows-dry" if only_show else "survey-rows", rows=len(sheet.rows))]
