"""The origins of a story: agencies, outlets and reports that others copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from ...model import Article, Cast, Origin, Reuse, Source, Span, key
from ...rules.credits import Credit, agency, credited
from ...rules.phrases import phrases
from . import names
from .copies import Common, copies

WHOLE = 0.95
"""Share of the shorter text in common from which two texts are called the same."""
WITHIN = 0.4
"""Share of the longer text under which an agency's text in it does not make it a copy, where it opens with its own words."""


@dataclass
class Draft:
    """An origin while it is put together."""

    name: str
    kind: str
    articles: list[str]
    why: str
    spans: list[Span]


def origins(
    articles: Sequence[Article], reuse: Sequence[Reuse], sources: Sequence[Source], cast: Cast
) -> tuple[Origin, ...]:
    """Each report under one origin, those with most reports first; then the outlets that reports only cite."""
    stated = {a.id: credited(a) for a in articles}
    drafts: dict[tuple[str, ...], Draft] = {}
    for members, share in _texts(articles, copies(articles, reuse), stated):
        who, made = _draft(members, share, stated)
        kept = drafts.get(who)
        if kept is None:
            drafts[who] = made
        else:
            kept.articles += made.articles
            kept.spans += made.spans
            kept.why = kept.why or made.why
    own = [_origin(who, one) for who, one in drafts.items()]
    return tuple(_ranked(_cited(own, sources, cast, stated)))


def _texts(
    articles: Sequence[Article], same: Mapping[tuple[str, str], Common], stated: Mapping[str, tuple[Credit, ...]]
) -> list[tuple[list[Article], float]]:
    """Articles that are one text together, with the least share by which two of them are. Those most alike are joined first;
    texts of two agencies never are: a report made of both is a copy of the one that it has more of."""
    home = {a.id: a.id for a in articles}
    share = dict.fromkeys(home, 1.0)
    wire = {i: next((c.agency for c in many if c.whole), "") for i, many in stated.items()}
    for pair, one in sorted(same.items(), key=lambda item: (-item[1].part, -item[1].rest, item[0])):
        left, right = (_home(home, i) for i in pair)
        if _within(pair, one, wire) or (wire[left] and wire[right] and wire[left] != wire[right]):
            continue
        home[right] = left
        share[left] = min(share[left], share[right], one.part)
        wire[left] = wire[left] or wire[right]
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[_home(home, article.id)].append(article)
    return [(many, share[who]) for who, many in groups.items()]


def _home(home: dict[str, str], one: str) -> str:
    while home[one] != one:
        home[one] = one = home[home[one]]
    return one


def _within(pair: tuple[str, str], one: Common, wire: Mapping[str, str]) -> bool:
    """Whether the longer text is a report of its own that has an agency's whole text within it."""
    shorter = pair[0] if one.longer == pair[1] else pair[1]
    return one.own and one.rest < WITHIN and bool(wire[shorter]) and not wire[one.longer]


def _draft(
    members: Sequence[Article], share: float, stated: Mapping[str, tuple[Credit, ...]]
) -> tuple[tuple[str, ...], Draft]:
    """Whose text it is: that of the agency that one of the reports stated, else of the one outlet that they are all of, else of
    the one published first."""
    said, ids = phrases().origins, [a.id for a in members]
    whole = [c for i in ids for c in stated[i] if c.whole]
    copied = said["whole" if share >= WHOLE else "copies"] if len(ids) > 1 else ""
    if whole:
        name = whole[0].agency
        spans = [c.span for c in whole if c.agency == name and c.span]
        why = said["credit"].format(agency=name) + (f"; {copied}" if copied else "")
        return ("agency", name), Draft(name, "agency", ids, why, spans)
    outlets = {names.plain(names.outlet(a)): names.outlet(a) for a in members}
    first = _first(members)
    name = names.outlet(first) if first is not None else next(iter(outlets.values())) if len(outlets) == 1 else ""
    if name:
        why = copied + (said["first"].format(outlet=name) if first is not None and len(outlets) > 1 else "")
        wire = agency(name)
        if wire:
            return ("agency", wire), Draft(wire, "agency", ids, why, [])
        return ("outlet", names.plain(name)), Draft(name, "outlet", ids, why, [])
    return ("report", *sorted(ids)), Draft("", "report", ids, copied, [])


def _first(members: Sequence[Article]) -> Article | None:
    """The one that is surely older than all others."""
    dated = sorted((a.published.latest or "", a.id) for a in members if a.published and a.published.latest)
    if len(dated) != len(members) or len(members) < 2:
        return None
    one = next(a for a in members if a.id == dated[0][1])
    begins = [a.published.earliest or "" for a in members if a is not one and a.published]
    return one if all(dated[0][0] < begin for begin in begins) else None


def _origin(who: tuple[str, ...], one: Draft) -> Origin:
    kind = next(k for k in ("agency", "outlet", "report") if k == one.kind)
    many = one.kind == "outlet" and len(one.articles) > 1
    why = one.why or (phrases().origins["outlet"].format(outlet=one.name) if many else "")
    return Origin(
        id=key("origin", *who), name=one.name, kind=kind, articles=tuple(one.articles), why=why, spans=tuple(one.spans)
    )


def _cited(
    own: Sequence[Origin], sources: Sequence[Source], cast: Cast, stated: Mapping[str, tuple[Credit, ...]]
) -> list[Origin]:
    """The origins with the reports that cite them, and the outlets and agencies that are only cited or had a part."""
    home = {names.plain(one.name): one.id for one in own if one.name and one.kind != "report"}
    made = {one.id: one for one in own}
    for name, spans, known in (*_outlets(sources, cast), *_parts(stated)):
        who = next((home[n] for n in known if n in home), None)
        if who is None:
            wire = agency(name)
            who = key("origin", "agency" if wire else "outlet", wire or known[0])
            made[who] = Origin(id=who, name=wire or name, kind="agency" if wire else "outlet", articles=())
            home |= dict.fromkeys(known, who)
        made[who] = _with(made[who], spans)
    return [one for one in made.values() if one.articles or one.cited]


def _with(one: Origin, spans: Sequence[Span]) -> Origin:
    """The origin with more places that cite it; its own reports do not cite it."""
    more = [s for s in spans if s.article not in one.articles]
    cited = tuple(dict.fromkeys((*one.cited, *(s.article for s in more))))
    return replace(one, cited=cited, spans=tuple(dict.fromkeys((*one.spans, *more))))


def _outlets(sources: Sequence[Source], cast: Cast) -> list[tuple[str, tuple[Span, ...], list[str]]]:
    """Outlets that reports cite: name, places, all plain names."""
    found = [(one, names.called(one, cast)) for one in sources if one.kind == "outlet"]
    return [(names.core(one.name) or one.name, one.spans, known) for one, known in found if known]


def _parts(stated: Mapping[str, tuple[Credit, ...]]) -> list[tuple[str, tuple[Span, ...], list[str]]]:
    """Agencies that had a part in reports."""
    parts: dict[str, list[Span]] = defaultdict(list)
    for many in stated.values():
        for one in many:
            if not one.whole and one.span:
                parts[one.agency].append(one.span)
    return [(name, tuple(spans), [names.plain(name)]) for name, spans in parts.items()]


def _ranked(every: Sequence[Origin]) -> list[Origin]:
    return sorted(every, key=lambda one: (-len(one.articles), -len(one.cited)))
