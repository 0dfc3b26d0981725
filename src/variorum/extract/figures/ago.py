"""Counts that the text dates to another year: "In 2012 a gunman killed 26", "a year ago a bomb killed 12"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...model import Expression
from ...model.page import Page
from ..kin import children
from .entry import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

_UP = ("pobj", "prep", "npadvmod", "advmod", "nummod", "compound", "amod", "nmod", "pcomp", "tmod")
"""What a time hangs by on the word that it dates."""
_CLIMB = 5
_STAMPS = ("published", "updated", "dateline")
_LONG = ("year", "decade", "century")
_YEAR = 12
"""Months before the report from which a date is that of something else."""


def past(page: Page) -> tuple[Expression, ...]:
    """The times of a page that lie in another year, at least twelve months before the report, in text order."""
    day = _day(page)
    return tuple(e for e in page.expressions if e.type == "DATE" and e.stamp is None and _old(e, day))


def own(page: Page, one: Told, many: Sequence[Expression]) -> Expression | None:
    """That of such times which the text gives to a count itself; what still lasts ("136 are still missing") has none."""
    if one.hit.kind == "state":
        return None
    sentence = one.hit.trigger.sent
    for expression in many:
        if sentence.start_char <= expression.span.start < sentence.end_char:
            words = page.doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
            if words is not None and _dates(words.root, one.hit.trigger):
                return expression
    return None


def _day(page: Page) -> str:
    """The report's day as far as the page alone tells it: as given, else by its latest stamp; empty where nothing does."""
    published = page.article.published
    if published is not None and published.earliest:
        return published.earliest
    return max((e.value for e in page.expressions if e.stamp in _STAMPS and e.value[:4].isdecimal()), default="")


def _old(expression: Expression, day: str) -> bool:
    if (
        expression.unit in _LONG
    ):  # "last year" may be some weeks ago, and "October 7 last year" the day of the matter itself
        far = expression.grain or (expression.shift or 0) < -1
        return expression.anchor == "article" and (expression.shift or 0) < 0 and far
    value = expression.value
    if not value[:4].isdecimal() or not day[:4].isdecimal():
        return False
    gap = 12 * (int(day[:4]) - int(value[:4]))
    if value[5:7].isdecimal() and day[5:7].isdecimal():
        return gap + int(day[5:7]) - int(value[5:7]) >= _YEAR
    return gap > _YEAR


def _dates(root: Token, trigger: Token) -> bool:
    """Whether a time hangs on the word that says the count, on its subject, or on what its clause describes."""
    dated = {trigger.i, *(c.i for c in children(trigger) if c.dep_ in ("nsubj", "agent"))}
    dated |= {trigger.head.i} if trigger.dep_ in ("relcl", "acl") else set()
    at = root
    for _ in range(_CLIMB):
        if at.i in dated:
            return True
        if at.dep_ not in _UP:
            return False
        at = at.head
    return at.i in dated
