"""A sample of every notice there is, by area; each of its kinds says something."""

from collections.abc import Iterator
from datetime import date, timedelta

import feedbackbot.storage.tables  # noqa: F401  all of them
from feedbackbot.domain.broadcast.notices import (
    ApprovalAsked,
    ApprovalDecided,
    ListRead,
    OverdueAsked,
    SampleShown,
)
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.notices import CampaignOver, Nudge
from feedbackbot.domain.cases.notices import (
    CitizenTold,
    DeskTold,
    FilePassedOn,
    FollowUpPublished,
    HandlingScoreAsked,
    LowScoreTold,
    TalkSettled,
    TalkTold,
    TipTold,
)
from feedbackbot.domain.cases.terms import Action, CaseEffect
from feedbackbot.domain.forum.notices import (
    AnswerOwed,
    ForumAnswered,
    PromiseKept,
    PromisePassed,
    StatementDecided,
    StatementsWait,
)
from feedbackbot.domain.forum.statement import Reason
from feedbackbot.domain.imports.notices import RolesSuspended
from feedbackbot.domain.improvement.notices import ImprovementMeasured, ImprovementOpened
from feedbackbot.domain.incentives.notices import RewardAsked, RewardDecided, SeasonOver
from feedbackbot.domain.incentives.rewards import Reward
from feedbackbot.domain.notices import Notice
from feedbackbot.domain.operation.notices import TroubleBegan, TroubleOver
from feedbackbot.domain.operation.trouble import Trouble
from feedbackbot.domain.people.notices import (
    ChatParted,
    ChatsJoined,
    JoinAsked,
    JoinRefused,
    LeaveUnknown,
)
from feedbackbot.domain.reports.notices import ReadyToPublish, UnitDigest
from feedbackbot.domain.staff.notices import LinkMovedAway, NoLongerListed
from feedbackbot.domain.training import notices as training
from feedbackbot.domain.training.reminders import Rung
from feedbackbot.domain.visits.notices import VisitInvitation
from feedbackbot.domain.visits.receipt import receipt_name
from feedbackbot.storage.campaigns.tables import campaign, campaign_arm
from feedbackbot.storage.cases.recovery_tables import follow_up
from feedbackbot.storage.cases.tables import timeline_entry, tip
from feedbackbot.storage.forum.tables import forum_statement, forum_topic
from feedbackbot.storage.imports.received_imports import ImportKind, ImportState
from feedbackbot.storage.incentives.tables import reward_claim
from feedbackbot.storage.people.tables import role_grant
from feedbackbot.storage.reports.tables import improvement
from feedbackbot.storage.training.external_tables import external_certificate
from feedbackbot.storage.visits.tables import api_key, service_visit
from feedbackbot.usecases.forum.voice import statement_name
from tests.builders import CATALOGUE
from tests.dialogue.notice_world import LONG, UNIT, WORDS, World, row


def of_cases(world: World) -> Iterator[Notice]:
    """Every step with every effect that says something of it."""
    for action in ("send", *Action):
        for state in ("new", "asked", "done", "closed-confirmed"):
            step = world.step(str(action), state)
            for effect in CaseEffect:
                if effect is CaseEffect.ASK_HANDLING_SCORE:
                    yield HandlingScoreAsked(step["case"])
                elif "citizen" in effect.value:
                    yield CitizenTold(effect=effect.value, **step)
                else:
                    yield DeskTold(effect=effect.value, **step)
    yield FilePassedOn("T25-JN9H", 1, 3, "photo", "memory", "ref", "gambar.jpg")
    yield FilePassedOn("Disdukcapil", 2, 3, "document", "memory", "ref", "surat keterangan.pdf")
    number = row(
        world.tx, follow_up, unit_id=UNIT, element="waktu", words=WORDS[:500], author_id=world.person
    )
    yield FollowUpPublished(number)
    entry = row(world.tx, timeline_entry, alert_id=world.alert, actor="citizen", action="write", words=WORDS)
    for what in ("alert", "comment", "agreed", "citizen-writes"):
        yield LowScoreTold(world.alert, what, entry)
    yield TalkTold(UNIT, world.talk, WORDS)
    yield TalkSettled(UNIT, world.talk)
    told = row(world.tx, tip, code="WBS-K7Q2MX", kind="pungli", state="new")
    for what in ("send", "write"):
        yield TipTold(told, what)


