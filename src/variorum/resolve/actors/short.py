"""Bare family or given names: joined to the one person they can mean, within the article first, then within the story."""

from __future__ import annotations

from collections import defaultdict

from ...model import Mention
from .nodes import Graph, Node
from .persons import short


def shorts(graph: Graph, names: dict[str, list[tuple[Mention, Node]]]) -> dict[tuple[str, Node], Node]:
    """(article, bare name) -> the full name it stands for there; where nobody or more than one fits, nothing."""
    families: dict[str, set[Node]] = defaultdict(set)
    for one in sorted(graph.texts):
        if one[0] == "person" and len(one) > 2:
            families[one[-1]].add(one)
    out: dict[tuple[str, Node], Node] = {}
    for article in sorted(names):
        here = sorted({n for _, n in names[article] if n[0] == "person"})
        full = [n for n in here if len(n) > 2]
        for bare in (n for n in here if len(n) == 2):
            fits = _tops(graph, [n for n in full if short(bare[1:], n[1:])]) or _tops(graph, sorted(families.get(bare[1], ())))
            if len(fits) == 1:
                out[(article, bare)] = fits[0]
    return out


def _tops(graph: Graph, nodes: list[Node]) -> list[Node]:
    return sorted({graph.top(n) for n in nodes})
