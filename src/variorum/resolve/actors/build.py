"""From mentions to actors: the steps in order."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from ...model import Cast, Judged, Mention, Merge, Record
from ...model.claim import ActorKind
from ...model.link import other
from .bodies import bodies, described, given_short
from .cast import best, cast, shown
from .draft import Draft, Spot, spot_of
from .extent import extents
from .fold import clear, fold
from .homonyms import homonyms, wives
from .join import persons, places
from .judged import decide, united
from .namesakes import namesakes, part
from .nodes import Graph, Node, kinds, names
from .phrases import owned, phrases
from .settings import beside, located, things
from .short import shorts
from .speaking import speaking, voices
from .taken import taken_up
from .unnamed import Joint, unnamed


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
    joint = _phrases(records, owner, drafts)
    _widen(records, owner, drafts)
    _unite(judged, owner, drafts, joint)
    for span, node in [*speaking(records, owner, voices(drafts, owner))]:
        if spot_of(span) not in owner:
            owner[spot_of(span)] = node
            drafts[node].spans.add(span)
    return cast(records, graph, drafts, owner, joint)


def _graph(records: Sequence[Record], judged: Sequence[Judged]) -> tuple[Graph, dict[str, list[tuple[Mention, Node]]]]:
    graph, named, given = Graph(), {}, []
    around = [*beside(records)]
    where, nobody = located(around), things(around)
    voted = kinds(records, where)
    for record in records:
        named[record.article.id] = [pair for pair in names([record], voted) if fold(pair[0].span.text) not in nobody]
    named = namesakes(wives(records, homonyms(records, named)), judged)
    for record in records:
        starts = [start for start, _ in record.article.sentences]
        for mention, node in named[record.article.id]:
            graph.add(node, mention, bisect_right(starts, mention.span.start))
        given += list(given_short(record, named[record.article.id]))
    part(graph, judged)
    decide(graph, [one for one in judged if other(one) is None])
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
    draft.aliases[clear(mention.span.text)] += 1
    draft.spans.add(mention.span)
    owner[spot_of(mention.span)] = top
    for role in mention.roles:
        draft.roles.setdefault(role.text, []).append(role.span)


def _body_kind(count: Counter[ActorKind]) -> ActorKind:
    return "group" if count["group"] > count["organisation"] + count["place"] + count["person"] else "organisation"


def _shorts_said(graph: Graph, bare: dict[tuple[str, Node], tuple[Node, str]], drafts: dict[Node, Draft]) -> None:
    """Says why bare names were joined, once for each reason."""
    for node, full, why in sorted({(node, *found) for (_, node), found in bare.items()}):
        if full in drafts:
            drafts[full].merges.append(
                Merge(left=shown(graph, node), right=shown(graph, *graph.members[full]), why=why)
            )


def _phrases(records: Sequence[Record], owner: dict[Spot, Node], drafts: dict[Node, Draft]) -> Joint:
    """Pronouns and definite phrases, by what they stand for in the article; then roles without a name; then groups."""
    loose: list[Mention] = []
    for record in records:
        by_spot = {spot_of(m.span): m for m in record.mentions}
        for mention in record.mentions:
            if mention.form == "name":
                continue
            top = _antecedent(mention, by_spot, owner)
            if top is None:
                loose.append(mention)
            else:
                owner[spot_of(mention.span)] = top
                drafts[top].spans.add(mention.span)
    _take_up(records, loose, owner, drafts)
    joint = unnamed(records, loose, owner, drafts)
    _follow(records, owner, drafts)
    said = frozenset(word for draft in drafts.values() for alias in draft.aliases for word in alias.split())
    whose = owned(records, owner, {node: best(draft) for node, draft in drafts.items()})
    for name, kind, mentions, merges in phrases(
        [m for m in loose if m.form == "nominal" and spot_of(m.span) not in owner], said, whose
    ):
        node = ("phrase", kind, name)
        drafts[node] = Draft(
            node,
            kind,
            Counter(clear(m.span.text) for m in mentions),
            spans={m.span for m in mentions},
            merges=merges,
        )
        owner.update({spot_of(m.span): node for m in mentions})
    _follow(records, owner, drafts)
    return joint


def _unite(judged: Sequence[Judged], owner: dict[Spot, Node], drafts: dict[Node, Draft], joint: Joint) -> None:
    """Joins what a user has judged to be one and the names alone could not join: "the hostages" and "the captives"."""
    for left, right, why in united(
        [j for j in judged if other(j) is None], {node: [*draft.aliases] for node, draft in drafts.items()}
    ):
        kept, gone = drafts[left], drafts.pop(right)
        for rows in joint.values():
            rows[:] = [(*row[:4], left if row[4] == right else row[4]) for row in rows]
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
            node = owner.get(spot_of(mention.span))
            if node and spot_of(span) not in owner:
                owner[spot_of(span)] = node
                drafts[node].spans.add(span)


def _take_up(
    records: Sequence[Record], loose: list[Mention], owner: dict[Spot, Node], drafts: dict[Node, Draft]
) -> None:
    """Bare phrases whose meaning other reports tell."""
    known = [m for r in records for m in r.mentions if m.antecedent]
    for mention, node, why in [*taken_up(loose, known, owner, {n: list(d.aliases) for n, d in drafts.items()})]:
        owner[spot_of(mention.span)] = node
        drafts[node].spans.add(mention.span)
        shown = max(drafts[node].aliases.items(), key=lambda item: (item[1], item[0]))[0]
        drafts[node].merges.append(Merge(left=mention.span.text.lower(), right=shown, why=why))


def _follow(records: Sequence[Record], owner: dict[Spot, Node], drafts: dict[Node, Draft]) -> None:
    """Gives mentions the actor that their antecedent has got meanwhile."""
    for record in records:
        by_spot = {spot_of(m.span): m for m in record.mentions}
        for mention in record.mentions:
            if mention.antecedent and spot_of(mention.span) not in owner:
                top = _antecedent(mention, by_spot, owner)
                if top is not None:
                    owner[spot_of(mention.span)] = top
                    drafts[top].spans.add(mention.span)


def _antecedent(mention: Mention, by_spot: dict[Spot, Mention], owner: dict[Spot, Node]) -> Node | None:
    for _ in range(8):
        if mention.antecedent is None:
            return None
        spot = spot_of(mention.antecedent)
        if spot in owner:
            return owner[spot]
        if spot not in by_spot:
            return None
        mention = by_spot[spot]
    return None
