"""The people of the tests, and who they are in the city."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Member:
    """`name` is also the address in the memory channel. `roles` are granted by the tests that need them."""

    name: str
    roles: tuple[str, ...] = ()
    unit: str | None = None


# Citizens
ANI: Final = Member("Ani")  # a mother at the registry office
BUDI: Final = Member("Budi")  # a shopkeeper
CUT_NYAK: Final = Member("Cut Nyak")  # speaks Acehnese at home, reads Indonesian
DEWI: Final = Member("Dewi")  # a student who prefers English

# Civil servants
FAJAR: Final = Member("Fajar", ("employee",), "disdukcapil")
NURUL: Final = Member("Nurul", ("employee",), "pkm-muara-dua")
HASAN: Final = Member("Hasan", ("employee", "head"), "disdukcapil")
RAHMAH: Final = Member("Rahmah", ("employee", "head"), "pkm-muara-dua")
ZULFIKAR: Final = Member("Zulfikar", ("employee", "admin"))

CITIZENS: Final = (ANI, BUDI, CUT_NYAK, DEWI)
EMPLOYEES: Final = (FAJAR, NURUL, HASAN, RAHMAH, ZULFIKAR)
EVERYBODY: Final = (*CITIZENS, *EMPLOYEES)
