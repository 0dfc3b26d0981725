"""Findings on the ages of people: one person of whom reports give ages further apart than time explains."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import dropwhile

from ..model import QUIET, Actor, Article, Finding, Mention, Record, Span, Witness, key
from ..rules.phrases import count
from .figures.say import reasons
from .words import counts

_OLDEST, _REACH, _YEAR = 115, 60, 365
_BIRTHDAY = 1
"""Years by which two ages may differ though nobody is wrong, besides the years between the reports."""

Told = dict[int, list[tuple[Article, Span]]]


def ages(records: Sequence[Record], actors: Sequence[Actor]) -> tuple[Finding, ...]:
    """A conflict for each person whom two reports call by one full name and of unlike ages; in the order of names."""
    known = {span: actor.id for actor in actors for span in actor.mentions}
    people: dict[tuple[str, str], Told] = defaultdict(lambda: defaultdict(list))
    for record in records:
        for mention in record.mentions:
            name = _name(mention.span.text)
            if mention.kind == "person" and mention.form == "name" and " " in name:
                for age, span in _ages(record.article, mention):
                    people[name, known.get(mention.span, "")][age].append((record.article, span))
    return tuple(f for (name, actor), told in sorted(people.items()) for f in _conflicts(name, actor, told))


def _name(text: str) -> str:
    """The name without a calling before it: "baker Martin Keller"."""
    return " ".join(dropwhile(str.islower, text.split()))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Of an age after a name (", 43,", "(43)", ", aged 43"), and of one before it ("43-year-old baker ")."""
    words = counts()
    aged = "|".join(map(re.escape, words.age))
    old = "|".join(re.escape(w) for w in words.old)
    after = re.compile(rf"(?:,\s*(?:(?:{aged})\s+)?|\s*\()(\d{{1,3}})(?:\)|(?=\s*[,;.)]))(?![.,]?\d)", re.I)
    return after, re.compile(rf"(?<![\d.,])(\d{{1,3}})[-\s](?:{old})\s+(?:[a-z]+\s+)?$", re.I)


def _ages(article: Article, mention: Mention) -> Iterator[tuple[int, Span]]:
    if any(p.kind in QUIET and p.start <= mention.span.start < p.end for p in article.parts):
        return
    text, start, end = article.text, mention.span.start, mention.span.end
    after, before = _patterns()
    left = max(0, start - _REACH)
    for found, offset in ((after.match(text, end, end + _REACH), 0), (before.search(text[left:start]), left)):
        if found and 0 < int(found[1]) <= _OLDEST:
            yield int(found[1]), article.cut(found.start(1) + offset, found.end(1) + offset)


def _conflicts(name: str, actor: str, told: Told) -> Iterator[Finding]:
    """Each other age against the one that most reports give."""
    if len(told) < 2:
        return
    best = max(told, key=lambda age: (len({a.id for a, _ in told[age]}), -age))
    for age in sorted(set(told) - {best}):
        articles = {a.id for a, _ in told[best]}
        others = [(a, s) for a, s in told[age] if a.id not in articles]
        if others and _unlike(age, best, [a for a, _ in (*others, *told[best])]):
            yield _finding(name, actor, (best, told[best]), (age, others))


def _unlike(left: int, right: int, articles: Sequence[Article]) -> bool:
    days = [date.fromisoformat(a.published.earliest[:10]) for a in articles if a.published and a.published.earliest]
    years = (max(days) - min(days)).days // _YEAR if days else 0
    return abs(left - right) > _BIRTHDAY + years


def _finding(
    name: str, actor: str, one: tuple[int, list[tuple[Article, Span]]], two: tuple[int, list[tuple[Article, Span]]]
) -> Finding:
    places = {a.id: s for _, many in (two, one) for a, s in reversed(many)}
    about = actor or min(places)
    first, second = (len({a.id for a, _ in many}) for _, many in (one, two))
    why = (
        reasons()
        .age["differs"]
        .format(name=name, one=one[0], two=two[0], reports=count("report", first), others=count("report", second))
    )
    sides = tuple(Witness(id=about, article=a, span=s) for a, s in sorted(places.items()))
    return Finding(id=key("age", name, about, one[0], two[0]), kind="conflict", about=about, readings=sides, why=why)
