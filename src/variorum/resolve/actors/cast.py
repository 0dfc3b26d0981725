"""From drafts to the cast: names, roles, reasons, look-ups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ...model import Actor, ActorRole, Alias, Cast, Link, Merge, Record, StandsFor, key
from ...rules.nations import nations
from ...rules.people import styles
from .draft import Draft, Spot
from .fold import WIFE, fold, person
from .metonyms import metonyms
from .nodes import Graph, Node


def cast(
    records: Sequence[Record],
    graph: Graph,
    drafts: dict[Node, Draft],
    owner: dict[Spot, Node],
    joint: Mapping[str, Sequence[tuple[int, int, int, int, Node]]],
) -> Cast:
    """The cast of these drafts."""
    for left, right, _, why in graph.reasons:
        top = graph.top(left)
        if top in drafts:
            drafts[top].merges.append(Merge(left=shown(graph, left), right=shown(graph, right), why=why))
    ids = {node: key("actor", *node) for node in drafts}
    stands = metonyms(records, drafts)
    made = [_actor(draft, ids[node], stands.get(node)) for node, draft in drafts.items()]
    made.sort(key=lambda a: (-len(a.mentions), a.name, a.id))
    index = {spot: ids[node] for spot, node in owner.items()}
    each = {a: tuple(sorted((*row[:4], ids[row[4]]) for row in rows)) for a, rows in sorted(joint.items())}
    return Cast.of(made, index, _links(graph), {r.article.id: r.article.text for r in records}, each)


def _links(graph: Graph) -> list[Link]:
    out = []
    for left, right, score, why in graph.reasons:
        out.append(Link("actor", _name(graph, left), _name(graph, right), "same", score, why))
    for (left, right), why in graph.apart.items():
        out.append(Link("actor", _name(graph, left), _name(graph, right), "different", 0.0, why))
    return sorted(out)


def _name(graph: Graph, node: Node) -> str:
    span = graph.first[node]
    return f"{span.article}:{span.start}-{span.end}"


def _actor(draft: Draft, made: str, stands: StandsFor | None) -> Actor:
    aliases = tuple(
        Alias(text=t, count=c) for t, c in sorted(draft.aliases.items(), key=lambda item: (-item[1], item[0]))
    )
    merges = sorted({(m.left, m.right, m.why) for m in draft.merges if fold(m.left) != fold(m.right)})
    return Actor(
        id=made,
        name=best(draft),
        kind=draft.kind,
        aliases=aliases,
        roles=_roles(draft),
        mentions=tuple(sorted(draft.spans)),
        merges=tuple(Merge(left=a, right=b, why=w) for a, b, w in merges),
        stands_for=stands,
    )


def _roles(draft: Draft) -> tuple[ActorRole, ...]:
    """Roles by how often they are told; those that differ in capitals only are one, inferred where every place is."""
    together: dict[str, list[str]] = defaultdict(list)
    for text in sorted(draft.roles):
        together[fold(text)].append(text)
    rows = []
    for texts in together.values():
        spans = sorted({s for t in texts for s in draft.roles[t]})
        shown = max(texts, key=lambda t: (len(draft.roles[t]), t))
        rows.append(
            ActorRole(
                text=" ".join(shown.split()), evidence=tuple(spans), inferred=all(t in draft.guessed for t in texts)
            )
        )
    return tuple(sorted(rows, key=lambda r: (r.inferred, -len(r.evidence), r.text)))


def best(draft: Draft) -> str:
    """The fullest good form: most telling words for a person, the usual long form for a body, the plain name of a nation."""
    if draft.node[0] in ("place",) and draft.node[1] in nations():
        return nations()[draft.node[1]].name
    if draft.called:
        return draft.called
    if draft.node[0] == "phrase":
        return draft.node[2]
    if draft.node[0] == "place" and all(t.isupper() and len(t) > 3 for t in draft.aliases):
        return max(draft.aliases).title()  # shouted in a date line
    forms = [(t, c) for t, c in draft.aliases.items()]
    mixed = [(t, c) for t, c in forms if not t.isupper()] or forms
    if f"+{WIFE}" in draft.node:
        return f"Mrs. {max(forms, key=lambda f: (f[1], len(f[0]), f[0]))[0]}"
    if draft.kind == "person":
        said = {person(t) for t, _ in mixed}
        mixed = [
            (t, c) for t, c in mixed if not (t.endswith("s") and person(t[:-1]) in said)
        ] or mixed  # a lost apostrophe
        often = [(t, c) for t, c in mixed if c > 1 and len(person(t)) > 1] or mixed
        fullest = max(often, key=lambda f: (len(person(f[0])), f[1], len(f[0]), f[0]))[0]
        return f"{_styled(draft)}{fullest}" if len(person(fullest)) == 1 else fullest
    long = [(t, c) for t, c in mixed if " " in t]
    acronym = any(t.replace(".", "").isupper() for t, _ in forms)
    return max((long if acronym and long else forms), key=lambda f: (f[1], len(f[0]), f[0]))[0]


def _styled(draft: Draft) -> str:
    """The style that somebody with one name is told by: "Pope", "Queen"."""
    told = [(len(spans), text) for text, spans in draft.roles.items() if text.lower() in styles()]
    return f"{max(told)[1].capitalize()} " if told else ""


def shown(graph: Graph, *nodes: Node) -> str:
    """The commonest form of these nodes."""
    count = sum((graph.texts[n] for n in nodes), Counter[str]())
    return max(count.items(), key=lambda item: (item[1], item[0]))[0]
