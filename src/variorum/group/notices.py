"""Lines that stand in reports of several stories: notices of a site or an outlet, which say nothing of who copied whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..model import Article

LINE = re.compile(r"[^\n]+")
LEAST = 6
"""Words of a line that is looked at; a shorter one is no passage."""
MOST = 0.5
"""Share of a text in such lines from which they are its report: a copy that was put into another story, not a notice."""

Stretches = tuple[tuple[int, int], ...]


def notices(articles: Sequence[Article], stories: Sequence[Sequence[str]]) -> Mapping[str, Stretches]:
    """By article, the lines that stand word for word in a report of another story as well; only articles that have any."""
    home = {name: number for number, story in enumerate(stories) for name in story}
    lines = {article.id: _lines(article) for article in articles}
    where: dict[str, set[int]] = defaultdict(set)
    for name, found in lines.items():
        for text, _, _ in found:
            where[text].add(home[name])
    out: dict[str, Stretches] = {}
    for article in articles:
        many = [(start, end) for text, start, end in lines[article.id] if len(where[text]) > 1]
        whole = sum(part.end - part.start for part in article.stretches())
        if many and sum(end - start for start, end in many) < MOST * whole:
            out[article.id] = tuple(many)
    return out


def _lines(article: Article) -> list[tuple[str, int, int]]:
    """The lines of some length in what is no furniture: plain words, start, end."""
    found = (m for part in article.stretches() for m in LINE.finditer(article.text, part.start, part.end))
    made = ((" ".join(m[0].lower().split()), m.start(), m.end()) for m in found)
    return [(text, start, end) for text, start, end in made if text.count(" ") >= LEAST - 1]
