"""The language that every text has; others fall back to it."""

from typing import Final

BASE_LANGUAGE: Final = "id"
