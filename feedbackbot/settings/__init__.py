"""The only reader of the environment.

Every setting is `FEEDBACKBOT_<NAME>`, also read from a file `.env`; `.env.example` and the README's table list them all
(tests compare the three). The settings themselves stand by area in the modules beside this one.
"""

from pathlib import Path

from pydantic import ValidationError
from pydantic_settings import SettingsConfigDict

from feedbackbot.errors import SettingsError
from feedbackbot.settings.citizens import CitizenSettings
from feedbackbot.settings.operation import OperationSettings
from feedbackbot.settings.service import ServiceSettings
from feedbackbot.settings.staff import StaffSettings
from feedbackbot.settings.whatsapp import WhatsAppSettings

PREFIX = "FEEDBACKBOT_"


# the last is listed first
class Settings(StaffSettings, CitizenSettings, WhatsAppSettings, OperationSettings, ServiceSettings):
    """Values of one running bot. Durations carry their unit in the name; times of day are the city's, whose file names its zone."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True)

    def require_key(self) -> bytes:
        """The secret key, or a `SettingsError` that names it."""
        if not self.secret_key.get_secret_value():
            raise SettingsError(
                f"{PREFIX}SECRET_KEY is missing: 32 characters or more (make one with `bot.py new-key`)"
            )
        return self.secret_key.get_secret_value().encode()

    def require_token(self) -> str:
        """The Telegram token, or a `SettingsError` that names it."""
        if not self.telegram_token.get_secret_value():
            raise SettingsError(
                f"{PREFIX}TELEGRAM_TOKEN is missing: get one from @BotFather, or try `make demo`"
            )
        return self.telegram_token.get_secret_value()


def load_settings(env_file: Path | None = Path(".env"), **overrides: object) -> Settings:
    """Read the environment; a wrong value becomes a `SettingsError` of one line that names the setting, never its value."""
    try:
        return Settings(_env_file=env_file, **overrides)  # type: ignore[arg-type]
    except ValidationError as problem:
        first = problem.errors(include_input=False, include_url=False)[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name} is wrong: {first['msg'].removeprefix('Value error, ')}") from None
