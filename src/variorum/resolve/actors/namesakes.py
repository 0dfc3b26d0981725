"""Two people with one name whom a user has told apart by report or by mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...model import Judged, Mention
from ...model.link import Other, other
from .fold import fold, person
from .judged import reason
from .nodes import Graph, Node
from .persons import compare

Named = dict[str, list[tuple[Mention, Node]]]


def namesakes(named: Named, judged: Sequence[Judged]) -> Named:
    """The names with their nodes, where those that a user has said to be another person's have a mark in the node, as a
    generation stands in it."""
    told = [(one.left, found) for one in sorted(judged) if (found := other(one))]
    if not told:
        return named
    return {
        article: [(mention, _marked(mention, node, told)) for mention, node in found]
        for article, found in named.items()
    }


def _marked(mention: Mention, node: Node, told: Sequence[tuple[str, Other]]) -> Node:
    for name, spots in told:
        if node[0] == "person" and _at(mention, spots) and _called(mention, name):
            return (*node[:2], mark(spots), *node[2:])
    return node


def _at(mention: Mention, spots: Other) -> bool:
    here = mention.span.article
    return (here, None) in spots or (here, mention.span.start) in spots


def _called(mention: Mention, name: str) -> bool:
    """Whether a mention has the name, or a form of it in full."""
    if fold(mention.span.text) == fold(name):
        return True
    left, right = person(mention.span.text), person(name)
    return len(left) > 1 and len(right) > 1 and compare(left, right).judgement == "same"


def part(graph: Graph, judged: Sequence[Judged]) -> None:
    """Holds the two apart, whatever else speaks for one person."""
    why: Mapping[str, str] = {mark(found): reason(one) for one in judged if (found := other(one))}
    marked = [(node, why[word]) for node in sorted(graph.texts) for word in node[1:] if word in why]
    people = [node for node in sorted(graph.texts) if node[0] == "person" and len(node) > 2]
    for node, said in marked:
        for one in people:
            if _plain(one)[-1] == _plain(node)[-1] and not set(one) & {word for word in node if word in why}:
                graph.split(node, one, said)


def mark(spots: Other) -> str:
    """The word that marks the other person in a node."""
    article, start = min(spots, key=lambda spot: (spot[0], spot[1] or 0))
    return f"+{article}{'' if start is None else f':{start}'}"


def _plain(node: Node) -> tuple[str, ...]:
    return tuple(word for word in node if word[0] != "+")