def of_trainings(world: World) -> Iterator[Notice]:
    number, soon = world.training, world.tx.now + timedelta(hours=5)
    yield training.Invited(number)
    yield training.SeatOffered(number, soon)
    for why in ("lapsed", "withdrawn"):
        yield training.OfferEnded(number, why)
    for rung in Rung:
        session = world.missed if rung is Rung.MISSED else world.session
        for kind in (training.TrainingReminder, training.EarlyReminder, training.SessionDayReminder):
            yield kind(number, rung.value, session)
            yield kind(number, rung.value, None)
    yield training.LessonReminder(number, 3)
    yield training.TrainingMoved(number)
    yield training.TrainingCancelled(number)
    yield training.TrainingCompleted(number, 7)
    yield training.ConsentAsked(number, 7, "Dra. Hj. Cut Nyak Meutia binti Teungku Abdurrahman, M.Si.")
    for decision in ("given", "given-but-full", "refused"):
        yield training.ConsentDecided(number, decision)
    for state in ("waiting", "booked", "refused"):
        elsewhere = row(
            world.tx, external_certificate, employee_id=world.employee, title=LONG[:200], organiser=LONG[:150], state=state,
            file_kind="photo", reason=WORDS[:300],
        )  # fmt: skip
        yield training.ExternalSent(elsewhere) if state == "waiting" else training.ExternalDecided(elsewhere)


def of_admins(world: World) -> Iterator[Notice]:
    tx = world.tx
    yield ApprovalAsked(world.broadcast("awaiting"), 2000)
    for decision in ("approved", "refused"):
        yield ApprovalDecided(1, decision)
    yield OverdueAsked(world.broadcast("overdue"))
    counts = {"people": 3, "entries": 9, "doubled": 1, "wrong": 1, "unknown": 2, "unlinked": 2}
    for outcome in ("broadcast-list-read", "broadcast-list-nobody"):
        yield ListRead(1, outcome, tuple(counts.items()))
    for language in CATALOGUE.languages:
        yield SampleShown(world.broadcast("draft"), language)
    resting = [
        row(tx, role_grant, person_id=world.person, role=role, unit_id=UNIT, withdrawn_at=tx.now)
        for role in ("officer", "head", "unit_admin", "trainer")
    ]
    yield RolesSuspended(world.employee, tuple(resting))
    yield LeaveUnknown(2027)
    for trouble in Trouble:
        yield TroubleBegan(trouble.value, 12)
        yield TroubleOver(trouble.value)
    yield UnitDigest(UNIT, LONG, "2026-11", "78.74", 49, "biaya", "3.61", "waktu", "2.82", WORDS[:300])
    yield ReadyToPublish("2026-S2", 31)
    number = row(tx, improvement, unit_id=UNIT, element="waktu", mean=2.4, verdict="improved", n=40)
    yield ImprovementOpened(number)
    yield ImprovementMeasured(number)


def of_imports(world: World) -> Iterator[Notice]:
    counts = {"new": 3, "changed": 2, "gone": 6, "unchanged": 40, "wrong": 1, "cells": 0, "active": 50}
    refused = {"refused": "import-file-gone", "args": {}}
    for kind in ImportKind:
        yield world.received(kind, ImportState.REFUSED, refused)
    yield world.received(ImportKind.STAFF, ImportState.PLANNED, counts)
    yield world.received(ImportKind.STAFF, ImportState.PLANNED, counts | {"gone": 0})
    yield world.received(ImportKind.STAFF, ImportState.PLANNED, counts | {"cautions": ["import-many-gone"]})
    yield world.received(ImportKind.STAFF, ImportState.DONE, {"done": counts})
    done = {"done": {"new": 3, "known": 1}, "reading": {}}
    yield world.received(ImportKind.TRAININGS, ImportState.DONE, done)


