"""Charts say what they show to everybody: on a phone, without colour, without eyes, in any thread."""

import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, ELEMENTS
from feedbackbot.domain.survey.index import Grade, Index, Tally, index_of
from feedbackbot.domain.survey.interval import Interval
from feedbackbot.reports.drawing import drawing_style
from feedbackbot.reports.drawing.charts import (
    MOST_BARS,
    Bar,
    BarChart,
    ElementWords,
    Point,
    TrendChart,
    element_chart,
    lower_limits,
)
from feedbackbot.reports.drawing.draw_chart import draw

GRADES = {"A": "Sangat Baik", "B": "Baik", "C": "Kurang Baik", "D": "Tidak Baik"}
WORDS = ElementWords({e.key: e.official_name for e in ELEMENTS}, GRADES, "terlemah", "Nilai 1–4", ",")


def index(tallies: dict[str, Tally]) -> Index:
    found = index_of(tallies)
    assert found is not None
    return found


def all_alike(total: int, n: int) -> dict[str, Tally]:
    return {key: Tally(total, n) for key in ELEMENT_KEYS}


def sekadau_chart() -> BarChart:
    answers = sekadau_answers()
    result = index({key: Tally(sum(a[key] for a in answers), len(answers)) for key in ELEMENT_KEYS})
    return element_chart(result, WORDS, title="Disdukcapil", subtitle="n = 49", alt="IKM 78,74, Baik")


def trend(*points: Point) -> TrendChart:
    return TrendChart("Disdukcapil", "IKM", points, GRADES, "Skala 25–100", "Tren")


def texts(svg: bytes) -> list[str]:
    # Our own output, parsed to be read.
    return ["".join(node.itertext()) for node in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


def test_the_picture_is_as_wide_as_a_phone_shows_without_loss() -> None:
    width, height = size(draw(sekadau_chart()))
    assert width == 1080
    assert height < 2000, "a chart is seen at once"


def test_the_same_figure_in_svg_has_every_element_value_grade_and_word_as_text() -> None:
    shown = texts(draw(sekadau_chart(), "svg"))
    for element in ELEMENTS:
        assert element.official_name in shown
    assert {"2,82", "3,06", "3,61", "terlemah", "Disdukcapil", "n = 49", "Nilai 1–4"} <= set(shown)
    assert {"A", "B", "C", "D", "Sangat", "Kurang"} <= set(shown)


def test_the_weakest_is_marked_by_a_word_and_a_pattern() -> None:
    chart = sekadau_chart()
    assert [bar.note for bar in chart.bars if bar.marked] == ["terlemah"]
    unmarked = replace(chart, bars=tuple(replace(bar, marked=False) for bar in chart.bars))
    assert b"<pattern" in draw(chart, "svg")
    assert b"<pattern" not in draw(unmarked, "svg")


def test_what_is_praised_has_not_the_colour_of_what_is_weak() -> None:
    chart = sekadau_chart()
    praised = replace(chart, bars=tuple(replace(bar, good=True) for bar in chart.bars))
    weak, good = drawing_style.MARKED_BAR.encode(), drawing_style.GOOD_BAR.encode()
    assert weak in draw(chart, "svg") and good not in draw(chart, "svg")
    assert good in draw(praised, "svg") and weak not in draw(praised, "svg")


def test_all_that_are_equally_weak_are_marked_but_none_when_all_are_equal() -> None:
    two_low = index(all_alike(30, 10) | {"waktu": Tally(25, 10), "sarana": Tally(25, 10)})
    chart = element_chart(two_low, WORDS, title="", subtitle="", alt="")
    assert [bar.label for bar in chart.bars if bar.marked] == ["Waktu Penyelesaian", "Sarana dan Prasarana"]
    all_four = element_chart(index(all_alike(40, 10)), WORDS, title="", subtitle="", alt="")
    assert not any(bar.marked for bar in all_four.bars)


def test_the_elements_can_stand_in_the_order_of_the_form() -> None:
    chart = element_chart(index(all_alike(30, 10)), WORDS, title="", subtitle="", alt="", order="form")
    assert [bar.label for bar in chart.bars][-1] == "Penanganan Pengaduan, Saran dan Masukan"


def test_what_cannot_be_seen_is_told() -> None:
    told = replace(sekadau_chart(), alt='Naik <5 & "baik"')
    root = ET.fromstring(draw(told, "svg"))
    assert (root.get("role"), root.get("aria-label")) == ("img", 'Naik <5 & "baik"')


def test_a_name_with_signs_of_formulas_is_shown_as_it_is() -> None:
    named = replace(sekadau_chart(), title="Loket $x_1$ & <b>")
    assert "Loket $x_1$ & <b>" in texts(draw(named, "svg"))


def test_equal_charts_give_equal_files() -> None:
    assert draw(sekadau_chart()) == draw(sekadau_chart())
    assert draw(sekadau_chart(), "svg") == draw(sekadau_chart(), "svg")


def test_threads_do_not_spoil_each_others_charts() -> None:
    charts = [sekadau_chart(), trend(Point("1", 80.0, "80")), replace(sekadau_chart(), title="Dinkes")]
    alone = [draw(chart) for chart in charts]
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(draw, charts)) == alone


