"""The sentences that the digest quotes: which of several stands best for all, and whether one reads well by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ...model import Article, Line, Span, Story
from ...rules.headlines import headline
from ...rules.phrases import clean, clip, phrases
from .words import moment, part, terms

SHORT, LONG = 45, 280
"""Characters of a sentence that can be quoted; a longer one is no short account."""
LOUD = 4
"""One word of so many in capitals: a label or a map has got into the sentence."""
OPENING = 3
"""Sentences of a report's body among which its opening is looked for: the first may be a label or a teaser."""
PAIRS = (("“", "”"), ("(", ")"), ("«", "»"))

LATER = 0.65
"""Weight of a sentence against the one before it: what comes first is meant to stand for the whole."""
OLD = 0.85
"""Weight of a sentence with a number that no longer holds."""


def lead(story: Story, articles: Sequence[Article]) -> tuple[Line, ...]:
    """How one of the reports opens: the sentence that shares most with the openings of the others."""
    stains = Stains(story)
    heads = {a.id: headline(a) for a in articles}
    choices = [(a, span) for a in articles for span in _openings(a)]
    shared = Counter(word for a in articles for word in _opened(a, heads[a.id]))
    fit = [(a, span) for a, span in choices if whole(span.text) and not stains.unfit(span)]
    best = min(fit, key=lambda c: _key(c, shared, stains), default=None)
    if best is None:
        return ()
    article, span = best
    source = ", ".join(w for w in (outlet(article), moment(article.published, story.period)) if w)
    text = phrases().digest["lead"].format(quote=quoted(span), source=part("source", source))
    return (Line(text=text, evidence=(span,)),)


def _key(choice: tuple[Article, Span], shared: Counter[str], stains: Stains) -> tuple[float, int, str, str]:
    article, span = choice
    later = sum(one.start < span.start for one in _openings(article))
    weight = LATER**later * (OLD if stains.old(span) else 1.0)
    return -score(span.text, shared) * weight, len(span.text), span.text, article.id


def _openings(article: Article) -> list[Span]:
    body = [
        (start, end)
        for start, end in article.sentences[:20]
        if article.part(start) == "body" and len(clean(article.text[start:end])) >= SHORT
    ]
    return [article.cut(start, end) for start, end in body[:OPENING]]


def _opened(article: Article, head: str) -> frozenset[str]:
    return terms(" ".join([head, *(span.text for span in _openings(article))]))


def score(text: str, shared: Counter[str]) -> float:
    """How well a sentence stands for all: other places that use its words, over its length."""
    words = terms(text)
    return (sum(shared[word] - 1 for word in words) + 0.5) / (len(words) + 6)


def whole(text: str) -> bool:
    """Whether a sentence reads well by itself: of a fair length, begun and ended, its marks in pairs, and about somebody who is
    named in it rather than by a pronoun at its head."""
    text = clean(text)
    first = re.split(r"[\s,’']", text, maxsplit=1)[0].lower()
    if not SHORT <= len(text) <= LONG or not (text[0].isupper() or text[0].isdigit()) or first in phrases().dependent:
        return False
    if (
        re.search(r"\b[A-Z][a-z]{0,2}\.$", text)
        or text[-1] not in '.!?”"’'
        or text.count('"') % 2
        or any(text.count(a) != text.count(b) for a, b in PAIRS)
    ):
        return False
    loud = sum(len(word) > 2 and word.isupper() for word in text.split())
    return loud * LOUD < len(text.split()) and "|" not in text


def quoted(span: Span) -> str:
    """The sentence in marks, its own characters within them."""
    return f"“{clean(span.text)}”"


def outlet(article: Article) -> str:
    """The outlet, where it is known."""
    return clip(article.outlet or "", 40)


MARK = 3
"""Characters of marks around a quote."""


class Stains:
    """Where the reports give numbers that are doubtful or no longer hold, or somebody else's words: such a sentence should not
    stand for itself."""

    def __init__(self, story: Story) -> None:
        readings = [r for f in story.figures for r in f.readings]
        sound = {s for r in readings if r.standing not in ("suspect", "superseded") for s in r.spans}
        self._doubtful = _by_article(s for r in readings if r.status == "suspect" for s in r.spans)
        self._spoken = _by_article(q.span for q in story.quotes if q.kind == "direct")
        self._old = _by_article(s for r in readings if r.standing == "superseded" for s in r.spans if s not in sound)

    def doubtful(self, sentence: Span) -> bool:
        """Whether a likely misprint stands in the sentence."""
        return any(sentence.holds(s) for s in self._doubtful.get(sentence.article, ()))

    def unfit(self, sentence: Span) -> bool:
        """Whether it cannot stand for itself at all."""
        return self.doubtful(sentence) or self.spoken(sentence)

    def spoken(self, sentence: Span) -> bool:
        """Whether the sentence is what somebody said, without who said it."""
        return any(
            s.start - MARK <= sentence.start and sentence.end <= s.end + MARK
            for s in self._spoken.get(sentence.article, ())
        )

    def old(self, sentence: Span) -> bool:
        """Whether a count that a later one replaces stands in the sentence."""
        return any(sentence.holds(s) for s in self._old.get(sentence.article, ()))


def _by_article(spans: Iterable[Span]) -> dict[str, list[Span]]:
    out: dict[str, list[Span]] = {}
    for span in spans:
        out.setdefault(span.article, []).append(span)
    return out
