"""numpy and scipy are 70 MB and half a second: never in the bot's own process, where a transaction may be waiting."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
NUMBERS = {"numpy", "scipy"}
# of the training script alone, which nobody imports
TRAINING = "feedbackbot.understanding.training"


def parsed() -> dict[str, ast.Module]:
    """The product's modules by name."""
    files = [file for folder in ("feedbackbot", "conversations") for file in (ROOT / folder).rglob("*.py")]
    names = {file: ".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files}
    return {
        name.removesuffix(".__init__"): ast.parse(file.read_text("utf-8")) for file, name in names.items()
    }


def imported(nodes: Iterator[ast.AST]) -> set[str]:
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return found


def at_once(module: ast.Module) -> set[str]:
    """What is imported with the module; the rest waits in a function."""
    late = {id(inner) for node in ast.walk(module) if _waits(node) for inner in ast.walk(node)}
    return imported(node for node in ast.walk(module) if id(node) not in late)


def _waits(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def those_that_count(modules: dict[str, ast.Module]) -> set[str]:
    """Modules with which numpy or scipy is imported, by themselves or through others."""
    direct = {name: at_once(module) for name, module in modules.items()}
    found = {name for name, what in direct.items() if {one.partition(".")[0] for one in what} & NUMBERS}
    while more := {name for name, what in direct.items() if what & found} - found:
        found |= more
    return found


def test_a_module_that_counts_with_numpy_is_reached_only_through_what_the_render_process_runs() -> None:
    modules = parsed()
    counting = those_that_count(modules)
    doors = {
        function.name
        for name, module in modules.items()
        for function in ast.walk(module)
        if isinstance(function, ast.FunctionDef)
        if name not in counting and imported(ast.walk(function)) & (counting | NUMBERS)
    }
    assert counting - {TRAINING} and all("reports" in name for name in counting - {TRAINING})
    # the votes of a topic; pictures go through `draw`, which tests/reports holds
    assert "compute" in doors
    called_here = {
        f"{name}: {node.func.id}"
        for name, module in modules.items()
        if not name.startswith(("feedbackbot.reports", "feedbackbot.command_line"))
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in doors
    }
    assert called_here == set(), "hand it to `render.render(…)` instead"
