"""A case comes in complete, not twice and not by the dozen; and a low rating is noticed."""

from datetime import date, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.calendar import at_city
from feedbackbot.domain.cases.complaining import complains
from feedbackbot.domain.cases.completeness import Missing, ReportDraft, first_missing, says_when
from feedbackbot.domain.cases.low_score import LowScore, LowScoreRules, low_score
from feedbackbot.domain.cases.spam_limits import HeldBack, Later, SentCase, SpamRules, fingerprint, hold_back
from feedbackbot.domain.cases.terms import CaseKind

NOW = at_city(date(2026, 11, 24), time(10, 0))
TEXT = "Petugas loket tidak ada di tempat"
COMPLAINT, INFORMATION = CaseKind.COMPLAINT, CaseKind.INFORMATION


@pytest.mark.parametrize(
    ("draft", "missing"),
    [
        (ReportDraft(), Missing.KIND),
        (ReportDraft(COMPLAINT), Missing.WHAT),
        (ReportDraft(COMPLAINT, "\U0001f621\U0001f621 123 !!!"), Missing.WHAT),
        (ReportDraft(COMPLAINT, "lama sekali"), Missing.MORE_WORDS),
        (ReportDraft(COMPLAINT, TEXT), Missing.UNIT_OR_PLACE),
        (ReportDraft(COMPLAINT, TEXT, unit="disdukcapil"), Missing.WHEN),
        (ReportDraft(COMPLAINT, TEXT, place="  ", when="kemarin"), Missing.UNIT_OR_PLACE),
        (ReportDraft(COMPLAINT, TEXT, place="Pasar Inpres", when="kemarin"), None),
        (ReportDraft(COMPLAINT, TEXT + " di Banda-Sakti sejak senin"), None),
        (ReportDraft(INFORMATION, "Bagaimana mengurus akta kelahiran?", unit="disdukcapil"), None),
    ],
)
def test_the_one_thing_that_is_missing_is_asked_for(draft: ReportDraft, missing: Missing | None) -> None:
    assert first_missing(draft, ["Banda Sakti", "Cunda", ""]) is missing


def test_a_place_counts_only_as_whole_words() -> None:
    assert (
        first_missing(ReportDraft(COMPLAINT, "Kecundangan pelayanan hari ini"), ["Cunda"])
        is Missing.UNIT_OR_PLACE
    )


@pytest.mark.parametrize(
    "text",
    [
        *(
            "tadi pagi",
            "tgl 20",
            "20/11/2026",
            "3 hari menunggu",
            "Yesterday",
            "jam 9",
            "udah seminggu",
            "dua bulan lebih",
        ),
        *(
            "sudah lama",
            "berbulan-bulan",
            "kmrn",
            "bbrp hr yg lalu",
            "td pagi",
            "dari dulu",
            "hampir tiap malam",
            "2mgg",
        ),
    ],
)
def test_a_time_in_the_text_is_seen(text: str) -> None:
    assert says_when(f"Saya datang {text} dan ditolak")


@pytest.mark.parametrize(
    "text", ["dua kali", "ke loket tiga", "lama sekali", "beberapa orang", "sampai sore"]
)
def test_what_tells_no_day_is_asked_for(text: str) -> None:
    assert not says_when(f"Saya datang {text} dan ditolak")


def sent(hours_ago: float, text: str = "lain") -> SentCase:
    return SentCase(NOW - timedelta(hours=hours_ago), fingerprint(text), "7F3-QX2K")


def test_the_sixth_case_of_a_day_waits_for_midnight() -> None:
    five = [sent(hours) for hours in (1, 2, 3, 4, 5)]
    assert hold_back(TEXT, NOW, five[1:], False, SpamRules()) is None
    assert hold_back(TEXT, NOW, five, False, SpamRules()) == Later(
        at_city(date(2026, 11, 25), time(0, 0)), HeldBack.DAILY_LIMIT
    )


def test_the_same_text_is_answered_with_the_number_it_has() -> None:
    held = hold_back(" PETUGAS loket, tidak ada di tempat!!! ", NOW, [sent(30, TEXT)], False, SpamRules())
    assert held == Later(NOW - timedelta(hours=30) + timedelta(days=7), HeldBack.SAME_TEXT, "7F3-QX2K")


