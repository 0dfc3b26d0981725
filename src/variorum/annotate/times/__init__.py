"""Time expressions of a parsed article, relative to a day that is not known yet.

`cut` parts the text, `scan` gives each word a class from rules/en/times.toml, `grammar` finds sequences of classes; `day`,
`month`, `near`, `span`, `often` and `era` make values of them, `tense` says on which side of the article's day they lie,
`stamps` what stands outside running text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, cast

from ...model import QUIET, Article, Expression
from . import day, era, lexicon, month, near, often, span
from .draft import Draft, Match
from .figures import custom
from .grammar import matches
from .scan import Word, scan
from .stamps import stamp
from .tense import Look

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["times"]

BUILDERS: dict[str, Callable[[Match], Iterator[Draft]]] = {
    one.__name__: one
    for one in (
        *(day.skip, day.calendar, day.months, day.days, day.holiday),
        *(month.month, month.year, month.clock, month.part),
        *(near.unit, near.ago, near.hence, near.before, near.later, near.ending, near.eve),
        *(span.stretch, span.length, span.range, span.plural),
        *(often.often, often.word, often.past, often.age),
        *(era.century, era.decade, era.eighties, era.season, era.quarter, era.fiscal),
    )
}
OPEN = re.compile(r"XXXX-(?:WXX-\d|WXX-WE|\d\d|SP|SU|FA|WI|XX-XX(?!T))|\d{4}-\d\d-\d\d")
"""Values that may lie before or after the article's day; a full date too, while that day is not known."""


def times(article: Article, doc: Doc) -> Iterator[Expression]:
    """Expressions in text order, none within another. From furniture, bylines and repeats only stamps are taken."""
    found, look = scan(article.text, custom(article)), Look(doc)
    for name, first, stop in matches(found.kinds):
        match = Match(found.words(first, stop), first, found, article.text, look)
        for draft in BUILDERS[name](match):
            last = stop if draft.last is None else first + draft.last + 1
            words = found.words(first + draft.first, last)
            start = _begin(article.text, words)
            one = _expression(article, draft, start, words[-1].end - _loose(article.text, words[-1]), look)
            if one.stamp or article.part(one.span.start) not in QUIET:
                yield one


def _begin(text: str, words: Sequence[Word]) -> int:
    """Where an expression begins: "about" or "around" belongs to it, "from", "at" and "at around" do not."""
    first = words[0]
    if first.kind != "@" or len(words) == 1 or text[first.start : first.end].lower() in lexicon.words().mods:
        return first.start
    return words[1].start


def _loose(text: str, word: Word) -> int:
    """Characters of a preposition at the end: the "in" of "later in" belongs to a following "the week" alone."""
    return 3 if word.kind in "EL" and text[word.start : word.end].lower().endswith((" in", " on")) else 0


def _expression(article: Article, draft: Draft, start: int, end: int, look: Look) -> Expression:
    kind = stamp(article, start, end, draft.value)
    side = draft.side
    if side is None and kind is None and draft.anchor == "article" and (OPEN.match(draft.value) or draft.formula):
        side = look.side(start)
    return Expression(
        article.cut(start, end),
        draft.type,
        draft.value,
        draft.unit,
        draft.shift,
        cast(Literal["past", "future"] | None, side),
        cast(Literal["article", "told", "next"], draft.anchor),
        draft.mod,
        draft.weekday,
        draft.formula,
        draft.grain,
        draft.other,
        kind,
    )
