"""No module needs itself by a way around: late imports inside functions count too, for they only hide a circle."""

from graphlib import TopologicalSorter

import grimp


def test_no_module_needs_itself_by_a_way_around() -> None:
    graph = grimp.build_graph("feedbackbot", "conversations")
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(needs).prepare()  # raises CycleError, which names the circle
