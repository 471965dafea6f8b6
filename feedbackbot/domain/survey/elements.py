"""The nine elements (unsur) of the survey, known by key and never by number.

The annex of PermenPANRB 14/2017 lists complaint handling 8th and facilities 9th, its printed form asks them
the other way round, and real systems have mislabelled them. So answers, sums and labels are kept by key, and
a number (U1-U9) is only given to an element when a report is printed in one of the two orders.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

LOWEST_ANSWER: Final = 1
HIGHEST_ANSWER: Final = 4

Order = Literal["annex", "form"]


@dataclass(frozen=True, slots=True)
class Element:
    """One element: `key` in code and database, `order` 1-9 in the annex, `official_name` in print."""

    key: str
    order: int
    official_name: str


ELEMENTS: Final = (
    Element("persyaratan", 1, "Persyaratan"),
    Element("prosedur", 2, "Sistem, Mekanisme dan Prosedur"),
    Element("waktu", 3, "Waktu Penyelesaian"),
    Element("biaya", 4, "Biaya/Tarif"),
    Element("produk", 5, "Produk Spesifikasi Jenis Pelayanan"),
    Element("kompetensi", 6, "Kompetensi Pelaksana"),
    Element("perilaku", 7, "Perilaku Pelaksana"),
    Element("pengaduan", 8, "Penanganan Pengaduan, Saran dan Masukan"),
    Element("sarana", 9, "Sarana dan Prasarana"),
)

ELEMENT_KEYS: Final = tuple(element.key for element in ELEMENTS)

_BY_KEY: Final = {element.key: element for element in ELEMENTS}
_FORM_ORDER: Final = {**{e.key: e.order for e in ELEMENTS}, "sarana": 8, "pengaduan": 9}


def element_of(key: str) -> Element:
    """The element with this key; KeyError that names the key when there is none."""
    return _BY_KEY[key]


def ordered(elements: Iterable[Element] = ELEMENTS, order: Order = "annex") -> tuple[Element, ...]:
    """The elements in the order of the annex, or of the printed form (the last two swapped)."""
    if order == "form":
        return tuple(sorted(elements, key=lambda element: _FORM_ORDER[element.key]))
    return tuple(sorted(elements, key=lambda element: element.order))


def number_of(element: Element, order: Order = "annex") -> str:
    """The printed number "U1" to "U9" of an element in the chosen order."""
    return f"U{_FORM_ORDER[element.key] if order == 'form' else element.order}"
