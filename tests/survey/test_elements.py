"""The nine elements keep their identity by key, whatever order they are printed in."""

from feedbackbot.domain.survey.elements import ELEMENT_KEYS, ELEMENTS, element_of, number_of, ordered


def test_the_annex_order_is_that_of_the_regulation() -> None:
    assert " ".join(ELEMENT_KEYS) == (
        "persyaratan prosedur waktu biaya produk kompetensi perilaku pengaduan sarana"
    )
    assert [e.order for e in ELEMENTS] == list(range(1, 10))


def test_the_form_asks_facilities_before_complaints() -> None:
    assert [e.key for e in ordered(order="form")][-3:] == ["perilaku", "sarana", "pengaduan"]
    assert [e.key for e in ordered(reversed(ELEMENTS))] == list(ELEMENT_KEYS)


def test_a_printed_number_follows_the_order_it_is_printed_in() -> None:
    assert number_of(element_of("sarana")) == "U9"
    assert number_of(element_of("sarana"), "form") == "U8"
    assert number_of(element_of("pengaduan"), "form") == "U9"
    assert number_of(element_of("waktu"), "form") == "U3"
