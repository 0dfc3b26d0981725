"""The words of many articles as one row of numbers; where a word stands in its text is looked up only when asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import Article

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Words:
    """The words of all articles in one row. Article `i` has those from `bounds[i]` up to `bounds[i + 1]`."""

    articles: Sequence[Article]
    numbers: list[int]
    bounds: list[int]
    _places: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def count(self, article: int) -> int:
        """Words of an article."""
        return self.bounds[article + 1] - self.bounds[article]

    def place(self, article: int, at: int) -> tuple[int, int]:
        """Start and end, in the article's text, of the word at this place of the row."""
        if article not in self._places:
            self._places[article] = [found.span() for found in _found(self.articles[article])]
        return self._places[article][at - self.bounds[article]]


class _Vocabulary(dict[str, int]):
    """Word -> its number; a new word gets the next."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


def tokens(articles: Sequence[Article]) -> Words:
    """The words of all but furniture, whatever their capitals."""
    vocabulary = _Vocabulary()
    numbers: list[int] = []
    bounds = [0]
    for article in articles:
        text = article.text.replace("’", "'")  # an editor's change of marks is none of words
        for part in article.stretches():
            words = WORD.findall(text, part.start, part.end)
            numbers.extend(map(vocabulary.__getitem__, map(str.lower, words)))
        bounds.append(len(numbers))
    return Words(articles, numbers, bounds)


def _found(article: Article) -> list[re.Match[str]]:
    return [m for part in article.stretches() for m in WORD.finditer(article.text, part.start, part.end)]
