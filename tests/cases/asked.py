"""A case whose officer has asked something."""

from tests.cases.office import Office


def heard(office: Office, words: str) -> bool:
    return any(words in text for text in office.officer.sees())
