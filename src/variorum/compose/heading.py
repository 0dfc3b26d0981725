"""A story's title and period."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..model import Article, Calendar, Story, When
from ..rules.headlines import headline, opening
from ..rules.phrases import clip, phrases

LONGEST = 140
"""Characters of a title."""


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
    return None
