"""Nodes: the distinct names of a story, of persons, bodies, places and peoples, and the judgements that join them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...model import Mention, Record, Span
from ...model.claim import ActorKind
from ...rules.nations import nation
from ...rules.people import genders, name_rules, seats
from .fold import body, clear, fold, person

FEW = 0.1
"""Share of mentions read as a person that is enough where a full name of the story ends with the word: the model often takes a
family name for a body, seldom a body for a person with that family name."""
PLACED = 0.2
"""Share of mentions after "in", "near" or "the town of" that makes a place of a word without a fuller name."""
MOSTLY = 0.4
"""The same for a word that was read as a body or people."""
Node = tuple[str, ...]
"""("person", word, ...), ("body", word, ...), ("place", name or nation code), ("people", nation code or name)."""


@dataclass
class Graph:
    """Which nodes are one, with reasons. `texts` counts the forms of each node; `first` is a mention of each."""

    texts: dict[Node, Counter[str]] = field(default_factory=dict)
    first: dict[Node, Span] = field(default_factory=dict)
    kinds: dict[Node, Counter[ActorKind]] = field(default_factory=dict)
    parent: dict[Node, Node] = field(default_factory=dict)
    members: dict[Node, list[Node]] = field(default_factory=dict)
    reasons: list[tuple[Node, Node, float, str]] = field(default_factory=list)
    apart: dict[tuple[Node, Node], str] = field(default_factory=dict)
    foes: dict[Node, set[Node]] = field(default_factory=dict)
    """Representative -> nodes that none of its members is."""
    where: dict[Node, set[tuple[str, int]]] = field(default_factory=dict)
    """(article, sentence number) of the mentions."""
    roles: dict[Node, set[str]] = field(default_factory=dict)

    def add(self, node: Node, mention: Mention, sentence: int) -> None:
        """Counts a mention of a node."""
        if node not in self.texts:
            self.texts[node], self.first[node], self.kinds[node] = Counter(), mention.span, Counter()
            self.parent[node], self.members[node], self.where[node], self.roles[node] = node, [node], set(), set()
        self.texts[node][clear(mention.span.text)] += 1
        self.kinds[node][mention.kind] += 1
        self.where[node].add((mention.span.article, sentence))
        self.roles[node].update(role.text for role in mention.roles)
        self.first[node] = min(self.first[node], mention.span)

    def top(self, node: Node) -> Node:
        """The representative of the node's actor."""
        while self.parent[node] != node:
            node = self.parent[node]
        return node

    def split(self, left: Node, right: Node, why: str) -> None:
        """Notes that two nodes are not one; the first reason stays."""
        self.apart.setdefault((min(left, right), max(left, right)), why)
        self.foes.setdefault(self.top(left), set()).add(right)
        self.foes.setdefault(self.top(right), set()).add(left)

    def parted(self, left: Node, right: Node) -> bool:
        """Whether any two members of the two actors are known to be different."""
        one, two = self.top(left), self.top(right)
        return not self.foes.get(one, set()).isdisjoint(self.members[two])

    def join(self, left: Node, right: Node, score: float, why: str) -> bool:
        """Makes two nodes one, unless evidence speaks against it."""
        one, two = self.top(left), self.top(right)
        if one == two:
            return True
        if self.parted(left, right):
            return False
        one, two = min(one, two), max(one, two)
        self.parent[two] = one
        self.members[one] = [*self.members[one], *self.members.pop(two)]
        if two in self.foes:
            self.foes.setdefault(one, set()).update(self.foes.pop(two))
        self.reasons.append((left, right, score, why))
        return True


def kinds(records: Sequence[Record], located: Counter[str]) -> dict[str, ActorKind]:
    """Folded name -> the kind that most of its mentions have; the family name of a person is a person. A single word of which
    no fuller name of a person is told, and that stands where places stand (`located`), is a place."""
    votes: dict[str, Counter[ActorKind]] = {}
    families: Counter[str] = Counter()
    titled: set[str] = set()
    for record in records:
        for mention in record.mentions:
            if mention.form == "name":
                if all(w.istitle() for w in mention.span.text.split()):
                    titled.add(fold(mention.span.text))
                votes.setdefault(fold(mention.span.text), Counter())[mention.kind] += 1
                if mention.kind == "person" and len(words := person(mention.span.text)) > 1:
                    families[words[-1]] += 1
    return {
        name: _titled(name, count, families, located[name])
        if name in titled
        else _kind(name, count, families, located[name])
        for name, count in votes.items()
    }


def _titled(name: str, count: Counter[ActorKind], families: Counter[str], located: int) -> ActorKind:
    """The kind of a name with capitals as persons and places have: no body is called by a full name that ends with the
    family name of somebody here, and hardly one by a word that stands where places stand."""
    best = _kind(name, count, families, located)
    words = name.split()
    if best == "person" and len(words) > 1 and words[0] not in genders() and 2 * located > sum(count.values()) > 1:
        return "place"
    if best == "group" and len(words) == 1 and not nation(name) and located > MOSTLY * sum(count.values()):
        return "place"
    if best != "organisation" or words[-1] in name_rules()["bodies"]:
        return best
    if (
        1 < len(words) < 5
        and families[words[-1]] > 1
        and words[0] not in name_rules()["bodies"]
        and not nation(words[0])
    ):
        return "person"
    return "place" if len(words) == 1 and located > MOSTLY * sum(count.values()) else best


def _kind(name: str, count: Counter[ActorKind], families: Counter[str], located: int) -> ActorKind:
    best = max(count.items(), key=lambda item: (item[1], item[0] == "organisation", item[0]))[0]
    if best == "person" and " " not in name and not families[name] and located > PLACED * sum(count.values()):
        return "place"
    if (
        best != "person"
        and " " not in name
        and families[name]
        and count["person"] >= FEW * sum(count.values())
        and not nation(name)
    ):
        return "person"
    return best


def node(text: str, kind: ActorKind) -> Node:
    """The node of a name."""
    lost = _lost(text)
    here = nation(text) or nation(fold(text)) or lost
    if here and (kind != "person" or lost):
        if here[1] == "people":
            return ("people", here[0])
        return ("place", f"capital {fold(text)}" if here[1] == "capital" else here[0])
    if kind == "person":
        return ("person", *person(text))
    if kind == "place" and fold(text) not in seats():
        return ("place", fold(text))
    return ("body", *body(text))


def _lost(text: str) -> tuple[str, str] | None:
    """The nation of "Norways", a possessive whose apostrophe is lost."""
    here = nation(text[:-1]) if text[-1:] == "s" and text[:1].isupper() else None
    return here if here and here[1] == "name" else None


def names(records: Iterable[Record], kind: dict[str, ActorKind]) -> list[tuple[Mention, Node]]:
    """Every name mention with its node."""
    return [
        (m, node(m.span.text, kind[fold(m.span.text)]))
        for r in records
        for m in r.mentions
        if m.form == "name" and fold(m.span.text)
    ]
