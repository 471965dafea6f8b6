"""People find their unit with the words, half words and typos they really type."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.data import read_city
from feedbackbot.domain.units.city import Unit, parse_city
from feedbackbot.domain.units.search import NEAR_ENOUGH, Candidate, rank


def candidate_of(unit: Unit) -> Candidate:
    services = [text for service in unit.services for text in (service.name, *service.keywords)]
    return Candidate(unit.code, unit.name, (unit.short_name, *unit.keywords, *services))


UNITS = [candidate_of(unit) for unit in parse_city(*read_city("lhokseumawe")).units]


def found(query: str) -> list[str]:
    return [one.id for one in rank(query, UNITS, city="Lhokseumawe")]


def test_only_the_name_of_this_city_says_nothing() -> None:
    typed = "dinas kesehatan kota batam"
    assert rank(typed, UNITS, city="Batam")[0].score > rank(typed, UNITS, city="Lhokseumawe")[0].score


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        # as it is called
        ("dukcapil", "disdukcapil"),
        ("disdukcapil lhokseumawe", "disdukcapil"),
        ("Dinas Kesehatan", "dinkes"),
        ("dinas sosial", "dinsos"),
        ("kominfo", "diskominfo"),
        ("ptsp", "dpmptsp"),
        ("mal pelayanan", "mpp"),
        ("pkm blang cut", "pkm-blang-cut"),
        # by what is wanted there
        ("ktp", "disdukcapil"),
        ("e-KTP", "disdukcapil"),
        ("ektp hilang", "disdukcapil"),
        ("mau urus ktp", "disdukcapil"),
        ("akte kelahiran", "disdukcapil"),
        ("izin usaha", "dpmptsp"),
        ("kartu kuning", "dpmptsp"),
        ("pbb", "bpkd"),
        ("kebakaran", "bpbd"),
        ("umkm", "disperindagkop"),
        # typos
        ("capill", "disdukcapil"),
        ("dukcapli", "disdukcapil"),
        ("disdukacpil", "disdukcapil"),
        ("dukcapl", "disdukcapil"),
        ("kesehatn", "dinkes"),
        ("pendidkan", "disdikbud"),
        ("ijin usaha", "dpmptsp"),
        ("puskes mon gedong", "pkm-mon-geudong"),
        ("puskesmas mungeudong", "pkm-mon-geudong"),
        ("puskemas kandang", "pkm-kandang"),
        ("camt muara satu", "camat-muara-satu"),
        # order, spelling in one or in two, half words
        ("banda sakti puskesmas", "pkm-banda-sakti"),
        ("puskesmas muaradua", "pkm-muara-dua"),
        ("duk capil", "disdukcapil"),
        ("kepegaw", "bkpsdm"),
        ("Puskésmas BLANG MANGAT!!", "pkm-blang-mangat"),
        # one word that nobody knows
        ("perpanjang ktp", "disdukcapil"),
    ],
)
def test_the_meant_unit_comes_first(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_a_word_that_fits_several_finds_them_all() -> None:
    assert {code for code in found("puskemas") if code.startswith("pkm-")} == {
        unit.id for unit in UNITS if unit.id.startswith("pkm-")
    }
    assert found("muara dua") == ["camat-muara-dua", "pkm-muara-dua"]


@pytest.mark.parametrize("typed", ["", "  ", "…!?", "🙂", "k", "xyz", "asdfghjkl", "stadion", "1234567"])
def test_nothing_is_found_when_nothing_is_near(typed: str) -> None:
    assert found(typed) == []


def test_without_candidates_nothing_is_found() -> None:
    assert rank("ktp", []) == []


def test_an_unknown_word_costs_more_than_a_typo() -> None:
    typo, unknown = rank("ktp hilan", UNITS)[0], rank("ktp xqzvw", UNITS)[0]
    assert typo.id == unknown.id == "disdukcapil"
    assert typo.score > unknown.score


def test_only_so_many_as_wanted_are_given() -> None:
    assert len(rank("puskesmas", UNITS, limit=3)) == 3


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_whatever_is_typed_gives_a_ranking(typed: str) -> None:
    scores = [one.score for one in rank(typed, UNITS)]
    assert scores == sorted(scores, reverse=True)
    assert all(NEAR_ENOUGH <= score <= 100 for score in scores)


@given(st.sampled_from(UNITS), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_a_full_name_in_any_order_of_its_words_finds_its_unit_first(unit: Candidate, chance) -> None:  # type: ignore[no-untyped-def]
    words = unit.name.split()
    chance.shuffle(words)
    assert found(" ".join(words))[0] == unit.id
