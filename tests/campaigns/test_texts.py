"""What the messages say: true figures, one thing to do, nothing shouted, in both languages."""

from datetime import UTC, datetime

import pytest

from conversations.ajakan import nudge_message
from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.goal import Goal, GoalKind, parse_goal
from feedbackbot.domain.campaigns.wording import (
    PLACEHOLDERS,
    filled,
    missing_placeholders,
    unknown_placeholders,
)
from feedbackbot.domain.message_text import plain
from feedbackbot.i18n.catalogue import Value
from feedbackbot.usecases.campaigns.figures import Figures
from feedbackbot.wording.campaigns.message import nudge_text
from tests.builders import CATALOGUE

GOALS = [Goal(kind, 20) for kind in GoalKind]
UNTIL = datetime(2026, 12, 4, 3, tzinfo=UTC)


def speaking(language: str) -> Translate:
    def t(key: str, /, **values: Value) -> str:
        return CATALOGUE.text(language, key, **values)

    return t


def figures(goal: Goal) -> Figures:
    return Figures(goal, "Pelayanan_Prima *A*", UNTIL, 7, 10, "Disdukcapil", "82.50", 240, 6, 20)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("principle", list(Principle))
def test_every_draft_reads_well_whatever_the_goal(language: str, principle: Principle) -> None:
    for goal in GOALS:
        text = plain(nudge_text(speaking(language), principle, None, figures(goal)))
        assert 40 < len(text) < 500
        assert "!" not in text and not any(
            word.isupper() and len(word.strip(".,:*")) > 3 for word in text.split()
        )
        if goal.training_id is not None:
            assert "Pelayanan_Prima *A*" in text  # what was typed is never markup


@pytest.mark.parametrize(
    ("principle", "parts"),
    [
        (Principle.SOCIAL_NORM, ["7 dari 10 rekan", "Disdukcapil", "menyatakan ikut"]),
        (Principle.RESERVED_SEAT, ["4 Desember 2026", "10.00"]),
        (Principle.OWN_PROGRESS, ["6 JP"]),
        (Principle.CITIZENS_SAID, ["82,50", "240"]),
        (Principle.INCENTIVE, ["20 poin"]),
    ],
)
def test_a_draft_carries_the_readers_own_figures(principle: Principle, parts: list[str]) -> None:
    text = plain(nudge_text(speaking("id"), principle, None, figures(Goal(GoalKind.ACCEPTED, 3))))
    for part in parts:
        assert part in text


@pytest.mark.parametrize("principle", list(Principle))
def test_no_draft_tells_anybody_of_hours_owed(principle: Principle) -> None:
    """A PPPK owes none."""
    for word in ("kurang", "wajib", "harus", "masih berutang"):
        assert word not in nudge_text(speaking("id"), principle, None, figures(Goal(GoalKind.ATTENDED, 3)))


def test_a_nudge_has_exactly_one_button() -> None:
    for goal in GOALS:
        message = nudge_message(speaking("id"), Principle.PLAIN_REMINDER, None, figures(goal), 12)
        assert [(one.key, one.opens) for one in message.all_choices] == [("12", "ajakan")]


def test_own_words_are_filled_and_never_markup() -> None:
    text = nudge_text(
        speaking("id"),
        Principle.SOCIAL_NORM,
        "*{ikut}* dari {rekan} di {kantor}: {ajakan}",
        figures(GOALS[0]),
    )
    assert plain(text).startswith("*7* dari 10 di Disdukcapil: menjawab undangan")


@pytest.mark.parametrize("principle", list(Principle))
def test_own_words_are_held_to_the_placeholders_of_their_principle(principle: Principle) -> None:
    complete = " ".join(f"{{{name}}}" for name in sorted(PLACEHOLDERS[principle]))
    assert not missing_placeholders(principle, complete) and not unknown_placeholders(principle, complete)
    assert "ajakan" in missing_placeholders(principle, "Ayo")
    assert unknown_placeholders(principle, "{rahasia} {}") == ("rahasia", "")
    assert filled(complete, dict.fromkeys(PLACEHOLDERS[principle], "x")).replace(" ", "").strip("x") == ""


@pytest.mark.parametrize("code", ["accepted:0", "jp:101", "jp:x", "unknown:3", "accepted", ""])
def test_a_goal_that_was_never_written_is_refused(code: str) -> None:
    with pytest.raises(ValueError):
        parse_goal(code)


@pytest.mark.parametrize("goal", GOALS)
def test_a_goal_is_read_back_from_its_code(goal: Goal) -> None:
    assert parse_goal(goal.code) == goal
