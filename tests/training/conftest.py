"""The office of the staff tests."""

from tests.staff.conftest import office

__all__ = ["office"]
