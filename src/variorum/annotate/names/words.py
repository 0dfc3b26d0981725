"""The tokens of an article as plain lists, read once: what every step below walks over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...model import QUIET, Article
from ...model.claim import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc


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

    def piece(self, start: int, end: int) -> str:
        """The characters of tokens [start, end)."""
        return self.article.text[self.doc[start].idx : self.doc[end - 1].idx + len(self.text[end - 1])]

    def shouted(self, sentence: int) -> bool:
        """Whether the whole sentence is in capitals, so that capitals mean nothing."""
        span = self.text[self.starts[sentence] : self.starts[sentence + 1]]
        words = [w for w in span if len(w) > 3 and w.isalpha()]
        return len(words) > 2 and all(w.isupper() for w in words)


def read(article: Article, doc: Doc) -> Words:
    """The tokens of a doc."""
    text = [t.text for t in doc]
    sentence, starts, number = [], [], -1
    for token in doc:
        if token.is_sent_start or token.i == 0:
            number += 1
            starts.append(token.i)
        sentence.append(number)
    return Words(article, doc, text, [w.lower() for w in text], [t.tag_ for t in doc], _live(article, doc), sentence,
                 [*starts, len(text)])


def _live(article: Article, doc: Doc) -> list[bool]:
    quiet = [p for p in article.parts if p.kind in QUIET]
    if not quiet:
        return [True] * len(doc)
    out, at = [], 0
    for token in doc:
        while at < len(quiet) and quiet[at].end <= token.idx:
            at += 1
        out.append(at == len(quiet) or token.idx < quiet[at].start)
    return out
