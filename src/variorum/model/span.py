"""Spans: the exact characters that a statement rests on."""

from __future__ import annotations

from hashlib import blake2b

import msgspec

from ..errors import ProvenanceError


class Span(msgspec.Struct, frozen=True, order=True):
    """`article.text[start:end] == text`; offsets in Unicode code points of the article's text."""

    article: str
    start: int
    end: int
    text: str

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.article == other.article and self.start < other.end and other.start < self.end


def cut(article: str, text: str, start: int, end: int) -> Span:
    """The span of `text[start:end]`, white space at its ends left out.

    Raises `ProvenanceError` when nothing but white space is left or the offsets lie outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ProvenanceError(f"no characters {start}:{end} in article {article} of {len(text)} characters")
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if not piece:
        raise ProvenanceError(f"only white space at {start} in article {article}")
    return Span(article, start, start + len(piece), piece)


def key(*parts: object) -> str:
    """A short stable name for content: 12 hexadecimal digits of BLAKE2b over the parts."""
    digest = blake2b(digest_size=6)
    for part in parts:
        digest.update(str(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return digest.hexdigest()
