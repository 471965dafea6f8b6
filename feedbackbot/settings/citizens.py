"""Settings of what citizens meet: conversations, the survey, contacts, cases, and how long it is kept."""

from datetime import time
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings


class CitizenSettings(BaseSettings):
    """Part of `Settings`."""

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
    surveys_folder: str = Field(
        "",
        description="Folder with a city's own surveys beside the SKM, in the form of feedbackbot/data/surveys/spkp.yaml; empty for none",
    )
    survey_interval_least: int = Field(
        15,
        ge=2,
        description="No range of confidence on fewer ratings than this; under 30 it carries a warning",
    )
    profile_small_number: int = Field(5, ge=1, description="No breakdown by profile below this many answers")
    survey_burst_least: int = Field(
        20,
        ge=1,
        description="No more ratings of a unit in one hour than this are ever doubted for their number",
    )
    survey_burst_times: float = Field(
        4.0,
        gt=1,
        description="More ratings in one hour than so many times the unit's normal hour are marked as doubtful",
    )

    # Forum
    forum_least_voters: int = Field(
        20, ge=5, description="No result of a forum topic is shown on fewer voters than this"
    )
    forum_statements_each: int = Field(
        5, ge=1, le=50, description="Statements a person may write for one forum topic"
    )

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
        10,
        ge=1,
        description="A case that the unit says is done is closed as unconfirmed after so many working days of silence (SP4N-LAPOR!: 10)",
    )
    case_asked_days: int = Field(
        10,
        ge=1,
        description="A case whose citizen was asked something is closed after so many working days without an answer: the city's own rule",
    )
    case_next_level_days: int = Field(
        2, ge=1, description="Working days after which an overdue case goes one more level up"
    )
    case_reopened_days: int = Field(
        5, ge=1, description="Working days to settle a case whose closing was refused"
    )
    cases_per_day: int = Field(5, ge=1, description="Cases a person may send on one day")
    referrals_file: str = Field(
        "",
        description="Own table of whose a matter is that is not the city's, as `feedbackbot/data/referrals.yaml`; empty: that one",
    )
    places_file: str = Field(
        "",
        description="The city's gampong with a point each (`docs/city-file.md`), to name a report's pin by the nearest; empty: a link only",
    )
    case_catch_all_unit: str = Field(
        "",
        description="Code of the unit whose desk gets the cases of units where nobody has a desk; empty: the superadmins",
    )
    inspectorate_unit: str = Field(
        "",
        description="Code of the inspectorate's own unit, where the city file has it: tips about it are not for itself",
    )
    case_file_megabytes: int = Field(20, ge=1, le=50, description="Largest picture or document of a case")
    low_score_index: float = Field(
        65.0, ge=25, le=100, description="A rating with an index under this alerts the officer on duty"
    )

    # Retention
    cases_kept_days: int = Field(
        730, ge=30, description="Words, files and the citizen of a closed case are erased after this"
    )
    tips_kept_days: int = Field(
        1825, ge=30, description="Closed tips to the inspectorate are deleted after this"
    )
    recovery_kept_days: int = Field(
        180, ge=30, description="What was written after a low score is erased after this"
    )
    forum_names_kept_days: int = Field(
        365,
        ge=30,
        description="So long after a forum topic ends, voices and statements lose their pseudonym; refused statements are deleted",
    )
    comments_kept_days: int = Field(1095, ge=30, description="Comments on ratings are erased after this")
    abuse_flag_kept_days: int = Field(
        180,
        ge=1,
        description="A citizen whose case an officer took for abuse is slowed for this long, also after an erasing",
    )
    audit_kept_days: int = Field(1825, ge=365, description="Entries of the audit are erased after this")
    unclear_words_days: int = Field(
        30, ge=1, description="Words that were not understood are kept so many days, without their person"
    )
