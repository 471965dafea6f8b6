"""The render process's work, done here and now."""

from typing import Any


class InThisProcess:
    """Stands in for a RenderProcess: the same functions, no process, no bounds."""

    async def render(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    async def bounded(self, bounds: Any, function: Any, *args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)
