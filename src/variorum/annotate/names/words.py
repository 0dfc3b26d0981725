"""The tokens of an article as plain lists, read once: what every step below walks over."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from ...model import QUIET, Article
from ...model.claim import ActorKind
from ..unseen import seen

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


@dataclass
class Name:
    """A name under construction: tokens [start, end); `label` is the model's own; `role` its roles as token pairs."""

    start: int
    end: int
    kind: ActorKind
    label: str
    roles: list[tuple[int, int]] = field(default_factory=list)
    gender: str | None = None
    antecedent: tuple[int, int] | None = None
    form: str = "name"


@dataclass(frozen=True)
class Words:
    """Texts, lower-case texts and tags by token; `live` tokens stand in parts that claims are taken from; `first` ones
    begin a sentence; `sentence` is the number of the token's sentence."""

    article: Article
    doc: Doc
    text: list[str]
    low: list[str]
    tag: list[str]
    live: list[bool]
    sentence: list[int]
    starts: list[int]
    """First token of each sentence, with the number of tokens last."""
    at: list[int]
    """Offset of each token; the text is the article's own, since a doc builds its text anew each time it is asked."""
    to: list[int]
    """Offset of the end of each token."""
    ents: list[Span]
    """The model's own entities."""
    small: frozenset[str]
    """The words that the article writes small somewhere."""

    def piece(self, start: int, end: int) -> str:
        """The characters of tokens [start, end), without invisible ones."""
        return seen(self.article.text[self.at[start] : self.to[end - 1]])

    def shouted(self, sentence: int) -> bool:
        """Whether the whole sentence is in capitals, so that capitals mean nothing."""
        span = self.text[self.starts[sentence] : self.starts[sentence + 1]]
        words = [w for w in span if len(w) > 3 and w.isalpha()]
        return len(words) > 2 and all(w.isupper() for w in words)


def read(article: Article, doc: Doc) -> Words:
    """The tokens of a doc, read as columns: each different word is looked at once, and no token object is made."""
    columns = doc.to_array(["ORTH", "TAG", "SENT_START"])
    ids, tags, begins = columns[:, 0].tolist(), columns[:, 1].tolist(), columns[:, 2].tolist()
    strings = doc.vocab.strings
    raw = {one: strings[one] for one in dict.fromkeys(ids)}
    shown = {one: seen(word) or word for one, word in raw.items()}
    low = {one: word.lower() for one, word in shown.items()}
    tagged = {one: strings[one] for one in dict.fromkeys(tags)}
    at = doc.to_array("IDX").tolist()
    starts = [i for i, begin in enumerate(begins) if i == 0 or begin == 1]
    bounds = [*starts, len(ids)]
    return Words(
        article,
        doc,
        [shown[one] for one in ids],
        [low[one] for one in ids],
        [tagged[one] for one in tags],
        _live(article, at),
        [number for number, (start, end) in enumerate(pairwise(bounds)) for _ in range(start, end)],
        bounds,
        at,
        [start + len(raw[one]) for start, one in zip(at, ids, strict=True)],
        list(doc.ents),
        frozenset(word for word in shown.values() if word.islower()),
    )


def _live(article: Article, at: list[int]) -> list[bool]:
    out = [True] * len(at)
    for part in article.parts:
        if part.kind in QUIET:
            low, high = bisect_left(at, part.start), bisect_left(at, part.end)
            out[low:high] = [False] * (high - low)
    return out
