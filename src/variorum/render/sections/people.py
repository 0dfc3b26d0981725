"""Who is in the story: people with their roles, then organisations, groups and places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Actor, Span
from ...rules.phrases import clean, clip, listing, phrases, when
from ..outline import Group, Row, Section, section
from ..view import StoryView

KINDS = {"person": 8, "organisation": 4, "group": 3, "place": 3}
"""In this order, with how many of each the terminal shows."""


SHOWN = 6
"""Reports named for a role."""


def people(story: StoryView) -> Section:
    """Actors by kind, the most mentioned first."""
    groups = []
    for kind, brief in KINDS.items():
        cast = sorted((a for a in story.story.actors if a.kind == kind), key=lambda a: (-len(a.mentions), a.name, a.id))
        if cast:
            groups.append(Group(phrases().actors[kind], tuple(_row(story, a) for a in cast), brief=brief))
    return section("people", "table", tuple(groups), brief=10, full=8, wide=(4, 4, 6, 1))


def _row(story: StoryView, actor: Actor) -> Row:
    names = _names(actor)
    spans = actor.mentions or tuple(s for role in actor.roles for s in role.evidence)
    shown = (*(s for role in actor.roles for s in role.evidence), *_firsts(actor.mentions))
    notes = (*_whence(story, actor), *dict.fromkeys(f"{m.left} = {m.right}: {m.why}" for m in actor.merges))
    cells = (clean(actor.name), _some(names), _roles(actor), str(_times(actor)))
    return Row(cells, shown, story.view.refs(spans), notes=notes)


def _names(actor: Actor) -> list[str]:
    """Its other names, each once however its first letter is written; a group with a number before it is no name."""
    seen = {re.sub(r"^the ", "", clean(actor.name).lower())}
    out = []
    for alias in sorted(actor.aliases, key=lambda a: (-a.count, a.text)):
        text = clean(alias.text)
        bare = re.sub(r"^the ", "", text.lower())
        if bare not in seen and not (actor.kind == "group" and bare[:1].isdigit()):
            seen.add(bare)
            out.append(text)
    return out


def _some(names: list[str], most: int = 6) -> str:
    unique = list(dict.fromkeys(names))
    return ", ".join(unique[:most]) + (f" and {len(unique) - most} more" if len(unique) > most else "")


def _roles(actor: Actor) -> str:
    inferred = phrases().times.basis["inferred"]
    ranked = sorted(actor.roles, key=lambda r: (r.inferred, -len({s.article for s in r.evidence}), -len(r.evidence)))
    shown: dict[str, str] = {}
    if actor.stands_for:
        shown[actor.stands_for.text] = f"{actor.stands_for.text} ({inferred})"
    for role in ranked:
        text = clip(role.text, 80)
        shown.setdefault(text.lower(), f"{text} ({inferred})" if role.inferred else text)
    return _some(list(shown.values()), 4)


def _whence(story: StoryView, actor: Actor) -> Iterator[str]:
    """Each role with the reports that give it and their days."""
    for role in actor.roles:
        articles = [
            story.view.articles[a] for a in dict.fromkeys(s.article for s in role.evidence) if a in story.view.articles
        ]
        days = listing(
            [f"[{story.view.numbers[a.id]}] {when(a.published) or phrases().unknown}" for a in articles[:SHOWN]]
        )
        more = f" +{len(articles) - SHOWN}" if len(articles) > SHOWN else ""
        if days:
            yield f"{clip(role.text, 80)}: {days}{more}"


def _firsts(mentions: tuple[Span, ...]) -> list[Span]:
    """The first mention in each article: the others can be found from there."""
    first: dict[str, Span] = {}
    for span in mentions:
        first.setdefault(span.article, span)
    return list(first.values())


def _times(actor: Actor) -> int:
    """How often the reports speak of it: a name and the phrase around it, "Mayor Dana Reed", count once."""
    count, article, end = 0, "", -1
    for span in sorted(actor.mentions, key=lambda s: (s.article, s.start, -s.end)):
        if span.article != article or span.end > end:
            count, article, end = count + 1, span.article, span.end
    return count
