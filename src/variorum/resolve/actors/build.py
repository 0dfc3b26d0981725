"""From mentions to actors: the steps in order."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model import Actor, ActorRole, Alias, Cast, Judged, Link, Mention, Merge, Record, Span, key
from ...model.claim import ActorKind
from ...rules.nations import nations
from .bodies import bodies, described, given_short
from .extent import extents
from .fold import fold, person
from .infer import inferred
from .join import persons, places
from .judged import decide, united
from .nodes import Graph, Node, kinds, names
from .phrases import phrases
from .settings import located, things
from .short import shorts
from .speaking import speaking
from .taken import taken_up

Spot = tuple[str, int, int]


@dataclass
class Draft:
    """An actor under construction."""

    node: Node
    kind: ActorKind
    aliases: Counter[str] = field(default_factory=Counter)
    roles: dict[str, list[Span]] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    spans: set[Span] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)


def actors(records: Sequence[Record], judged: Sequence[Judged] = ()) -> Cast:
    """The cast of a story; the order of the records makes no difference. What a user has judged wins over all else."""
    records = sorted(records, key=lambda r: r.article.id)
    graph, named = _graph(records, judged)
    bare = shorts(graph, records, named)
    drafts: dict[Node, Draft] = {}
    owner: dict[Spot, Node] = {}
    for article in sorted(named):
        for mention, node in named[article]:
            top = bare[(article, node)][0] if (article, node) in bare else graph.top(node)
            _take(drafts, owner, graph, top, mention)
    _shorts_said(graph, bare, drafts)
    _phrases(records, owner, drafts)
    _widen(records, owner, drafts)
    _unite(judged, owner, drafts)
    for span, node in [*speaking(records, owner)]:
        if _spot(span) not in owner:
            owner[_spot(span)] = node
            drafts[node].spans.add(span)
    return _cast(records, graph, drafts, owner)


def _graph(records: Sequence[Record], judged: Sequence[Judged]) -> tuple[Graph, dict[str, list[tuple[Mention, Node]]]]:
    graph, named, given = Graph(), {}, []
    where, nobody = located(records), things(records)
    voted = kinds(records, where)
    for record in records:
        named[record.article.id] = [pair for pair in names([record], voted) if fold(pair[0].span.text) not in nobody]
        starts = [start for start, _ in record.article.sentences]
        for mention, node in named[record.article.id]:
            graph.add(node, mention, bisect_right(starts, mention.span.start))
        given += list(given_short(record, named[record.article.id]))
    decide(graph, judged)
    persons(graph)
    bodies(graph, sorted(set(given)), described(records, named), where)
    places(graph)
    return graph, named


def _take(drafts: dict[Node, Draft], owner: dict[Spot, Node], graph: Graph, top: Node, mention: Mention) -> None:
    draft = drafts.get(top)
    if draft is None:
        count = sum((graph.kinds[n] for n in graph.members[top]), Counter[ActorKind]())
        kind: ActorKind = (
            "person"
            if top[0] == "person"
            else "place"
            if top[0] == "place"
            else "group"
            if top[0] == "people"
            else _body_kind(count)
        )
        draft = drafts[top] = Draft(top, kind)
    draft.aliases[" ".join(mention.span.text.split())] += 1
    draft.spans.add(mention.span)
    owner[_spot(mention.span)] = top
    for role in mention.roles:
        draft.roles.setdefault(role.text, []).append(role.span)


def _body_kind(count: Counter[ActorKind]) -> ActorKind:
    return "group" if count["group"] > count["organisation"] + count["place"] + count["person"] else "organisation"


def _spot(span: Span) -> Spot:
    return span.article, span.start, span.end


def _shorts_said(graph: Graph, bare: dict[tuple[str, Node], tuple[Node, str]], drafts: dict[Node, Draft]) -> None:
    """Says why bare names were joined, once for each reason."""
    for node, full, why in sorted({(node, *found) for (_, node), found in bare.items()}):
        if full in drafts:
            drafts[full].merges.append(
                Merge(left=_shown(graph, node), right=_shown(graph, *graph.members[full]), why=why)
            )


def _shown(graph: Graph, *nodes: Node) -> str:
    """The commonest form of these nodes."""
    count = sum((graph.texts[n] for n in nodes), Counter[str]())
    return max(count.items(), key=lambda item: (item[1], item[0]))[0]


def _phrases(records: Sequence[Record], owner: dict[Spot, Node], drafts: dict[Node, Draft]) -> None:
    """Pronouns and definite phrases, by what they stand for in the article; then roles without a name; then groups."""
    loose: list[Mention] = []
    for record in records:
        by_spot = {_spot(m.span): m for m in record.mentions}
        for mention in record.mentions:
            if mention.form == "name":
                continue
            top = _antecedent(mention, by_spot, owner)
            if top is None:
                loose.append(mention)
            else:
                owner[_spot(mention.span)] = top
                drafts[top].spans.add(mention.span)
    _take_up(records, loose, owner, drafts)
    known = _bodies(owner)
    people = {
        node: sorted({_canon(s, known) for spans in draft.roles.values() for s in spans})
        for node, draft in drafts.items()
        if draft.kind == "person"
    }
    present: dict[str, set[Node]] = defaultdict(set)
    for (article, _, _), node in owner.items():
        present[article].add(node)
    roles = [(m, _canon(m.span, known)) for m in loose if m.form == "nominal" and m.kind == "person"]
    for mention, node in inferred(roles, people, present):
        owner[_spot(mention.span)] = node
        drafts[node].spans.add(mention.span)
        drafts[node].roles.setdefault(mention.span.text, []).append(mention.span)
        drafts[node].guessed.add(mention.span.text)
    _follow(records, owner, drafts)
    said = frozenset(word for draft in drafts.values() for alias in draft.aliases for word in alias.split())
    for name, kind, mentions, merges in phrases(
        [m for m in loose if m.form == "nominal" and _spot(m.span) not in owner], said
    ):
        node = ("phrase", kind, name)
        drafts[node] = Draft(
            node,
            kind,
            Counter(" ".join(m.span.text.split()) for m in mentions),
            spans={m.span for m in mentions},
            merges=merges,
        )
        owner.update({_spot(m.span): node for m in mentions})
    _follow(records, owner, drafts)


def _unite(judged: Sequence[Judged], owner: dict[Spot, Node], drafts: dict[Node, Draft]) -> None:
    """Joins what a user has judged to be one and the names alone could not join: "the hostages" and "the captives"."""
    for left, right, why in united(judged, {node: [*draft.aliases] for node, draft in drafts.items()}):
        kept, gone = drafts[left], drafts.pop(right)
        kept.aliases.update(gone.aliases)
        kept.spans |= gone.spans
        kept.guessed |= gone.guessed
        for text, spans in gone.roles.items():
            kept.roles.setdefault(text, []).extend(spans)
        kept.merges += [*gone.merges, why]
        owner.update({spot: left for spot, node in owner.items() if node == right})


def _widen(records: Sequence[Record], owner: dict[Spot, Node], drafts: dict[Node, Draft]) -> None:
    """The whole phrases of names, which mean whom the names mean."""
    for record in records:
        for mention, span in extents(record):
            node = owner.get(_spot(mention.span))
            if node and _spot(span) not in owner:
                owner[_spot(span)] = node
                drafts[node].spans.add(span)


def _take_up(
    records: Sequence[Record], loose: list[Mention], owner: dict[Spot, Node], drafts: dict[Node, Draft]
) -> None:
    """Bare phrases whose meaning other reports tell."""
    known = [m for r in records for m in r.mentions if m.antecedent]
    for mention, node, why in [*taken_up(loose, known, owner, {n: list(d.aliases) for n, d in drafts.items()})]:
        owner[_spot(mention.span)] = node
        drafts[node].spans.add(mention.span)
        shown = max(drafts[node].aliases.items(), key=lambda item: (item[1], item[0]))[0]
        drafts[node].merges.append(Merge(left=mention.span.text.lower(), right=shown, why=why))


def _bodies(owner: dict[Spot, Node]) -> dict[tuple[str, int], tuple[int, str]]:
    """(article, start) of a body's name -> (its end, one word for the body whatever its name there)."""
    return {
        (article, start): (end, "Q" + key(*node))
        for (article, start, end), node in sorted(owner.items())
        if node[0] == "body"
    }


