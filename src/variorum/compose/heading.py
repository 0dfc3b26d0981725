"""A story's title and period."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..model import Article, Calendar, Story, When
from ..model.moment import parsed
from ..model.value import Basis
from ..rules.headlines import headline, opening
from ..rules.phrases import clip, phrases

LONGEST = 140
"""Characters of a title."""
MONTH = 31
"""Days that a report's interval may have at most to bound the story's period."""


BASES: tuple[Basis, ...] = ("inferred", "stated", "metadata")
"""The weakest first: a period is as sure as the weaker of its ends."""


def title(articles: Sequence[Article], story: Story) -> str:
    """The headline that shares most words with the other reports' openings, else such a first sentence."""
    del story
    heads = [head for head in (headline(a) for a in articles) if head]
    choices = heads or [head for head in (opening(a) for a in articles) if head]
    if not choices:
        return clip(articles[0].text, LONGEST) if articles else ""
    shared = Counter(word for a in articles for word in _words(f"{headline(a)} {opening(a)}"))
    return clip(min(choices, key=lambda head: (-_score(head, shared), head)), LONGEST)


def _score(head: str, shared: Counter[str]) -> float:
    """How well a headline stands for all: other reports that use its words, over its length; a bare phrase or a whole
    paragraph says too little or too much."""
    words = _words(head)
    told = sum(shared[word] - 1 for word in words)
    return (told + 0.5) / (len(words) + 6) * (0.3 if len(words) < 3 or len(head) > LONGEST else 1.0)


def _words(text: str) -> frozenset[str]:
    """The words that carry meaning, in small letters."""
    stop = phrases().titles.stop
    return frozenset(w for w in re.findall(r"[^\W\d_]{3,}", text.lower()) if w not in stop)


def period(articles: Sequence[Article], calendar: Calendar) -> When | None:
    """From the earliest day of the first report to the latest day of the last; None if no report is dated. Reports known to
    a year only would stretch it over days that no report is of, so they count only where all are such."""
    known = [when for when in (calendar.published.get(a.id) for a in articles) if when]
    days = [when for when in known if _near(when)] or known
    first = min((w for w in days if w.earliest), key=lambda w: (w.earliest or "", w.basis), default=None)
    last = max((w for w in days if w.latest), key=lambda w: (w.latest or "", w.basis), default=None)
    ends = [w for w in (first, last) if w]
    if not ends:
        return None
    basis = next(b for b in BASES if b in {w.basis for w in ends})
    evidence = tuple(dict.fromkeys(span for w in ends for span in w.evidence))
    which = (
        ""
        if len(days) == len(articles)
        else " that is dated"
        if len(days) == len(known)
        else " dated to a month or less"
    )
    why = f"from the earliest to the latest report{which}"
    return When(first.earliest if first else None, last.latest if last else None, basis, why, evidence)


def _near(when: When) -> bool:
    """Whether a report's interval is no wider than about a month."""
    low, high = parsed(when.earliest), parsed(when.latest)
    return low is not None and high is not None and (high - low).days <= MONTH
