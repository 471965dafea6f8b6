"""Settings of what the city's staff meets: trainings, points and rewards, campaigns."""

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings


class StaffSettings(BaseSettings):
    """Part of `Settings`."""

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
    attendance_change_days: int = Field(
        30, ge=0, description="Trainers and admins can correct the attendance of sessions no older than this"
    )

    certificate_signer_name: str = Field(
        "", max_length=120, description="Who signs certificates of trainings; empty: the place stays free"
    )
    certificate_signer_title: str = Field(
        "Kepala BKPSDM", max_length=120, description="Office of whoever signs the certificates"
    )
    certificate_signer_nip: str = Field(
        "", max_length=30, description="NIP of whoever signs the certificates"
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

    # Nudge campaigns
    nudge_days_between: int = Field(
        3, ge=1, description="Least days between two nudges to one person; doubled after two ignored in a row"
    )
    campaign_intraclass_correlation: float = Field(
        0.05, ge=0, lt=1, description="How much alike people of one unit are, for campaigns that draw units"
    )
