"""The judgements: which names of persons and places are one actor's."""

from __future__ import annotations

from collections import defaultdict

from ...rules.nations import nation
from ...rules.people import name_rules, sole
from ...rules.spelling import spelling
from .infer import Office, callings, fits, office
from .nodes import Graph, Node
from .persons import Verdict, compare

LOST = "the same name, once with the ending of a possessive whose apostrophe is lost"
MANY = 400
"""Names in one block that are compared pair by pair; more share a family name by chance, and only equal names join."""


def persons(graph: Graph) -> None:
    """Joins full personal names, the surest pairs first."""
    blocks: dict[str, set[Node]] = defaultdict(set)
    for one in sorted(graph.texts):
        if one[0] == "person" and len(one) > 2:
            for word in (one[-1], one[1] if len(one) == 3 else one[-1]):
                blocks[spelling(word)[:3]].add(one)
            blocks["=" + "".join(one[1:])[:5]].add(one)
    pairs: dict[tuple[Node, Node], tuple[float, str]] = {}
    for block in blocks.values():
        members = sorted(block)[:MANY]
        for i, left in enumerate(members):
            for right in members[i + 1 :]:
                verdict = judge(graph, left, right)
                if verdict.judgement == "same":
                    pairs[(left, right)] = (verdict.score, verdict.why)
                elif verdict.judgement == "different" and left[-1] == right[-1]:
                    graph.split(left, right, verdict.why)
    _surest(graph, pairs)


SURE = 0.95
"""Score from which names alone are enough; below it, what the texts tell of the two must not disagree."""


def judge(graph: Graph, left: Node, right: Node) -> Verdict:
    """The names' own verdict, and what the texts tell of the two: one sentence, one office."""
    verdict = compare(left[1:], right[1:])
    together = not graph.where[left].isdisjoint(graph.where[right])
    if verdict.judgement == "same":
        if together and verdict.score < 1:
            return Verdict("different", 0.0, "one sentence names both")
        if _elder(left) != _elder(right) and _same_article(graph, left, right):
            return Verdict("different", 0.0, "a report has the name both with and without an ending for the generation")
        if _elder(left) != _elder(right) and _holders(graph, left) != _holders(graph, right):
            return Verdict("unsure", verdict.score, "one name has an ending for the generation, the other an office")
        if verdict.score < SURE and _at_odds(graph, left, right):
            return Verdict("unsure", verdict.score, "their offices differ")
        return verdict
    if not together and left[:-1] == right[:-1] and left[-1] + "s" == right[-1]:  # the shorter is the first in order
        return Verdict("same", 0.9, LOST)
    alike = left[-1] == right[-1] and left[1][0] == right[1][0] and len(left) == len(right) == 3
    if (alike or verdict.judgement == "unsure") and not _same_article(graph, left, right):
        shared = _office(graph, left, right)
        if shared:
            return Verdict("same", 0.8, f"the names are alike and the office agrees: both are called {shared}")
    return verdict


def _elder(node: Node) -> str:
    """The ending of a name that tells the generation ("Jr."), if it has one."""
    return next((word for word in node[1:] if word[0] == "+"), "")


def _holders(graph: Graph, node: Node) -> bool:
    """Whether the texts give the name an office of which a story has one holder."""
    return any(made.word in sole() or not RULERS.isdisjoint(made.heads) for _, made in _offices(graph, node))


RULERS = frozenset({"president", "prime", "monarch"})
"""Classes of offices (`roles.toml`) whose holder is not told without the office for long."""


def _same_article(graph: Graph, left: Node, right: Node) -> bool:
    return not {a for a, _ in graph.where[left]}.isdisjoint(a for a, _ in graph.where[right])


def _offices(graph: Graph, node: Node) -> list[tuple[str, Office]]:
    return [(text, made) for text in sorted(graph.roles[node]) if (made := office(text))]


def _at_odds(graph: Graph, left: Node, right: Node) -> bool:
    """Whether both have an office or a calling, and none is shared."""
    one, two = ({c for text in graph.roles[n] for c in callings(text)} for n in (left, right))
    return bool(one and two) and one.isdisjoint(two)


def _office(graph: Graph, left: Node, right: Node) -> str | None:
    """An office of the one body or nation that the texts give both."""
    for text, one in _offices(graph, left):
        for _, two in _offices(graph, right):
            if fits(one, two) and fits(two, one):
                return text
    return None


def _surest(graph: Graph, pairs: dict[tuple[Node, Node], tuple[float, str]]) -> None:
    """Joins in order of score. A name that fits two persons who are different stays alone."""
    partners: dict[Node, list[Node]] = defaultdict(list)
    for left, right in pairs:
        partners[left].append(right)
        partners[right].append(left)
    for (left, right), (score, why) in sorted(pairs.items(), key=lambda item: (-item[1][0], item[0])):
        if not (_torn(graph, partners[left]) or _torn(graph, partners[right])):
            graph.join(left, right, score, why)


def _torn(graph: Graph, partners: list[Node]) -> bool:
    """Whether a name fits two that are known to be different; the surest few are looked at."""
    return any(graph.parted(a, b) for i, a in enumerate(partners[:6]) for b in partners[i + 1 : 6])


def places(graph: Graph) -> None:
    """Joins "Sunda" and "Sunda Strip" where no other place carries the name."""
    broad = name_rules()["broad"]
    for one in sorted(n for n in graph.texts if n[0] == "place"):
        head, _, last = one[1].rpartition(" ")
        if head and last in broad and ("place", head) in graph.texts and not nation(head):
            graph.join(("place", head), one, 0.85, f"the same name; {last} says what it is")
        bare = ("place", one[1].removesuffix("s"))
        if bare != one and bare in graph.texts and len(bare[1]) > 3:
            graph.join(bare, one, 0.85, LOST)