def _canon(span: Span, bodies: dict[tuple[str, int], tuple[int, str]]) -> str:
    """A role's text with each body's name in it replaced by the body's one word."""
    words, at = [], span.start
    while at < span.end:
        end, word = bodies.get((span.article, at), (0, ""))
        words.append(word if at < end <= span.end else span.text[at - span.start])
        at = end if at < end <= span.end else at + 1
    return "".join(words)


def _follow(records: Sequence[Record], owner: dict[Spot, Node], drafts: dict[Node, Draft]) -> None:
    """Gives mentions the actor that their antecedent has got meanwhile."""
    for record in records:
        by_spot = {_spot(m.span): m for m in record.mentions}
        for mention in record.mentions:
            if mention.antecedent and _spot(mention.span) not in owner:
                top = _antecedent(mention, by_spot, owner)
                if top is not None:
                    owner[_spot(mention.span)] = top
                    drafts[top].spans.add(mention.span)


def _antecedent(mention: Mention, by_spot: dict[Spot, Mention], owner: dict[Spot, Node]) -> Node | None:
    for _ in range(8):
        if mention.antecedent is None:
            return None
        spot = _spot(mention.antecedent)
        if spot in owner:
            return owner[spot]
        if spot not in by_spot:
            return None
        mention = by_spot[spot]
    return None


