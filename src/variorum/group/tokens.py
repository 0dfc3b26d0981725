"""The words of many articles as one row of numbers; where a word stands in its text is looked up only when asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Article
from .notices import Stretches

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Words:
    """The words of all articles in one row. Article `i` has those from `bounds[i]` up to `bounds[i + 1]`."""

    articles: Sequence[Article]
    numbers: list[int]
    bounds: list[int]
    without: Mapping[str, Stretches] = field(default_factory=dict)
    """Stretches of articles that are left out, in order."""
    _places: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def count(self, article: int) -> int:
        """Words of an article."""
        return self.bounds[article + 1] - self.bounds[article]

    def place(self, article: int, at: int) -> tuple[int, int]:
        """Start and end, in the article's text, of the word at this place of the row."""
        if article not in self._places:
            self._places[article] = [found.span() for found in _found(self.articles[article], self.without)]
        return self._places[article][at - self.bounds[article]]


class _Vocabulary(dict[str, int]):
    """Word -> its number; a new word gets the next."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


def tokens(articles: Sequence[Article], without: Mapping[str, Stretches] | None = None) -> Words:
    """The words of all but furniture and what is `without`, whatever their capitals."""
    without = without or {}
    vocabulary = _Vocabulary()
    numbers: list[int] = []
    bounds = [0]
    for article in articles:
        text = article.text.replace("’", "'")  # an editor's change of marks is none of words
        for start, end in _stretches(article, without):
            words = WORD.findall(text, start, end)
            numbers.extend(map(vocabulary.__getitem__, map(str.lower, words)))
        bounds.append(len(numbers))
    return Words(articles, numbers, bounds, without)


def _found(article: Article, without: Mapping[str, Stretches]) -> list[re.Match[str]]:
    return [m for start, end in _stretches(article, without) for m in WORD.finditer(article.text, start, end)]


def _stretches(article: Article, without: Mapping[str, Stretches]) -> Iterator[tuple[int, int]]:
    """Start and end of what counts."""
    gaps = without.get(article.id, ())
    for part in article.stretches():
        at = part.start
        for start, end in gaps:
            if at <= start and end <= part.end:
                yield at, start
                at = end
        yield at, part.end
