"""Bare family or given names: joined to the one person they can mean, within the article first, then within the story.

Two bearers of one name are told apart by title ("Mrs"), by office ("President") and by who is told of far more often; where
that decides nothing, the bare name stays alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model import Mention, Record
from ...rules.people import akin, genders, generations, titles
from ...rules.spelling import spelling
from .infer import office
from .nodes import Graph, Node
from .persons import short

FAR = 4
"""How many times as often as the next bearer of the name somebody must be told of to be meant by the bare name."""
ALL = 20
"""The same where the report itself names the other bearer more than half as often."""
ONE = "the bare name fits one person only, in the article or in the story"


FIRST = "the given name of one person only in the story, whom the report tells of by another form of the name"


@dataclass
class Evidence:
    """What the texts tell of a bearer of a name beside it."""

    genders: Counter[str] = field(default_factory=Counter)
    offices: set[str] = field(default_factory=set)
    count: int = 0


def shorts(
    graph: Graph, records: Sequence[Record], names: dict[str, list[tuple[Mention, Node]]]
) -> dict[tuple[str, Node], tuple[Node, str]]:
    """(article, bare name) -> the actor it stands for there, and why; where nobody or more than one fits, nothing."""
    families: dict[str, set[Node]] = defaultdict(set)
    givens: dict[str, set[Node]] = defaultdict(set)
    for one in sorted(graph.texts):
        if one[0] == "person" and len(one) > 2:
            families[one[-1]].add(one)
            givens[one[1]].add(one)
    full, bare = _evidence(graph, records, names)
    here = {article: Counter(graph.top(n) for _, n in found if len(n) > 2) for article, found in names.items()}
    out: dict[tuple[str, Node], tuple[Node, str]] = {}
    candidates = _candidates(graph, families, names)
    for by_weight in (False, True):  # who is meant for sure tells who is told of most
        for (article, one), fits in candidates.items():
            told = here[article]
            if (article, one) not in out and (found := _choose(bare[(article, one)], *fits, full, told, by_weight)):
                out[(article, one)] = found
        if not by_weight:
            for spot, (node, _) in out.items():
                full[node].count += bare[spot].count
                full[node].offices |= bare[spot].offices
    for spot, node in _firsts(graph, givens, candidates, names).items():
        if _agree(bare[spot], full[node]):
            out.setdefault(spot, (node, FIRST))
    return out


def _candidates(
    graph: Graph, families: dict[str, set[Node]], names: dict[str, list[tuple[Mention, Node]]]
) -> dict[tuple[str, Node], tuple[list[Node], list[Node]]]:
    """(article, bare name) -> those whom it fits in the article, and in the story."""
    out: dict[tuple[str, Node], tuple[list[Node], list[Node]]] = {}
    for article in sorted(names):
        here = sorted({n for _, n in names[article] if n[0] == "person"})
        local = _bearers([n for n in here if len(n) > 2])
        for one in (n for n in here if len(n) == 2 and len(graph.members[graph.top(n)]) == 1):
            near = {*local.get(one[1], ()), *local.get(spelling(one[1]), ())}
            out[(article, one)] = _elders(
                graph,
                _tops(graph, one, [n for n in near if short(one[1:], n[1:])]),
                _tops(graph, one, sorted(families.get(one[1], ()))),
            )
    return out


def _firsts(
    graph: Graph,
    givens: dict[str, set[Node]],
    known: dict[tuple[str, Node], tuple[list[Node], list[Node]]],
    names: dict[str, list[tuple[Mention, Node]]],
) -> dict[tuple[str, Node], Node]:
    """(article, given name) that is nobody's family name -> the one with it in the story whom the article tells of by the
    family name, or by the full name with another form of the given one."""
    said = {article: {n[-1] for _, n in found if n[0] == "person"} for article, found in names.items()}
    out = {}
    for (article, one), fits in known.items():
        if any(fits):
            continue
        found = [n for first in sorted(givens) if akin(first, one[1]) for n in sorted(givens[first])]
        tops = _tops(graph, one, found)
        if len(tops) == 1 and any(n[-1] in said[article] for n in found):
            out[(article, one)] = tops[0]
    return out


def _bearers(full: list[Node]) -> dict[str, list[Node]]:
    """Each word of these names, and the sound of the last -> the names that a bare one of it can be short for."""
    found: dict[str, list[Node]] = defaultdict(list)
    for one in full:
        for word in dict.fromkeys((*one[1:], spelling(one[-1]))):
            found[word].append(one)
    return found


def _choose(
    said: Evidence,
    near: list[Node],
    wide: list[Node],
    full: dict[Node, Evidence],
    told: Counter[Node],
    by_weight: bool,
) -> tuple[Node, str] | None:
    """The bearer whom the bare name means: those in the article first, if nothing speaks against them. `told` counts the full
    names of the article: one of two bearers there is meant only if told of far more often than the other, or if the
    story is all about that one."""
    everyone = [n for n in sorted({*near, *wide}) if _agree(said, full[n])]
    local = [n for n in near if n in everyone]
    if len(everyone) == 1:
        return everyone[0], ONE if len({*near, *wide}) == 1 else "the title tells the bearers of the name apart"
    if said.offices:
        holders = [n for n in local if said.offices & full[n].offices] or [
            n for n in everyone if said.offices & full[n].offices
        ]
        if len(holders) == 1:
            return holders[0], "the family name and the office agree with one person only"
        everyone = holders or everyone
    elif len(local) == 1 and not any(_outshone(local[0], n, full) for n in everyone):
        return local[0], "the bare name fits one person only in this article"
    ranked = sorted(everyone, key=lambda n: (-full[n].count, n))
    rivals = [n for n in near if ranked and n != ranked[0]]
    if any(2 * told[n] > told[ranked[0]] and full[ranked[0]].count < ALL * full[n].count for n in rivals):
        return None
    if by_weight and len(ranked) > 1 and _outshone(ranked[1], ranked[0], full):
        return ranked[0], "of those with the name, the reports tell of this one far more often"
    return None


def _elders(graph: Graph, near: list[Node], wide: list[Node]) -> tuple[list[Node], list[Node]]:
    """The bearers of a name without those whom an ending tells from another of them: a bare "Reed" beside Dan Reed and Dan
    Reed Jr. is the one without it."""
    names = {one: set(graph.members[one]) for one in {*near, *wide}}
    plain = {n for members in names.values() for n in members}
    heirs = {one for one, members in names.items() if any(_plain(n) in plain - members for n in members)}
    return [n for n in near if n not in heirs], [n for n in wide if n not in heirs]


def _plain(node: Node) -> Node | None:
    """The name without its ending for the generation, if it has one."""
    kept = tuple(word for word in node if word[0] != "+" or word[1:] not in generations().values())
    return kept if kept != node else None


def _outshone(one: Node, other: Node, full: dict[Node, Evidence]) -> bool:
    """Whether another bearer of the name is so much more prominent that the bare name may mean that one."""
    return one != other and full[other].count >= FAR * full[one].count


def _agree(said: Evidence, known: Evidence) -> bool:
    """Whether no title speaks against it."""
    one, two = _gender(said), _gender(known)
    return one is None or two is None or one == two


def _gender(evidence: Evidence) -> str | None:
    ranked = evidence.genders.most_common(2)
    return ranked[0][0] if len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1]) else None


def _evidence(
    graph: Graph, records: Sequence[Record], names: dict[str, list[tuple[Mention, Node]]]
) -> tuple[dict[Node, Evidence], dict[tuple[str, Node], Evidence]]:
    full: dict[Node, Evidence] = defaultdict(Evidence)
    bare: dict[tuple[str, Node], Evidence] = defaultdict(Evidence)
    for record in records:
        for mention, node in names[record.article.id]:
            if node[0] == "person":
                row = full[graph.top(node)] if len(node) > 2 else bare[(record.article.id, node)]
                row.count += 1
                row.offices |= {word for role in mention.roles if (made := office(role.text)) for word in made.heads}
                told = _title(record.article.text, mention.span.start) or (
                    genders().get(node[1]) if len(node) > 2 else None
                )
                if told:
                    row.genders[told] += 1
    return full, bare


def _title(text: str, start: int) -> str | None:
    """The gender that a title before the name tells."""
    before = text[max(0, start - 12) : start].split()
    return titles().get(before[-1].lower()) if before else None


def _tops(graph: Graph, one: Node, nodes: list[Node]) -> list[Node]:
    """The actors of these names, but for those whom a user has judged to be another."""
    return sorted({graph.top(n) for n in nodes if not graph.parted(one, n)})