def _cast(records: Sequence[Record], graph: Graph, drafts: dict[Node, Draft], owner: dict[Spot, Node]) -> Cast:
    for left, right, _, why in graph.reasons:
        top = graph.top(left)
        if top in drafts:
            drafts[top].merges.append(Merge(left=_shown(graph, left), right=_shown(graph, right), why=why))
    ids = {node: key("actor", *node) for node in drafts}
    made = [_actor(draft, ids[node]) for node, draft in drafts.items()]
    made.sort(key=lambda a: (-len(a.mentions), a.name, a.id))
    index = {spot: ids[node] for spot, node in owner.items()}
    return Cast.of(made, index, _links(graph), {r.article.id: r.article.text for r in records})


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


def _actor(draft: Draft, made: str) -> Actor:
    aliases = tuple(
        Alias(text=t, count=c) for t, c in sorted(draft.aliases.items(), key=lambda item: (-item[1], item[0]))
    )
    merges = sorted({(m.left, m.right, m.why) for m in draft.merges if fold(m.left) != fold(m.right)})
    return Actor(
        id=made,
        name=_best(draft),
        kind=draft.kind,
        aliases=aliases,
        roles=_roles(draft),
        mentions=tuple(sorted(draft.spans)),
        merges=tuple(Merge(left=a, right=b, why=w) for a, b, w in merges),
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


def _best(draft: Draft) -> str:
    """The fullest good form: most telling words for a person, the usual long form for a body, the plain name of a nation."""
    if draft.node[0] in ("place",) and draft.node[1] in nations():
        return nations()[draft.node[1]].name
    if draft.node[0] == "phrase":
        return draft.node[2]
    if draft.node[0] == "place" and all(t.isupper() and len(t) > 3 for t in draft.aliases):
        return max(draft.aliases).title()  # shouted in a date line
    forms = [(t, c) for t, c in draft.aliases.items()]
    mixed = [(t, c) for t, c in forms if not t.isupper()] or forms
    if draft.kind == "person":
        said = {t for t, _ in mixed}
        mixed = [(t, c) for t, c in mixed if not (t.endswith("s") and t[:-1] in said)] or mixed  # a lost apostrophe
        often = [(t, c) for t, c in mixed if c > 1 and len(person(t)) > 1] or mixed
        return max(often, key=lambda f: (len(person(f[0])), f[1], len(f[0]), f[0]))[0]
    long = [(t, c) for t, c in mixed if " " in t]
    acronym = any(t.replace(".", "").isupper() for t, _ in forms)
    return max((long if acronym and long else forms), key=lambda f: (f[1], len(f[0]), f[0]))[0]
