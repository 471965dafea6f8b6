"""What people write behind an hour to say whose clock is meant: WIB, WITA or WIT."""

import re

from feedbackbot.clock import system_now, zone_sign

SIGN = r"w\.?i\.?b\b\.?|w\.?i\.?t\.?a\b\.?|w\.?i\.?t\b\.?"
_SIGN = re.compile(rf"(?<![a-z])(?:{SIGN})")


def own_sign() -> str:
    """The city's, in small letters."""
    return zone_sign(system_now()).casefold()


def of_another_zone(plain: str) -> bool:
    """Whether an hour in the text is that of another zone: taken for the city's it would be an hour or two off."""
    signs = {found[0].replace(".", "") for found in _SIGN.finditer(plain)}
    return bool(signs - {own_sign()})
