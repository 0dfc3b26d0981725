"""The judgements: which names of bodies are one actor's."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ...model import Mention, Record
from ...rules.credits import agency, agency_names
from ...rules.nations import nation
from ...rules.people import genders, name_rules, seats
from ...rules.phrasing import crowds
from .fold import fold, initials
from .nodes import Graph, Node

CLOSE = 2
"""Characters between a name and the bracket that gives its short form."""


def bodies(
    graph: Graph, pairs: Sequence[tuple[Node, Node]], said: Sequence[tuple[Node, str]], located: Counter[str]
) -> None:
    """Joins bodies: a short form given in a text, the same letters, initials, a fuller form that begins or ends alike, a name
    that is what another report calls the body in so many words. `located` counts names that stand where places stand."""
    by_words = {_bag(" ".join(one[1:])): one for one in sorted(graph.texts) if one[0] == "body" and len(one) > 3}
    for one, phrase in said:
        found = by_words.get(_bag(phrase))
        if found and found != one:
            graph.join(one, found, 0.85, f"a text explains the one as “{phrase}”, which is the other's name")
    _reordered(graph)
    for short, full in pairs:
        graph.join(short, full, 1.0, "the short form is given in brackets beside the full name")
    nodes = sorted(n for n in graph.texts if n[0] == "body")
    by_letters: dict[str, Node] = {}
    for one in nodes:
        first = by_letters.setdefault("".join(one[1:]), one)
        if first != one:
            graph.join(first, one, 0.95, "the same letters, written apart or together")
    _initials(graph, nodes)
    _lost(graph, nodes)
    _agencies(graph, nodes)
    _longer(graph, nodes)
    _without_place(graph, nodes)
    _headed(graph, nodes)
    _teams(graph, nodes)
    _trading(graph, nodes, located)
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


def _reordered(graph: Graph) -> None:
    """Joins names of three telling words or more that are the same in another order: "Acme National Bank"."""
    first: dict[frozenset[str], Node] = {}
    for one in (n for n in sorted(graph.texts) if n[0] == "body" and len(n) > 3):
        words = _bag(" ".join(one[1:]))
        if len(words) > 2 and one != first.setdefault(words, one):
            graph.join(first[words], one, 0.9, "the same words in another order")


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
        for text in sorted(graph.texts[one]) if len(one) > 2 else ():
            for found in sorted({initials(text), initials(text, whole=True), *_turned(one)}):
                if len(found) > (2 if len(one) > 3 else 1) and one not in full[found]:
                    full[found].append(one)
    for one in nodes:
        if len(one) == 2 and any(t.replace(".", "").isupper() for t in graph.texts[one]):
            fits = sorted({graph.top(n) for n in full.get(one[1], [])})
            if len(fits) == 1:
                graph.join(
                    one, fits[0], 0.9, f"{one[1].upper()} are the initials of the full name, and of no other body here"
                )


def _lost(graph: Graph, nodes: list[Node]) -> None:
    """Letters with the ending of a possessive whose apostrophe is lost: "UNs"."""
    for one in nodes:
        bare = ("body", one[1].removesuffix("s"))
        if len(one) == 2 and bare in graph.texts and any(LETTERS.fullmatch(text) for text in graph.texts[one]):
            graph.join(bare, one, 0.85, "the same letters, once with the ending of a possessive")


LETTERS = re.compile(r"[A-Z]{2,}s")


def _turned(one: Node) -> Iterator[str]:
    """Initials of the name with its head first: "doj" for "justice department"."""
    if one[-1] in name_rules()["turned"]:
        rest = "".join(word[0] for word in one[1:-1])
        yield f"{one[-1][0]}{rest}"
        yield f"{one[-1][0]}o{rest}"


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
        if len(tail) > 2 and len({graph.top(n) for n in longer}) == 1 and not _split(graph, tail, longer[0]):
            graph.join(tail, longer[0], 0.85, "the fuller name ends with this one, and no other body here does")


def _split(graph: Graph, tail: Node, longer: Node) -> bool:
    """Whether a longer name is that of a branch or of those who split off, or one sentence has both."""
    more = longer[1 : len(longer) - len(tail) + 1]
    return name_rules()["splits"].issuperset(more) or not graph.where[tail].isdisjoint(graph.where[longer])


def _headed(graph: Graph, nodes: list[Node]) -> None:
    """A name without the word at its end that says what it is ("House Judiciary", "House Judiciary Committee"), and that
    word alone ("the Observatory") where one body here has it."""
    rules, known, heads = name_rules(), set(nodes), defaultdict[Node, list[Node]](list)
    for one in nodes:
        if (
            len(one) > 3
            and one[-1] in rules["turned"] | rules["fronts"]
            and one[:-1] in known
            and one[-2] not in rules["bodies"]
        ):
            graph.join(one[:-1], one, 0.85, f"the same name; {one[-1]} says what it is")
        at = next((i for i in range(2, len(one)) if one[i] in SMALL), len(one))
        heads[("body", one[at - 1])] += [one] if len(one) > 2 and " ".join(one[1:]) not in seats() else []
    for head, full in sorted(heads.items()):
        if head in known and head[1] in rules["bodies"] and len({graph.top(n) for n in full}) == 1:
            graph.join(head, full[0], 0.8, f"the only {head[1]} that the reports name in full")


SMALL = frozenset({"of", "for", "on", "in", "to", "against"})
"""Words within a body's name after which it says what the body is for."""


