"""The tokens of an article as plain lists, read once: what every step below walks over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unicodedata import category

from ...model import QUIET, Article
from ...model.claim import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


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
    doc: list[Token]
    text: list[str]
    low: list[str]
    tag: list[str]
    live: list[bool]
    sentence: list[int]
    starts: list[int]
    """First token of each sentence, with the number of tokens last."""
    at: list[int]
    """Offset of each token; the text is the article's own, since a doc builds its text anew each time it is asked."""
    ents: list[Span]
    """The model's own entities."""
    small: frozenset[str]
    """The words that the article writes small somewhere."""

    def piece(self, start: int, end: int) -> str:
        """The characters of tokens [start, end)."""
        return self.article.text[self.doc[start].idx : self.doc[end - 1].idx + len(self.doc[end - 1].text)]

    def shouted(self, sentence: int) -> bool:
        """Whether the whole sentence is in capitals, so that capitals mean nothing."""
        span = self.text[self.starts[sentence] : self.starts[sentence + 1]]
        words = [w for w in span if len(w) > 3 and w.isalpha()]
        return len(words) > 2 and all(w.isupper() for w in words)


def read(article: Article, doc: Doc) -> Words:
    """The tokens of a doc."""
    tokens = list(doc)  # one pass: making the token objects is what costs
    text = [_seen(t.text) for t in tokens]
    sentence, starts, number = [], [], -1
    for i, token in enumerate(tokens):
        if i == 0 or token.is_sent_start:
            number += 1
            starts.append(i)
        sentence.append(number)
    at = [t.idx for t in tokens]
    return Words(
        article,
        tokens,
        text,
        [w.lower() for w in text],
        [t.tag_ for t in tokens],
        _live(article, at),
        sentence,
        [*starts, len(text)],
        at,
        list(doc.ents),
        frozenset(w for w in text if w.islower()),
    )


def _seen(text: str) -> str:
    """A token without marks of direction and other invisible characters, if anything is left."""
    if text.isascii():
        return text
    return "".join(c for c in text if category(c) != "Cf") or text


def _live(article: Article, at: list[int]) -> list[bool]:
    quiet = [p for p in article.parts if p.kind in QUIET]
    out, part = [], 0
    for start in at:
        while part < len(quiet) and quiet[part].end <= start:
            part += 1
        out.append(part == len(quiet) or start < quiet[part].start)
    return out