def of_incentives(world: World) -> Iterator[Notice]:
    yield SeasonOver("2026-2", 140, 2)
    yield SeasonOver("2026-2", 14, 0)
    for season, reward in enumerate(Reward):
        for state in ("claimed", "granted", "refused"):
            number = row(
                world.tx, reward_claim, employee_id=world.employee, reward=reward.value, season=f"{season}{state}"[:8],
                state=state, name="Fajar", letter_year=2026, letter_serial=world.tx.run(reward_claim.select()).fetchall().__len__() + 1,
            )  # fmt: skip
            yield RewardAsked(number) if state == "claimed" else RewardDecided(number)
    for goal in ("accepted", "jp"):
        one = row(world.tx, campaign, title=LONG[:120], goal=f"{goal}:{world.training if goal == 'accepted' else 8}",
                  audience="all", state="running", assign_by="person")  # fmt: skip
        for place, principle in enumerate(Principle):
            arm = f"pesan{place}"
            row(world.tx, campaign_arm, campaign_id=one, arm=arm, place=place, principle=principle.value)
            yield Nudge(5, one, arm, 7, 9, "Disdukcapil", "78.74", 49, 12, 40)
        yield CampaignOver(one)


def of_people(world: World) -> Iterator[Notice]:
    yield JoinAsked("telegram", 47, "ABCDEFGHJK")
    yield JoinRefused()
    yield ChatsJoined()
    yield ChatParted("whatsapp")
    yield LinkMovedAway()
    yield NoLongerListed()
    token = "abcdefghijklmnopqrstuvwxyz012345"
    name = receipt_name(world.tx.settings.require_key(), token)
    key = row(world.tx, api_key, unit_id=UNIT)
    row(
        world.tx, service_visit, api_key_id=key, unit_id=UNIT, name=name, used=False, invited=True,
        expires_at=world.tx.now + timedelta(days=3),
    )  # fmt: skip
    yield VisitInvitation("Dinas Kependudukan dan Pencatatan Sipil", token)


def of_forum(world: World) -> Iterator[Notice]:
    tx, now = world.tx, world.tx.now
    ended = {"opens_at": now - timedelta(days=9), "closes_at": now - timedelta(days=2)}
    answer = {"answer": WORDS[:600], "answer_unit_id": UNIT, "due_on": date(2026, 12, 24), "answered_at": now}
    asked = {
        "question": "Bagaimana kita membuat antrean di kantor ini lebih singkat?",
        "audience": "everybody",
    }
    over = row(tx, forum_topic, **asked, **ended)
    answered = row(tx, forum_topic, **asked, **ended, **answer)
    kept = row(tx, forum_topic, **asked, **ended, **answer, kept_words=WORDS[:300], kept_at=now)
    reopened = row(tx, forum_topic, **asked, **ended, **answer, reopened_at=now)
    yield ForumAnswered(answered)
    yield PromiseKept(kept)
    yield PromisePassed(reopened)
    yield AnswerOwed(over, "over")
    yield AnswerOwed(reopened, "reopened")
    row(tx, forum_statement, topic_id=over, words=WORDS[:140], state="waiting")
    yield StatementsWait(over)
    for state in ("shown", "refused", "hidden"):
        for reason in Reason:
            number = row(
                tx, forum_statement, topic_id=over, pseudonym="p", words=WORDS[:140], state=state, reason=reason.value,
                decided_at=now,
            )  # fmt: skip
            yield StatementDecided(over, statement_name(tx, number))


SAMPLES = (of_forum, of_cases, of_trainings, of_admins, of_imports, of_incentives, of_people)