def _agencies(graph: Graph, nodes: list[Node]) -> None:
    """News agencies under two of their names."""
    first: dict[str, Node] = {}
    for one in nodes:
        for text in sorted(graph.texts[one]):
            known = agency(text) if text in agency_names() else None
            if known and one != first.setdefault(known, one):
                graph.join(first[known], one, 0.95, f"two names of one news agency, {known}")


def _without_place(graph: Graph, nodes: list[Node]) -> None:
    """A name that another one goes on from with where or of what it is ("Dockers' Union", "Dockers' Union of Acme")."""
    begins: dict[Node, list[Node]] = defaultdict(list)
    known = set(nodes)
    for one in nodes:
        for cut in range(3, len(one) - 1):
            if one[cut] in ("of", "for", "in") and one[:cut] in known:
                begins[one[:cut]].append(one)
    for one, longer in sorted(begins.items()):
        if len({graph.top(n) for n in longer}) == 1 and graph.where[one].isdisjoint(graph.where[longer[0]]):
            graph.join(one, longer[0], 0.85, "the fuller name goes on from this one, and no other body here does")


def _teams(graph: Graph, nodes: list[Node]) -> None:
    """A team's or band's name without its town: "Rovers" is "Harven Rovers" where nobody else here is called so. Words for
    people ("Democrats") and names told far more often than the longer one are names of their own."""
    ends: dict[Node, list[Node]] = defaultdict(list)
    for one in nodes:
        if 2 < len(one) < 5 and one[-1].endswith("s"):
            ends[("body", one[-1])].append(one)
    for short, longer in sorted(ends.items()):
        if short not in graph.texts or short[1] in crowds() or {graph.top(n) for n in longer} != {graph.top(longer[0])}:
            continue
        told = [sum(graph.texts[n].values()) for n in (short, *longer)]
        if told[0] <= FAR * sum(told[1:]) and not _group(graph, short):
            graph.join(short, longer[0], 0.8, "the last word of the fuller name, which nobody else here has")


def _group(graph: Graph, one: Node) -> bool:
    """Whether most mentions were read as people of a kind."""
    return graph.kinds[one].most_common(1)[0][0] == "group"


FAR = 5
"""How many times as often as the fuller name a team's short name may be told."""


def _trading(graph: Graph, nodes: list[Node], located: Counter[str]) -> None:
    """The first word of a trading body's name alone, where it is no place, nobody's name and no other body's."""
    trades = name_rules()["trades"]
    full: dict[str, list[Node]] = defaultdict(list)
    for one in nodes:
        if len(one) > 2 or (len(one) == 2 and any(" " in text for text in graph.texts[one])):
            full[one[1]].append(one)
    people = {word for n in sorted(graph.texts) if n[0] == "person" and len(n) > 2 for word in (n[1], n[-1])}
    for one in sorted(n for n in graph.texts if len(n) == 2 and n[0] in ("person", "place", "body") and n[1] in full):
        word, fits = one[1], full[one[1]]
        taken = word in people or (one[0] == "person" and word in genders()) or bool(graph.roles[one])
        if taken or located[word] or nation(word) or not all(set(n[2:]) <= trades for n in fits):
            continue
        if len({graph.top(n) for n in fits}) == 1:
            graph.join(one, fits[0], 0.8, "the first word of the body's name, which nobody else here has")


def given_short(record: Record, names: list[tuple[Mention, Node]]) -> Iterator[tuple[Node, Node]]:
    """Pairs that a text gives itself: "Central Harbour Authority (CHA)", "CHA (Central Harbour Authority)"."""
    text = record.article.text
    for (left, one), (right, two) in itertools.pairwise(names):
        between = text[left.span.end : right.span.start]
        if (
            one[0] == two[0] == "body"
            and between.strip() == "("
            and "\n" not in between
            and len(between) <= CLOSE
            and text[right.span.end : right.span.end + 1] == ")"
        ):
            short, full = sorted((left, right), key=lambda m: len(m.span.text))
            letters = fold(short.span.text).replace(".", "").replace(" ", "")
            if (
                short.span.text[:1].isupper()
                and letters[:1]
                and len(letters) < 9
                and (_spells(letters, full.span.text) or (short is right and _foreign(short.span.text, full.span.text)))
            ):
                yield (one, two) if short is left else (two, one)


def _foreign(short: str, full: str) -> bool:
    """Whether letters in brackets can be the short form in the body's own language: "the Workers' Front (AF)"; those of a
    nation or a news agency are none."""
    plain = short.replace(".", "")
    return (
        len(full.split()) > 1
        and 1 < len(plain) < 7
        and plain.isalpha()
        and plain.isupper()
        and not (nation(plain) or plain in agency_names())
    )


def _spells(letters: str, full: str) -> bool:
    """Whether the short form's letters stand in the full name in this order, the first at the start of a word."""
    words = fold(full).split()
    if not any(w.startswith(letters[0]) for w in words):
        return False
    rest = iter("".join(words))
    return all(c in rest for c in letters)
