"""The only reader of the environment.

Every setting is `FEEDBACKBOT_<NAME>`, also read from a file `.env`; `.env.example` and the README's table list them all
(tests compare the three).
"""

import re
from datetime import time
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from feedbackbot.errors import SettingsError

PREFIX = "FEEDBACKBOT_"


class Settings(BaseSettings):
    """Values of one running bot. Durations carry their unit in the name; times of day are Asia/Jakarta."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True)

    # Identity and secrets
    city: str = Field("lhokseumawe", description="Name of the city's data file in feedbackbot/data")
    city_desk_unit: str = Field(
        "diskominfo", description="Code of the unit that gets reports for which no office is known"
    )
    unclear_words_days: int = Field(
        30, ge=1, description="Words that were not understood are kept so many days, without their person"
    )
    city_title: str = Field("Lhokseumawe", description="The city's name on official reports")
    city_government: str = Field(
        "Pemerintah Kota Lhokseumawe", description="The government on official reports and result pages"
    )
    city_crest: str = Field(
        "", description="SVG or PNG file of the crest on official reports, empty for none"
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
    telegram_proxy: str = Field("", description="HTTP proxy for the Bot API, empty for none")
    public_url: str = Field(
        "", description="Public https address of this server, for webhook and result pages"
    )
    webhook_secret: SecretStr = Field(
        SecretStr(""), description="Secret that Telegram repeats in each webhook call; needed with --webhook"
    )

    # WhatsApp
    whatsapp_token: SecretStr = Field(
        SecretStr(""), description="Token of the system user of the WhatsApp Cloud API; empty: no WhatsApp"
    )
    whatsapp_phone_id: str = Field("", description="Id (not the number) of the WhatsApp sender")
    whatsapp_account_id: str = Field(
        "", description="Id of the WhatsApp Business account, for templates and forms"
    )
    whatsapp_app_secret: SecretStr = Field(
        SecretStr(""), description="Secret of the Meta app, with which it signs its webhooks"
    )
    whatsapp_verify_token: SecretStr = Field(
        SecretStr(""), description="Word of your choice that Meta repeats when the webhook is registered"
    )
    whatsapp_number: str = Field(
        "", description="The number itself, digits only with country code, for links on posters"
    )
    whatsapp_api_url: str = Field(
        "https://graph.facebook.com", description="Address of the Cloud API, or of a solution provider's own"
    )
    whatsapp_api_version: str = Field(
        "v26.0", description="Version in the Cloud API's address; empty where a provider has none"
    )
    whatsapp_key_header: str = Field(
        "",
        description="Header in which a provider wants the token, as D360-API-KEY; empty: as a bearer token",
    )
    whatsapp_rate_overall: float = Field(60.0, gt=0, description="WhatsApp messages a second over all chats")
    whatsapp_rate_bulk: float = Field(10.0, gt=0, description="WhatsApp messages a second for broadcasts")
    whatsapp_rate_per_chat: float = Field(
        0.16, gt=0, description="WhatsApp messages a second to one person, in the long run"
    )
    whatsapp_burst_per_chat: int = Field(
        40, ge=1, description="WhatsApp replies to one person that may go at once"
    )
    whatsapp_people_per_day: int = Field(
        2000,
        ge=0,
        description="People outside their 24 hours who may be written to in a day: the portfolio's messaging limit",
    )
    whatsapp_monthly_messages: int = Field(
        0, ge=0, description="Paid WhatsApp messages a month after which only urgent ones go; 0: no ceiling"
    )
    whatsapp_form_id: str = Field(
        "", description="Id of the published rating form; empty: the one that whatsapp-forms made"
    )
    whatsapp_forms: bool = Field(True, description="Offer the rating as a form; needs a verified business")

    # Storage
    database_url: str = Field(
        "sqlite:///var/feedbackbot.db", description="sqlite:///file or postgresql://user@host/name"
    )
    sqlite_synchronous: Literal["FULL", "NORMAL"] = Field(
        "FULL", description="NORMAL is faster and may lose the last moments at a power cut"
    )
    database_pool: int = Field(16, ge=1, le=200, description="Connections to PostgreSQL, readers on SQLite")

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

    # Conversations
    default_language: str = Field("id", description="Language of people who have not chosen one")
    conversation_timeout_hours: float = Field(
        24.0, gt=0, description="A conversation left alone is let go after this"
    )

    # Survey
    survey_weight: Literal["1/9", "0.111", "0.11"] = Field(
        "1/9", description="Weight of an element in the index"
    )
    survey_element_order: Literal["annex", "form"] = Field(
        "annex", description="Order of the elements in reports"
    )
    survey_period_days: int = Field(30, ge=0, description="One rating per person and unit in this many days")
    mark_as_sample: bool = Field(
        False, description="Mark ratings given now as example data; only for demonstrations"
    )
    survey_count_flagged: bool = Field(
        True, description="Whether ratings marked as doubtful count in the index; they are always shown apart"
    )
    visit_token_days: int = Field(
        30,
        ge=1,
        description="The link on a counter's poster changes after so many days, and is good for as many more",
    )
    survey_interval_least: int = Field(
        15,
        ge=2,
        description="No range of confidence on fewer ratings than this; under 30 it carries a warning",
    )
    profile_small_number: int = Field(5, ge=1, description="No breakdown by profile below this many answers")

    # Improvement loop
    loop_floor: float = Field(
        3.0644, ge=1, le=4, description="An element under this (of 4) opens an improvement case"
    )
    loop_least_answers: int = Field(30, ge=10, description="No improvement case on fewer ratings than this")
    loop_window_days: int = Field(
        90, ge=14, description="Days of ratings compared before and after a training"
    )
    loop_settling_days: int = Field(
        14, ge=0, description="Days after a training's start before its effect is measured"
    )

    # Contact policy
    quiet_from: time = Field(time(20, 0), description="Start of the quiet hours")
    quiet_until: time = Field(time(7, 0), description="End of the quiet hours")
    contacts_per_week: int = Field(
        4, ge=1, description="Messages a person gets in seven days of all that the city starts"
    )
    contacts_reserve: int = Field(
        2, ge=0, description="How many of these nudges leave to more important kinds"
    )
    broadcast_approval_above: int = Field(
        500, ge=0, description="A broadcast to more people than this needs a second admin"
    )
    broadcast_repeat_unknown: bool = Field(
        True,
        description="Send a broadcast again where the answer to its sending was lost (it may arrive twice)",
    )
    broadcast_overdue_hours: float = Field(
        2,
        gt=0,
        description="A planned broadcast that is later than this is not sent before its author says so",
    )
    broadcast_rows_kept_days: int = Field(
        180, ge=15, description="Who got which broadcast is thrown away after this; the counts stay"
    )
    extra_days_off: str = Field("", description="Days off beyond the calendar, as 2026-12-24,2026-12-31")
    extra_working_days: str = Field("", description="Holidays of the calendar that are worked all the same")

    # Cases and recovery
    gather_seconds: float = Field(
        1.0, ge=0, le=10, description="How long to wait for the next piece of an album or of a long story"
    )
    case_first_response_days: int = Field(
        3, ge=1, description="Working days until the first answer to a case"
    )
    case_information_days: int = Field(
        5, ge=1, description="Working days to settle a request for information"
    )
    case_complaint_days: int = Field(14, ge=1, description="Working days to settle a complaint")
    case_field_check_days: int = Field(
        60, ge=1, description="Working days to settle a complaint that needs a field check"
    )
    case_silence_days: int = Field(
        10, ge=1, description="A case is closed as unconfirmed after so many working days of silence"
    )
    case_next_level_days: int = Field(
        2, ge=1, description="Working days after which an overdue case goes one more level up"
    )
    case_reopened_days: int = Field(
        5, ge=1, description="Working days to settle a case whose closing was refused"
    )
    cases_per_day: int = Field(5, ge=1, description="Cases a person may send on one day")
    case_file_megabytes: int = Field(20, ge=1, le=50, description="Largest picture or document of a case")
    low_score_index: float = Field(
        65.0, ge=25, le=100, description="A rating with an index under this alerts the officer on duty"
    )

    # Staff and trainings
    training_offer_hours: int = Field(
        24, ge=1, description="So long a free seat is held for the first of the waiting list"
    )
    pppk_mode: Literal["ceiling", "target", "none"] = Field(
        "ceiling", description="What 24 JP a year are for a PPPK: a ceiling, a target, or not named"
    )
    training_least_attendance: int = Field(
        100, ge=1, le=100, description="Percent of its sessions that must be attended for a training to count"
    )
    training_no_answer_days: int = Field(
        3, ge=1, description="An invitation without answer is reminded of after this"
    )

    # Incentives
    points_attended: int = Field(20, ge=0, description="Points for each training session attended")
    points_passed: int = Field(30, ge=0, description="Points for a course passed")
    points_answered: int = Field(5, ge=0, description="Points for answering an invitation in time, yes or no")
    points_helped_unit: int = Field(
        15, ge=0, description="Points for each who took part when the own unit reaches its goal of the season"
    )
    unit_goal_percent: int = Field(
        60, ge=1, le=100, description="A unit's goal: so many of a hundred learnt something in the season"
    )
    reward_priority_points: int = Field(
        60, ge=1, description="Points of a season for priority on the next waiting list"
    )
    reward_letter_points: int = Field(
        120, ge=1, description="Points of a season for a letter of appreciation"
    )
    letter_signer_name: str = Field(
        "", description="Who signs letters of appreciation; empty: none are given"
    )
    letter_signer_title: str = Field("Kepala BKPSDM", description="Office of whoever signs the letters")
    letter_signer_nip: str = Field("", description="NIP of whoever signs the letters")

    attendance_change_days: int = Field(
        30, ge=0, description="Trainers and admins can correct the attendance of sessions no older than this"
    )

    # Nudge campaigns
    nudge_days_between: int = Field(
        3, ge=1, description="Least days between two nudges to one person; doubled after two ignored in a row"
    )
    campaign_intraclass_correlation: float = Field(
        0.05, ge=0, lt=1, description="How much alike people of one unit are, for campaigns that draw units"
    )

    # Retention
    cases_kept_days: int = Field(
        730, ge=30, description="Words, files and the citizen of a closed case are erased after this"
    )
    recovery_kept_days: int = Field(
        180, ge=30, description="What was written after a low score is erased after this"
    )
    comments_kept_days: int = Field(1095, ge=30, description="Comments on ratings are erased after this")
    abuse_flag_kept_days: int = Field(
        180,
        ge=1,
        description="A citizen whose case an officer took for abuse is slowed for this long, also after an erasing",
    )
    audit_kept_days: int = Field(1825, ge=365, description="Entries of the audit are erased after this")

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
        if not value.startswith(("sqlite:///", "postgresql://")):
            raise ValueError("must start with sqlite:/// or postgresql://")
        return value

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


def settings_table() -> str:
    """The table of the README, in Markdown."""
    lines = ["| setting | default | what it is |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        shown = _default(field.default)
        lines.append(f"| `{PREFIX}{name.upper()}` | {f'`{shown}`' if shown else '–'} | {field.description} |")
    return "\n".join(lines) + "\n"


def env_example() -> str:
    """The file `.env.example`: every setting with its default, commented out."""
    lines = ["# Copy to .env and fill in. Lines that start with # keep their default.", ""]
    for name, field in Settings.model_fields.items():
        lines += [f"# {field.description}", f"# {PREFIX}{name.upper()}={_default(field.default)}", ""]
    return "\n".join(lines)


def _default(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)
