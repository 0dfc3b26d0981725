"""Where the headline stands, and the deck below it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Article
from .lines import WORD, ended, kind
from .pieces import Piece
from .rules import TOKEN, Signs, plain, texts

LONGEST = 240
"""Characters of a headline; the longest of British tabloids run to 220."""
NEAR = 2000
"""Characters in which a headline may stand behind menus and stamps."""


def headline(article: Article, pieces: list[Piece], signs: Signs) -> list[Piece]:
    """Pieces with the headline marked: the article's title where it stands, else the first line if it is like one."""
    spot = _titled(article) if article.title else None
    if spot:
        return _deck(article.text, _marked(article.text, pieces, *spot), signs)
    return pieces if article.title else _deck(article.text, _first(article.text, pieces, signs), signs)


def _titled(article: Article) -> tuple[int, int] | None:
    """The title's characters in the text: at a line's or a sentence's begin, or anywhere when long enough to be no accident."""
    title, text = article.title or "", article.text
    words = WORD.findall(title)
    if not words or len(title) > LONGEST * 4:
        return None
    for start, end in _places(tuple(TOKEN.findall(plain(title))), text, NEAR + len(title) * 2):
        before = text[:start].rstrip(" \t\"'“‘([*#•-")
        at_line = not before or before.endswith("\n")
        if at_line or (len(words) >= 4 and (before[-1] in '.!?:|>–—”"' or before[-1].isdigit())):
            while start and text[start - 1] in "\"'“‘([":
                start -= 1
            while end < len(text) and text[end] in ".!?…\"'”’)]":
                end += 1
            return start, end
    return None


def _places(wanted: tuple[str, ...], text: str, reach: int) -> Iterator[tuple[int, int]]:
    """Where these words stand one after the other in the first `reach` characters, whatever the signs between."""
    low, size = plain(text[:reach]), len(wanted)
    words = TOKEN.findall(low)
    starts = [i for i in range(len(words) - size + 1) if words[i] == wanted[0] and tuple(words[i : i + size]) == wanted]
    if starts:
        spots = [m.span() for m in TOKEN.finditer(low)]
        yield from ((spots[i][0], spots[i + size - 1][1]) for i in starts)


def _marked(text: str, pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """Pieces with these characters as the headline, those round them left."""
    out = []
    for piece in pieces:
        if piece.end <= start or end <= piece.start:
            out.append(piece)
            continue
        out += _trimmed(text, piece.start, start, piece.line)
        out.append(Piece(max(start, piece.start), min(end, piece.end), piece.line, "headline"))
        out += _trimmed(text, end, piece.end, piece.line)
    return out


def _trimmed(text: str, start: int, end: int, line: int) -> list[Piece]:
    """What is left of a line beside the headline, without the blanks at its ends."""
    piece = text[start:end] if start < end else ""
    at = start + len(piece) - len(piece.lstrip())
    return [Piece(at, at + len(piece.strip()), line)] if piece.strip() else []


def _first(text: str, pieces: list[Piece], signs: Signs) -> list[Piece]:
    """The first line that is not furniture, if a longer text follows."""
    for at, piece in enumerate(pieces[:8]):
        line = text[piece.start : piece.end]
        if piece.kind or kind(line, signs) or tag(line):
            continue
        if like(line) and any(_body(text, p) for p in pieces[at + 1 : at + 6]):
            return [*pieces[:at], Piece(piece.start, piece.end, piece.line, "headline"), *pieces[at + 1 :]]
        return pieces
    return pieces


def like(line: str) -> bool:
    """Whether a line is like a headline: not long, without a full stop unless its words are capitalised throughout."""
    words = WORD.findall(line)
    if not 2 <= len(words) <= 40 or len(line) > LONGEST or line[0] in "-•*":
        return False
    return not ended(line) or line[-1] in "?!" or (line.count(". ") == 0 and line[-1] == "." and titled(words))


def titled(words: list[str]) -> bool:
    """Whether these words are written as a title: all but small ones begin with a capital."""
    large = [w for w in words if w.casefold() not in texts().small]
    return len(large) >= 3 and sum(w[0].isupper() or w[0].isdigit() for w in large) >= 0.9 * len(large)


def tag(line: str) -> bool:
    """Whether a line is like a bread crumb or a tag: a word or three, no number, no end."""
    words = WORD.findall(line)
    return len(words) <= 3 and not ended(line) and not any(w.isdigit() for w in words)


def _body(text: str, piece: Piece) -> bool:
    line = text[piece.start : piece.end]
    return len(line) >= 80 and ended(line)


def _deck(text: str, pieces: list[Piece], signs: Signs) -> list[Piece]:
    """The line below the headline is of it too when it has no full stop and a longer text follows."""
    at = next((i for i, p in enumerate(pieces) if p.kind == "headline"), None)
    if at is None or at + 2 >= len(pieces):
        return pieces
    deck, after = pieces[at + 1], pieces[at + 2]
    line = text[deck.start : deck.end]
    fit = (
        deck.kind is None
        and deck.line == pieces[at].line + 1
        and 6 <= len(WORD.findall(line)) <= 40
        and not ended(line)
    )
    if fit and line[0] not in "-•*" and ". " not in line and not kind(line, signs) and _body(text, after):
        pieces = [*pieces[: at + 1], Piece(deck.start, deck.end, deck.line, "headline"), *pieces[at + 2 :]]
    return pieces
