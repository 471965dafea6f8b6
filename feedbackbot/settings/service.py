"""Settings of the service itself: who it is, where it keeps things, how it listens and sends."""

import re
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings

from feedbackbot.settings.database_url import problem_with


class ServiceSettings(BaseSettings):
    """Part of `Settings`."""

    # Identity and secrets
    city: str = Field("lhokseumawe", description="Name of the city's data file in feedbackbot/data")
    city_desk_unit: str = Field(
        "diskominfo", description="Code of the unit that gets reports for which no office is known"
    )
    city_title: str = Field("Lhokseumawe", description="The city's name in texts and on official reports")
    city_government: str = Field(
        "Pemerintah Kota Lhokseumawe", description="The government on official reports and result pages"
    )
    city_crest: str = Field(
        "",
        description="SVG or PNG file of the crest on official reports, posters and paper forms, empty for none",
    )
    secret_key: SecretStr = Field(
        SecretStr(""),
        description="Key of all pseudonyms, codes and assignments; 32 characters or more; never change it",
    )
    telegram_token: SecretStr = Field(SecretStr(""), description="Token of the Telegram bot, from @BotFather")
    telegram_bot_name: str = Field(
        "", description="User name of the Telegram bot without @, for links on posters"
    )
    telegram_api_url: str = Field("https://api.telegram.org", description="Address of the Bot API server")
    telegram_button_styles: bool = Field(
        True, description="Colour buttons that confirm or destroy (Telegram); no: all buttons alike"
    )
    telegram_tables: bool = Field(
        True, description="Offer lists as tables (Telegram, Bot API 10.2); no: only as text and files"
    )
    telegram_proxy: str = Field("", description="HTTP proxy for the Bot API, empty for none")
    public_url: str = Field(
        "", description="Public https address of this server, for webhook and result pages"
    )
    webhook_secret: SecretStr = Field(
        SecretStr(""), description="Secret that Telegram repeats in each webhook call; needed with --webhook"
    )

    # Storage
    database_url: str = Field(
        "sqlite:///var/feedbackbot.db",
        description="sqlite:///file or postgresql://user@host/name; several hosts, poolers: docs/operations.md",
    )
    sqlite_synchronous: Literal["FULL", "NORMAL"] = Field(
        "FULL", description="NORMAL is faster and may lose the last moments at a power cut"
    )
    database_pool: int = Field(16, ge=1, le=200, description="Connections to PostgreSQL, readers on SQLite")
    database_statement_seconds: float = Field(
        20.0,
        ge=1,
        le=3600,
        description="A PostgreSQL that does not answer a statement for so long counts as away",
    )
    erasure_log: str = Field(
        "",
        description="File outside the database that remembers erasures for the next restore, best on another disk; empty for "
        "one beside the SQLite file, or var/erasures.log",
    )
    backups_kept_days: int = Field(
        400, ge=30, description="No backup is kept longer: older erasures are forgotten by the erasure log"
    )

    # Web server
    web_host: str = Field("127.0.0.1", description="Address the web server listens on")
    web_port: int = Field(
        8080, ge=0, le=65535, description="Port of the web server (webhook, results, certificates)"
    )
    web_admin_host: str = Field("127.0.0.1", description="Address that WEB_ADMIN_PORT listens on")
    web_admin_port: int = Field(
        0,
        ge=0,
        le=65535,
        description="Port of health and metrics alone, so that a proxy cannot publish them; 0 puts them on WEB_PORT",
    )
    web_connections: int = Field(
        500,
        ge=10,
        description="Connections to a port at the same time; then the one that owes a request gives way",
    )
    web_requests: int = Field(100, ge=1, description="Requests answered at the same time; more get 503")
    web_header_seconds: float = Field(10.0, gt=0, description="Time for a request's header to arrive")
    web_exchange_seconds: float = Field(
        30.0, gt=0, description="Time for a request's body to arrive and its answer to be taken"
    )
    web_address_header: str = Field(
        "",
        description="Header in which your proxy tells a visitor's address (X-Real-IP, X-Forwarded-For); empty without a proxy",
    )
    receipt_days: int = Field(14, ge=1, description="The one-time link on a receipt is good for so many days")
    api_visits_per_day: int = Field(5000, ge=1, description="Visits that one key may tell of in a day")
    api_wrong_keys: int = Field(
        20,
        ge=1,
        description="Wrong keys from one address in ten minutes; further wrong ones are told to wait. Each process counts by itself",
    )
    web_ratings_doubtful: int = Field(
        20,
        ge=1,
        description="More ratings of a unit than this from one address in a day are marked as doubtful",
    )
    web_ratings_most: int = Field(200, ge=1, description="Ratings of a unit taken from one address in a day")

    # Sheets from outside
    import_gone_share: float = Field(
        0.1,
        gt=0,
        le=1,
        description="Share of the active staff from which their deactivation is asked about twice",
    )
    sheet_headers: str = Field(
        "",
        description="A city's own file of further column names, in the form of feedbackbot/data/sheet_headers.yaml; empty for none",
    )

    # Delivery
    rate_overall: float = Field(28.0, gt=0, description="Messages a second over all chats")
    rate_bulk: float = Field(
        20.0, gt=0, description="Messages a second for broadcasts, within the overall rate"
    )
    rate_per_chat: float = Field(1.0, gt=0, description="Messages a second to one chat, in the long run")
    burst_per_chat: int = Field(5, ge=1, description="Replies to one chat that may go at once")
    send_attempts: int = Field(8, ge=1, description="Tries before a message that cannot be sent is given up")
    calls_under_way: int = Field(128, ge=1, le=1000, description="Bot API calls at the same time")

    # Logging
    log_format: Literal["console", "json"] = Field("console", description="console or json")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="Least level that is logged"
    )

    @field_validator("telegram_token")
    @classmethod
    def _token_shape(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", value.get_secret_value()):
            raise ValueError("must look like 123456:ABC…")
        return value

    @field_validator("secret_key")
    @classmethod
    def _key_length(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and len(value.get_secret_value()) < 32:
            raise ValueError("must have 32 characters or more")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret_shape(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
            raise ValueError("must have 16 to 256 characters of A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("database_url")
    @classmethod
    def _database_kind(cls, value: str) -> str:
        if problem := problem_with(value):
            raise ValueError(problem)
        return value
