"""Bare phrases for bodies and places ("the union", "the city") that other reports of the story tell who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...model import Mention
from ...rules.phrasing import bodies, definite, nobody
from .fold import fold
from .nodes import Node

Spot = tuple[str, int, int]
NAMED = "the only one of the name in the reports that “{}” can stand for"
CALLED = "“{}” is what the reports call it"


def taken_up(
    loose: Sequence[Mention],
    known: Sequence[Mention],
    owner: Mapping[Spot, Node],
    aliases: Mapping[Node, Sequence[str]],
) -> Iterator[tuple[Mention, Node, str]]:
    """Phrases of an article and a noun that stand for nothing named in their article, with the body or place that they mean and
    why: the one of the story whose name has the noun, else the one that the reports call so. Its own report must tell of it."""
    here: dict[Node, set[str]] = defaultdict(set)
    for (article, _, _), node in owner.items():
        here[node].add(article)
    parts = {n: {w for a in aliases[n] for w in fold(a).split()} for n in sorted(aliases) if n[0] == "body"}
    named = {word: [n for n, own in parts.items() if not wanted.isdisjoint(own)] for word, wanted in bodies().items()}
    called = _called(known, owner)
    for mention in loose:
        words = mention.span.text.lower().split()
        if mention.kind == "group" or mention.form != "nominal" or not _bare(words):
            continue
        for nodes, why in ((named.get(words[1], []), NAMED), (called.get(words[1], []), CALLED)):
            if len(nodes) == 1 and mention.span.article in here[nodes[0]]:
                yield mention, nodes[0], why.format(" ".join(words))
                break


def _called(known: Sequence[Mention], owner: Mapping[Spot, Node]) -> dict[str, list[Node]]:
    """Noun -> the bodies and places that bare phrases with it stand for in their own articles."""
    out: dict[str, set[Node]] = defaultdict(set)
    for mention in known:
        words = mention.span.text.lower().split()
        node = owner.get((mention.span.article, mention.span.start, mention.span.end))
        if (
            node
            and (node[0] in ("body", "place") or (node[0] == "person" and words[-1] not in nobody()))
            and mention.form == "nominal"
            and _bare(words)
        ):
            out[words[1]].add(node)
    return {word: sorted(nodes) for word, nodes in out.items()}


def _bare(words: Sequence[str]) -> bool:
    """Whether a phrase is a definite noun alone."""
    return len(words) == 2 and words[0] in definite()
