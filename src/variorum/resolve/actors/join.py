"""The judgements: which names of persons, bodies and places are one actor's."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...model import Mention, Record
from ...rules.nations import nation
from ...rules.people import name_rules, spelling
from .fold import fold, initials
from .infer import Office, callings, fits, office
from .nodes import Graph, Node
from .persons import Verdict, compare

MANY = 400
"""Names in one block that are compared pair by pair; more share a family name by chance, and only equal names join."""
CLOSE = 2
"""Characters between a name and the bracket that gives its short form."""


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
        if verdict.score < SURE and _at_odds(graph, left, right):
            return Verdict("unsure", verdict.score, "their offices differ")
        return verdict
    if (
        left[-1] == right[-1]
        and left[1][0] == right[1][0]
        and len(left) == len(right) == 3
        and not _same_article(graph, left, right)
    ):
        shared = _office(graph, left, right)
        if shared:
            return Verdict(
                "same", 0.8, f"the family name, the first letter and the office agree: both are called {shared}"
            )
    return verdict


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


def bodies(graph: Graph, pairs: Sequence[tuple[Node, Node]], said: Sequence[tuple[Node, str]] = ()) -> None:
    """Joins bodies: a short form given in a text, the same letters, initials, a fuller form that ends alike, a name that is
    what another report calls the body in so many words."""
    by_words = {_bag(" ".join(one[1:])): one for one in sorted(graph.texts) if one[0] == "body" and len(one) > 3}
    for one, phrase in said:
        found = by_words.get(_bag(phrase))
        if found and found != one:
            graph.join(one, found, 0.85, f"a text explains the one as “{phrase}”, which is the other's name")
    for short, full in pairs:
        graph.join(short, full, 1.0, "the short form is given in brackets beside the full name")
    nodes = sorted(n for n in graph.texts if n[0] == "body")
    by_letters: dict[str, Node] = {}
    for one in nodes:
        first = by_letters.setdefault("".join(one[1:]), one)
        if first != one:
            graph.join(first, one, 0.95, "the same letters, written apart or together")
    _initials(graph, nodes)
    _longer(graph, nodes)
    for one in nodes:
        many = ("body", *one[1:-1], one[-1] + "s")
        if (
            len(one) == 2
            and many in graph.texts
            and graph.kinds[many].most_common(1)[0][0] == graph.kinds[one].most_common(1)[0][0] == "group"
        ):
            graph.join(one, many, 0.95, "singular and plural of one name")


def _bag(text: str) -> frozenset[str]:
    """The words of a name or description, nations by code."""
    words = fold(text.replace("’", "'")).replace("'s ", " ").split()
    return frozenset(here[0] if (here := nation(w)) else w for w in words if w not in ("the", "of", "for", "a", "an"))


def described(records: Sequence[Record], names: dict[str, list[tuple[Mention, Node]]]) -> list[tuple[Node, str]]:
    """(body, phrase) where a text sets a description of three words or more beside a body's name."""
    out = set()
    for record in records:
        known = {(m.span.start, m.span.end): node for m, node in names[record.article.id]}
        for mention in record.mentions:
            if (
                mention.form == "nominal"
                and mention.antecedent
                and mention.kind == "organisation"
                and len(mention.span.text.split()) > 2
            ):
                node = known.get((mention.antecedent.start, mention.antecedent.end))
                near = (
                    min(
                        abs(mention.antecedent.start - mention.span.end),
                        abs(mention.span.start - mention.antecedent.end),
                    )
                    < 4
                )
                if node and node[0] == "body" and near:
                    out.add((node, " ".join(mention.span.text.split())))
    return sorted(out)


def _initials(graph: Graph, nodes: list[Node]) -> None:
    full: dict[str, list[Node]] = defaultdict(list)
    for one in nodes:
        if len(one) > 3:
            for text in sorted(graph.texts[one]):
                found = initials(text)
                if len(found) > 2 and one not in full[found]:
                    full[found].append(one)
    for one in nodes:
        if len(one) == 2 and any(t.replace(".", "").isupper() for t in graph.texts[one]):
            fits = sorted({graph.top(n) for n in full.get(one[1], [])})
            if len(fits) == 1:
                graph.join(
                    one, fits[0], 0.9, f"{one[1].upper()} are the initials of the full name, and of no other body here"
                )


def _longer(graph: Graph, nodes: list[Node]) -> None:
    """A form of two words or more that is the end of one fuller name only ("Harbour Board", "City Harbour Board")."""
    ends: dict[Node, list[Node]] = defaultdict(list)
    known = set(nodes)
    for one in nodes:
        for cut in range(2, len(one) - 1):
            tail = ("body", *one[cut:])
            if tail in known:
                ends[tail].append(one)
    for tail, longer in sorted(ends.items()):
        if len(tail) > 2 and len({graph.top(n) for n in longer}) == 1:
            graph.join(tail, longer[0], 0.85, "the fuller name ends with this one, and no other body here does")


def given_short(record: Record, names: list[tuple[Mention, Node]]) -> Iterator[tuple[Node, Node]]:
    """Pairs that a text gives itself: "Central Harbour Authority (CHA)", "CHA (Central Harbour Authority)"."""
    text = record.article.text
    for (left, one), (right, two) in itertools.pairwise(names):
        between = text[left.span.end : right.span.start]
        if (
            one[0] == two[0] == "body"
            and between.strip() == "("
            and len(between) <= CLOSE
            and text[right.span.end : right.span.end + 1] == ")"
        ):
            short, full = sorted((left, right), key=lambda m: len(m.span.text))
            letters = fold(short.span.text).replace(".", "").replace(" ", "")
            if short.span.text[:1].isupper() and letters[:1] and len(letters) < 9 and _spells(letters, full.span.text):
                yield (one, two) if short is left else (two, one)


def _spells(letters: str, full: str) -> bool:
    """Whether the short form's letters stand in the full name in this order, the first at the start of a word."""
    words = fold(full).split()
    if not any(w.startswith(letters[0]) for w in words):
        return False
    rest = iter("".join(words))
    return all(c in rest for c in letters)


def places(graph: Graph) -> None:
    """Joins "Sunda" and "Sunda Strip" where no other place carries the name."""
    broad = name_rules()["broad"]
    for one in sorted(n for n in graph.texts if n[0] == "place"):
        head, _, last = one[1].rpartition(" ")
        if head and last in broad and ("place", head) in graph.texts and not nation(head):
            graph.join(("place", head), one, 0.85, f"the same name; {last} says what it is")
