"""A dossier made ready for reading: numbered articles, names for ids, the sentence around a span."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from ..model import Article, Attribution, Dossier, Entry, Event, Figure, Position, Quote, Span, Story
from ..rules.headlines import headline, opening
from ..rules.page import page
from ..rules.phrases import called, chain, clean, clip, count, when

Item = Figure | Event | Quote | Position
CONTEXT = 320
"""Characters of context where the article has no sentences, or a sentence longer than twice this."""
END = 16
"""Characters of each end of a long file name."""
# Control characters (a terminal would obey them, a browser may not show them), bidirectional overrides (they make a line
# read as it is not written) and lone surrogates (no encoding can write them).
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    """The text with every character that could act on a terminal or a page replaced by U+FFFD; its length is kept."""
    return UNSAFE.sub("\ufffd", text)


@dataclass(frozen=True)
class View:
    """What all outputs ask of a dossier. Articles are numbered from 1 in the dossier's order."""

    dossier: Dossier

    @cached_property
    def articles(self) -> dict[str, Article]:
        return {a.id: a for a in self.dossier.articles}

    @cached_property
    def numbers(self) -> dict[str, int]:
        return {a.id: n for n, a in enumerate(self.dossier.articles, 1)}

    def refs(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Numbers of the articles that these spans are in, in order."""
        return self.numbered(s.article for s in spans)

    def numbered(self, articles: Iterable[str]) -> tuple[int, ...]:
        """Numbers of these articles, in order."""
        return tuple(sorted({self.numbers[a] for a in articles if a in self.numbers}))

    def label(self, article: Article) -> str:
        """What a reader knows the article by: its outlet or site, else its file."""
        return self.outlet(article) or self.file(article)

    def outlet(self, article: Article) -> str:
        """The outlet, else the host of its URL; empty where neither is known."""
        return clip(article.outlet or "", 60) or _host(article.url or "") or _host(article.source)

    def file(self, article: Article) -> str:
        """The name of the file, without its folders; of a long one, how it begins and ends."""
        name = PurePosixPath(article.source.replace("\\", "/")).name or article.source or article.id
        return name if len(name) <= 2 * END + 4 else f"{name[:END]} … {name[-END:]}"

    def heading(self, article: Article) -> str:
        """Its headline, else its first words."""
        return clip(headline(article) or opening(article), 140)

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {a.id: [start for start, _ in a.sentences] for a in self.dossier.articles}

    def sentence(self, span: Span) -> tuple[int, int]:
        """Start and end of the sentences that hold the span, else of its line, cut to a readable length."""
        article = self.articles[span.article]
        at = bisect_right(self._starts[span.article], span.start) - 1
        start, end = article.sentences[at] if at >= 0 else (0, 0)
        if not start <= span.start < end:
            low, high = max(0, span.start - 2 * CONTEXT), span.end + 2 * CONTEXT  # a line may be millions long
            start = max(article.text.rfind("\n", low, span.start) + 1, low)
            end = article.text.find("\n", span.start, high)
            end = min(high, len(article.text)) if end < 0 else end
        elif end < span.end:
            end = article.sentences[bisect_right(self._starts[span.article], span.end - 1) - 1][1]
        return _near(article.text, start, max(end, span.end), span)


def _near(text: str, start: int, end: int, span: Span) -> tuple[int, int]:
    """The stretch without white space at its ends; where it is very long, only what is close to the span."""
    if end - start > 2 * CONTEXT:
        start = max(start, span.start - CONTEXT)
        end = max(span.end, min(end, span.end + CONTEXT))
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return start, end


def _host(url: str) -> str:
    found = re.match(r"https?://(?:www\.)?([^/?#\s]+)", url)
    return clip(found[1], 60) if found else ""


@dataclass(frozen=True)
class StoryView:
    """What all outputs ask of one story."""

    view: View
    story: Story

    @cached_property
    def names(self) -> dict[str, str]:
        return {a.id: clean(a.name) for a in self.story.actors}

    @cached_property
    def items(self) -> dict[str, Item]:
        """Figures, events, quotes and positions by id."""
        whole = self.story
        everything: tuple[Item, ...] = (*whole.figures, *whole.events, *whole.quotes, *whole.positions)
        return {item.id: item for item in everything}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The entry of the timeline that each event is in, by the event's id."""
        return {event: entry for entry in self.story.timeline for event in entry.events}

    @cached_property
    def divided(self) -> frozenset[str]:
        """Ids of figures that have parts."""
        return frozenset(f.subset_of for f in self.story.figures if f.subset_of)

    def name(self, actor: str) -> str:
        """An actor's name; any other text stands for itself."""
        return self.names.get(actor) or clean(actor)

    def called(self, text: str, actor: str | None) -> str:
        """What somebody is called; a pronoun is shown by its name where it is known."""
        return called(text, actor, self.name)

    def by(self, attribution: Attribution | None) -> str:
        """Who says so; empty where nobody is named."""
        return chain(attribution, self.name)

    @cached_property
    def members(self) -> list[Article]:
        return [self.view.articles[i] for i in self.story.articles if i in self.view.articles]

    @property
    def title(self) -> str:
        return clean(self.story.title) or page().untitled

    @property
    def about(self) -> str:
        """How many reports, over which days."""
        return " · ".join(part for part in (count("report", len(self.members)), when(self.story.period)) if part)
