"""Two people with one full name, told apart by their ages and by what they are, or a wife by her title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...model import Mention, Record
from .fold import WIFE, wife
from .infer import callings
from .nodes import Node

AGE = re.compile(r"\s?[,(]\s?(?:aged? )?(\d{1,3})\b(?=\s?[,.);:]|$)")
"""Right after a name: "Dana Reed, 34," or "Dana Reed (34)"."""
APART = 6
"""Years between two ages from which people with other callings are two; one person's differ by a birthday or a slip."""
FAR = 16
"""The same where the texts give no callings: a father and a son."""

Named = dict[str, list[tuple[Mention, Node]]]
Ends = Mapping[Node, tuple[int, int]]
"""Name that two people bear -> the age of the younger and of the older."""


def homonyms(records: Sequence[Record], named: Named) -> Named:
    """The names with their nodes, where a full name that two people of different age bear is two nodes: the age stands in it as
    a generation does, so that nothing joins the two. A mention without an age is whoever its report tells of."""
    texts = {record.article.id: record.article.text for record in records}
    told: dict[Node, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    ages: dict[tuple[str, int], int] = {}
    for article, found in named.items():
        for mention, node in found:
            age = _age(texts[article], mention) if node[0] == "person" and len(node) > 2 else None
            if age is not None:
                ages[(article, mention.span.start)] = age
                told[node][age] |= {c for role in mention.roles for c in callings(role.text)}
    ends = {node: (min(by_age), max(by_age)) for node, by_age in told.items() if _two(by_age)}
    return {article: _marked(found, ages, article, ends) for article, found in named.items()} if ends else named


def wives(records: Sequence[Record], named: Named) -> Named:
    """The names with their nodes, where a woman who is told by her husband's name ("Mrs. Edward Reed") has a mark in hers."""
    texts = {record.article.id: record.article.text for record in records}
    return {
        article: [(mention, _wife(texts[article], mention, node)) for mention, node in found]
        for article, found in named.items()
    }


def _wife(text: str, mention: Mention, node: Node) -> Node:
    before = text[max(0, mention.span.start - TITLE) : mention.span.start].split()
    told = node[0] == "person" and len(node) > 2 and before and wife(before[-1].lower(), node[1:])
    return (*node[:2], f"+{WIFE}", *node[2:]) if told else node


TITLE = 10
"""Characters before a name that hold its title."""


def _age(text: str, mention: Mention) -> int | None:
    match = AGE.match(text, mention.span.end)
    return int(match[1]) if match else None


def _two(by_age: Mapping[int, set[str]]) -> bool:
    """Whether the youngest and the oldest cannot be one."""
    young, old = min(by_age), max(by_age)
    other = bool(by_age[young] and by_age[old]) and by_age[young].isdisjoint(by_age[old])
    return old - young >= (APART if other else FAR)


def _marked(
    found: list[tuple[Mention, Node]], ages: Mapping[tuple[str, int], int], article: str, ends: Ends
) -> list[tuple[Mention, Node]]:
    """The names of one article with the age that is nearer to theirs, the younger or the older one's."""
    own: dict[int, int] = {}
    here: dict[Node, set[int]] = defaultdict(set)
    for mention, node in found:
        age = ages.get((article, mention.span.start))
        if node in ends and age is not None:
            young, old = ends[node]
            own[mention.span.start] = young if age - young <= old - age else old
            here[node].add(own[mention.span.start])
    out = []
    for mention, node in found:
        age = own.get(mention.span.start, min(here[node]) if len(here[node]) == 1 else None)
        out.append((mention, node if age is None else (*node[:2], f"+{age}", *node[2:])))
    return out
