"""Take part on a page: who votes is known by nothing but the browser's cookie."""

from dataclasses import dataclass

from feedbackbot.clock import city_zone
from feedbackbot.domain.forum.abuse import Doubt
from feedbackbot.domain.forum.topic import Audience
from feedbackbot.domain.forum.voting import Vote
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.forum.votes import count_from_place, voter_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.take_part import Ballot, VoteOutcome, ballot_for, cast_vote
from feedbackbot.usecases.forum.voice import Voice, browser_name, topic_for
from feedbackbot.usecases.forum.write_statement import Written, write_statement


@dataclass(frozen=True, slots=True)
class Browser:
    """`voter` is the number in the cookie, "" without one; `place` a hash of address and day; `agreed` whether the box was ticked."""

    voter: str
    place: str
    agreed: bool = False


def page_ballot(tx: Transaction, topic_id: int, voter: str) -> tuple[Ballot, bool]:
    """What comes next for this browser, and whether it has voted in the topic. Raises FeedbackbotError for a topic that is not there."""
    who = browser_name(tx, voter) if voter else ""
    known = bool(who) and voter_id(tx, topic_id, who) is not None
    return ballot_for(tx, who, topic_id), known


def vote_on_page(
    tx: Transaction, topic_id: int, browser: Browser, statement_id: int, vote: Vote
) -> VoteOutcome:
    """Raises FeedbackbotError without a cookie or a ticked box, or where far too many voices come from one place today."""
    return cast_vote(tx, _voice(tx, topic_id, browser), topic_id, statement_id, vote)


def write_on_page(tx: Transaction, topic_id: int, browser: Browser, typed: str) -> Written:
    """The same for a statement."""
    return write_statement(tx, _voice(tx, topic_id, browser).who, topic_id, typed)


def _voice(tx: Transaction, topic_id: int, browser: Browser) -> Voice:
    if topic_for(tx, topic_id).audience is not Audience.EVERYBODY:
        raise FeedbackbotError("forum-staff-only")
    if not browser.voter:
        raise FeedbackbotError("forum-web-cookie")
    who = browser_name(tx, browser.voter)
    if voter_id(tx, topic_id, who) is not None:
        return Voice(who, "web")
    if not browser.agreed:
        raise FeedbackbotError("forum-web-consent")
    from_here = count_from_place(tx, browser.place, topic_id, tx.now.astimezone(city_zone()).date())
    if from_here > tx.settings.web_ratings_most:
        raise FeedbackbotError("page-too-many")
    doubtful = from_here > tx.settings.web_ratings_doubtful
    return Voice(who, "web", doubts=Doubt.ONE_PLACE.value if doubtful else "")