def test_a_unit_without_a_result_has_words_instead_of_a_bar() -> None:
    bars = (Bar("Dinkes", 80.0, "80,00", Interval(75, 85)), Bar("Dinsos", None, "belum ada hasil"))
    chart = BarChart("Unit", "2026", bars, "ikm", GRADES, "", "")
    assert "belum ada hasil" in texts(draw(chart, "svg"))


@pytest.mark.parametrize("count", [0, MOST_BARS + 1])
def test_a_chart_without_bars_or_with_too_many_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="1 to 40 bars"):
        replace(sekadau_chart(), bars=(Bar("x", 2.0, "2"),) * count)


def test_a_period_without_a_result_leaves_a_gap() -> None:
    shown = texts(draw(trend(Point("1", 80, "80,00"), Point("2", None, ""), Point("3", 82, "82,00")), "svg"))
    assert {"1", "2", "3", "80,00", "82,00"} <= set(shown)


def test_a_trend_without_any_value_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        trend(Point("1", None, ""))


def test_a_long_trend_writes_only_the_telling_values_and_always_the_last() -> None:
    values = [80, 81, 75, 84, 90, 83, 82, 85]
    shown = texts(draw(trend(*(Point(f"bulan {n}", v, f"={v}") for n, v in enumerate(values))), "svg"))
    assert {text for text in shown if text.startswith("=")} == {"=80", "=75", "=90", "=85"}
    assert "bulan 7" in shown


@pytest.mark.parametrize("value", [25.0, 64.99, 88.31, 100.0])
def test_a_trend_at_any_height_of_the_scale_is_drawn(value: float) -> None:
    low, high = max(value - 3, 25), min(value + 3, 100)
    assert "2026-1" in texts(draw(trend(Point("2026-1", value, "x", Interval(low, high), "note")), "svg"))


def test_the_bands_on_both_scales_are_those_of_the_regulation() -> None:
    assert lower_limits("ikm") == {Grade.A: 88.31, Grade.B: 76.61, Grade.C: 65.0, Grade.D: 25.0}
    assert lower_limits("nrr") == pytest.approx(
        {Grade.A: 3.5324, Grade.B: 3.0644, Grade.C: 2.6, Grade.D: 1.0}, abs=1e-9
    )


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_text_stands_out_from_every_ground_it_can_stand_on() -> None:
    grounds = ["#ffffff", *drawing_style.BAND.values()]
    inks = [drawing_style.INK, drawing_style.SOFT_INK]
    assert min(contrast(ink, ground) for ink, ground in product(inks, grounds)) >= 4.5
    # The note of a marked bar is bold and 25 points: large text, for which WCAG wants 3.
    marks = (drawing_style.MARKED_BAR, drawing_style.GOOD_BAR)
    assert min(contrast(mark, ground) for mark, ground in product(marks, grounds)) >= 3
    assert min(contrast("#ffffff", bar) for bar in (drawing_style.BAR, *marks)) >= 4.5


@given(st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "Zs"]), max_size=120))
@settings(deadline=None, max_examples=40)
def test_no_line_is_wider_than_its_room(text: str) -> None:
    lines = drawing_style.wrapped(text, 25, 400)
    assert len(lines) <= 3
    assert all(drawing_style.text_width(line, 25) <= 400 for line in lines)


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    assert drawing_style.wrapped("satu dua tiga", 25, 1000) == ["satu dua tiga"]
    assert drawing_style.wrapped("kata " * 60, 25, 400)[-1].endswith("…")
    assert drawing_style.wrapped("x" * 300, 25, 400)[0].endswith("…")


def test_the_drawing_library_is_not_loaded_before_the_first_chart() -> None:
    code = "import sys, feedbackbot.reports.drawing.draw_chart, feedbackbot.reports.render_process as r; r.RenderProcess();"
    code += "print([m for m in ('matplotlib', 'numpy', 'typst', 'scipy') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
