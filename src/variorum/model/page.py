"""A page: one article with its parse and everything that `annotate` found on it. Lives in a worker; never stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .article import QUIET, Article, PartKind
from .claim import Mention
from .span import Span
from .value import Expression, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens


def words(doc: Doc) -> list[str]:
    """The tokens in small letters; five times as fast as asking each token, since each word is looked up once."""
    ids = doc.to_array("LOWER").tolist()
    strings = doc.vocab.strings
    known = {one: strings[one] for one in dict.fromkeys(ids)}
    return [known[one] for one in ids]


@dataclass(frozen=True)
class Page:
    """`doc.text == article.text`, but for plain spaces in place of no-break ones. Extractors read pages and yield claims."""

    article: Article
    doc: Doc
    quantities: tuple[Quantity, ...] = ()
    expressions: tuple[Expression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What one extractor has worked out about the page and others need as well, by the name of that table."""

    @cached_property
    def sentences(self) -> tuple[Tokens, ...]:
        """The sentences that claims may be taken from: those of headline, body, caption and dateline, in order."""
        text = self.article.text  # to ask a sentence for its text puts it together from its words
        return tuple(
            s
            for s in self.doc.sents
            if text[s.start_char : s.end_char].strip() and self.kind(s.start_char) not in QUIET
        )

    @cached_property
    def words(self) -> list[str]:
        """The tokens in small letters."""
        return words(self.doc)

    def kind(self, at: int) -> PartKind:
        """What the character at this offset belongs to."""
        return self.article.part(at)

    def span(self, tokens: Tokens | Token) -> Span:
        """The span of a token or of tokens."""
        start = getattr(tokens, "start_char", None)
        if start is None:
            return self.article.cut(tokens.idx, tokens.idx + len(tokens.text))  # type: ignore[union-attr]
        return self.article.cut(start, tokens.end_char)  # type: ignore[union-attr]

    def cut(self, start: int, end: int) -> Span:
        """The span of the tokens from `start` up to `end`."""
        return self.span(self.doc[start:end])

    def sentence(self, at: Token) -> Span:
        """The sentence of a token."""
        return self.span(at.sent)

    def times(self, start: int, end: int) -> tuple[Expression, ...]:
        """Time expressions that lie between two character offsets."""
        return tuple(e for e in self.expressions if start <= e.span.start and e.span.end <= end)

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that lie between two character offsets."""
        return tuple(m for m in self.mentions if start <= m.span.start and m.span.end <= end)
