"""What happens to a person once in a story: an arrest, a charge, a death, an appointment. Told often, it is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import When
from ...model.moment import disjoint
from ...rules import forms
from ...rules.incidents import folk, once, several
from .incident import Scene
from .node import Node, Who
from .when import LIVE

TYPES = frozenset({"LEGAL", "ACCUSE", "COERCE", "LIFE", "APPOINT", "RETREAT", "CONCEDE", "AID", "BUSINESS"})
SOON = 500
"""Characters after a person is named within which "the suspect" is still that one."""
Key = tuple[str, bool]
"""A row of `once`, and whether it has happened."""


def deeds(nodes: Sequence[Node], scene: Scene) -> list[list[int]]:
    """Indices of the claims of each such event, told at least twice."""
    told: dict[tuple[Key, str], list[int]] = {}
    nameless: dict[tuple[Key, str], list[int]] = {}
    for i, one in enumerate(nodes):
        if (key := _key(one)) is None:
            continue
        for person in (known := persons(one, scene)):
            told.setdefault((key, person), []).append(i)
        if not any(scene.proper(person) for person in known) and _single(one):
            nameless.setdefault((key, one.article), []).append(i)
    groups = [group for _, many in sorted(told.items()) for group in _groups(many, nodes)]
    return [group for group in (*groups, *_introduced(groups, nameless, nodes, scene)) if len(group) > 1]


def _key(one: Node) -> Key | None:
    if one.claim.type not in TYPES or one.claim.status == "cancelled":
        return None
    return (found, one.claim.status in LIVE) if (found := row(one)) else None


def row(one: Node) -> str | None:
    """The row of `once` for the word that tells a claim."""
    trigger = one.claim.spans[0].text.casefold()
    return once().get(trigger) or once().get(trigger.split()[0])


def persons(one: Node, scene: Scene) -> list[str]:
    """Whom it happens to: persons of the cast; the doer where no other is named, as with those who die or resign."""
    known = [w for w in one.who if w.actor and scene.kind(w.actor) == "person"]
    return sorted({w.key for w in known if w.party.part != "source"} or {w.key for w in known})


def _single(one: Node) -> bool:
    """Whether it happens to one person who is only described: "a man", "the suspect", "Boston father"."""
    described = [w for w in one.who if not folk().isdisjoint(_words(w))]
    return len(described) == 1 and not any(w in several() or forms.plural(w) for w in _head(described[0]))


def _words(who: Who) -> list[str]:
    return who.party.span.text.casefold().split()


def _head(who: Who) -> Iterator[str]:
    """The words up to the noun for the person."""
    for word in _words(who):
        yield word
        if word in folk():
            return


def _introduced(
    groups: Sequence[Sequence[int]], nameless: dict[tuple[Key, str], list[int]], nodes: Sequence[Node], scene: Scene
) -> Iterator[list[int]]:
    """A person described, with the one whom the report then names for the same: the headline's "man" is the text's Smith. Where
    it names nobody, its headline goes with the sentence that says so first."""
    for (key, article), many in sorted(nameless.items()):
        named = [g for g in groups if _has(g, key, article, nodes, scene)]
        first = min((i for g in named for i in g if nodes[i].article == article), default=None)
        if len(named) == 1 and first is not None:
            yield from ([i, first] for i in many if _soon(first, i, nodes) and _together([i, *named[0]], nodes))
        elif not named and nodes[many[0]].claim.part == "headline" and _together(many[:2], nodes):
            yield many[:2]


def _soon(first: int, i: int, nodes: Sequence[Node]) -> bool:
    """Whether a claim stands before the first that names the person, or not long after it."""
    return nodes[i].claim.spans[0].start - nodes[first].claim.spans[0].start < SOON


def _has(group: Sequence[int], key: Key, article: str, nodes: Sequence[Node], scene: Scene) -> bool:
    """Whether a group is of that row, with somebody named, and told in the article."""
    return any(
        nodes[i].article == article and _key(nodes[i]) == key and any(map(scene.proper, persons(nodes[i], scene)))
        for i in group
    )


def _together(many: Sequence[int], nodes: Sequence[Node]) -> bool:
    times = [nodes[i].when for i in many if nodes[i].stated]
    return not any(disjoint(times[0], other) for other in times[1:])


def _groups(many: Sequence[int], nodes: Sequence[Node]) -> list[list[int]]:
    """Those whose times allow one event; the first group that fits takes a claim without a time."""
    found: list[tuple[list[int], list[When]]] = []
    for i in sorted(many, key=lambda i: (not nodes[i].stated, i)):
        when = nodes[i].when if nodes[i].stated else None
        for members, times in found:
            if when is None or not any(disjoint(when, other) for other in times):
                members.append(i)
                times += [when] if when else []
                break
        else:
            found.append(([i], [when] if when else []))
    return [sorted(members) for members, _ in found]