def test_a_flagged_person_is_slowed_and_not_silenced() -> None:
    assert hold_back(TEXT, NOW, [], True, SpamRules()) is None
    held = hold_back(TEXT, NOW, [sent(2)], True, SpamRules())
    assert held == Later(NOW + timedelta(hours=10), HeldBack.SLOWED)


def test_swear_words_do_not_block() -> None:
    assert hold_back("Petugas anjing, bangsat semua!", NOW, [], False, SpamRules()) is None


@pytest.mark.parametrize("rules", [{"per_day": 0}, {"slowed_gap": timedelta(days=2)}])
def test_a_limit_that_silences_is_refused(rules: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="at least one"):
        SpamRules(**rules)  # type: ignore[arg-type]


histories = st.lists(
    st.builds(
        lambda age, text: SentCase(NOW - age, fingerprint(text), "7F3-QX2K"),
        st.timedeltas(timedelta(), timedelta(days=9)),
        st.sampled_from(["a", "b", "c"]),
    ),
    max_size=12,
)


@given(histories, st.booleans(), st.sampled_from(["a", "b", "c", "d"]))
@settings(deadline=None)
def test_every_person_can_send_something_new_within_a_day_whatever_they_did(
    history: list[SentCase], flagged: bool, text: str
) -> None:
    rules = SpamRules()
    held = hold_back("hal yang baru", NOW, history, flagged, rules)
    assert held is None or NOW < held.until <= NOW + timedelta(days=1)
    moment, tries = NOW, 0
    while (again := hold_back(text, moment, history, flagged, rules)) is not None:
        assert again.until > moment
        moment, tries = again.until, tries + 1
        assert tries <= 3


@given(st.text(st.characters(), max_size=40))
@settings(deadline=None)
def test_any_text_has_a_fingerprint_that_ignores_case(text: str) -> None:
    assert fingerprint(text) == fingerprint(f" {text}! ")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, None),
        ({"waktu": None}, None),
        ({"waktu": 3, "biaya": 4}, None),
        ({"waktu": 1, "biaya": 4, "sarana": None}, None),
        ({"pengaduan": 1} | dict.fromkeys("abcdefgh", 4), None),
        ({"waktu": 1, "biaya": 1}, LowScore(("waktu", "biaya"), Fraction(25))),
        ({"waktu": 2, "biaya": 2}, None),
        ({"waktu": 2, "biaya": 3, "sarana": 2}, LowScore(("waktu", "sarana"), Fraction(175, 3))),
        ({"waktu": 3, "biaya": 3, "sarana": 2}, None),
    ],
)
def test_two_answers_of_one_or_a_low_index_alert(
    answers: dict[str, int | None], expected: LowScore | None
) -> None:
    assert low_score(answers, LowScoreRules()) == expected


def test_one_answer_of_one_alerts_beside_words_that_complain() -> None:
    answers: dict[str, int | None] = {"waktu": 1} | dict.fromkeys("abcdefgh", 4)
    assert low_score(answers, LowScoreRules(), complaint=True) == LowScore(("waktu",), Fraction(275, 3))
    assert low_score(dict.fromkeys("abc", 4), LowScoreRules(), complaint=True) is None, "nothing is low"


@pytest.mark.parametrize(
    "words",
    [
        "Petugas membentak", "lama sekali", "kurang ramah", "Tidak dilayani", "tdk ada petugas di loket", "dimintai uang", "\U0001f621",
        "belum selesai juga", "That was slow", "they did not help", "dipingpong ke sana kemari", "antri dua jam", "gak jelas",
    ],
)  # fmt: skip
def test_words_that_complain(words: str) -> None:
    assert complains(words)


@pytest.mark.parametrize(
    "words",
    [
        "", "Terima kasih, cepat dan ramah", "tidak ada keluhan", "tidak ada", "Tidak lama", "tanpa masalah", "tidak dipersulit", "mantap",
        "tidak ada saran", "Calon pengantin dilayani baik", "no complaints", "petugasnya siap membantu", "tidak pernah bayar",
    ],
)  # fmt: skip
def test_words_that_praise_or_say_nothing(words: str) -> None:
    assert not complains(words)


def test_the_threshold_is_a_setting() -> None:
    answers: dict[str, int | None] = {"waktu": 3, "biaya": 3, "sarana": 3}
    assert low_score(answers, LowScoreRules(index_under=Fraction(75))) is None
    assert low_score(answers, LowScoreRules(index_under=Fraction(76))) == LowScore(
        tuple(answers), Fraction(75)
    )
