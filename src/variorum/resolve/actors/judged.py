"""What users have decided about names, put before all other evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...model import Judged, Merge
from .fold import fold
from .nodes import Graph, Node

YOURS = "you judged so"


def reason(one: Judged) -> str:
    """Why two names are, or are not, one actor's, where a user has decided it."""
    return f"{YOURS}: {one.why}" if one.why else YOURS


def decide(graph: Graph, judged: Sequence[Judged]) -> None:
    """Splits and joins the names that users have judged, the splits first: they hold whatever is joined later."""
    forms: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(graph.texts):
        for text in sorted({fold(text) for text in graph.texts[node]}):
            forms[text].append(node)
    for verdict in ("different", "same"):
        for one in sorted(judged):
            pairs = [(a, b) for a in forms[fold(one.left)] for b in forms[fold(one.right)] if a != b]
            for left, right in pairs if one.judgement == verdict else ():
                if verdict == "different":
                    graph.split(left, right, reason(one))
                else:
                    graph.join(left, right, 1.0, reason(one))


def united(judged: Sequence[Judged], aliases: Mapping[Node, Sequence[str]]) -> Iterator[tuple[Node, Node, Merge]]:
    """(kept, joined to it, why) for actors whose names users have judged to be one and that are still two."""
    home: dict[str, Node] = {}
    for node in sorted(aliases):
        for text in sorted(aliases[node]):
            home.setdefault(fold(text), node)
    for one in sorted(judged):
        left, right = home.get(fold(one.left)), home.get(fold(one.right))
        if one.judgement == "same" and left and right and left != right:
            kept, gone = min(left, right), max(left, right)
            home.update({text: kept for text, node in home.items() if node == gone})
            yield kept, gone, Merge(left=one.left, right=one.right, why=reason(one))
