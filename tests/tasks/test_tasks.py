"""Each task of `docs/tasks.md` is talked through: it works, costs at most what the table allows, and the page says what it costs."""

from pathlib import Path

import pytest

from tests.tasks.tasks import TASKS, Task, counted, walked

PAGE = Path(__file__).parents[2] / "docs" / "tasks.md"


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.does.__name__)
async def test_a_task_costs_at_most_what_the_table_allows_and_the_page_says_so(
    task: Task, tmp_path: Path
) -> None:
    walk = await walked(task, tmp_path)
    assert walk.taps + walk.texts <= task.most
    assert counted(task, walk) in PAGE.read_text("utf-8"), "run scripts/count-tasks"
