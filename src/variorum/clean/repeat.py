"""Sentences and passages that an article says twice: the first stays, the later one is a repeat."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from .lines import WORD
from .pieces import Piece
from .rules import texts

LEAST = 6
"""Words that a sentence must have: shorter ones ("He declined to comment.") come twice by chance."""
SHINGLE = 4
NEAR = 0.9
"""Share of words, in order, that two printings of one sentence have in common."""
TEASER = 8
"""Words that a bullet or caption must have to be taken as a cut of a longer sentence."""
LONGEST = 300
"""Words of the longest sentence that is compared word by word."""
STEM = 4
"""Letters that forms of one word share."""
MOST = 40
"""Bullets and captions that are looked for in the body: each costs a look at all of it."""
ASIDE = re.compile(r"\([^()]{0,40}\)")


def repeats(text: str, pieces: list[Piece]) -> list[Piece]:
    """Pieces (sentences) with later printings marked; linear in the number of sentences."""
    seen: dict[tuple[str, ...], int] = {}
    index: dict[tuple[str, ...], list[int]] = {}
    words: list[tuple[str, ...]] = []
    out = list(pieces)
    for at, piece in enumerate(pieces):
        own = _words(text[piece.start : piece.end]) if piece.kind in (None, "caption", "headline") else ()
        words.append(own)
        if len(own) < LEAST:
            continue
        same = seen.get(own)
        if same is None:
            same = _like(own, words, index)
        if same is not None and piece.kind != "headline":
            out[at] = msgspec.structs.replace(piece, kind="repeat")
            continue
        seen[own] = at
        for shingle in {own[i : i + SHINGLE] for i in (0, len(own) // 2 - 2, len(own) - SHINGLE)}:
            index.setdefault(shingle, []).append(at)
    return _teasers(text, out, words)


def _words(sentence: str) -> tuple[str, ...]:
    return tuple(w.casefold().replace("’", "'") for w in WORD.findall(ASIDE.sub(" ", sentence)))


def _like(own: tuple[str, ...], words: list[tuple[str, ...]], index: dict[tuple[str, ...], list[int]]) -> int | None:
    """An earlier sentence with nearly the same words, and the same numbers, days and denials."""
    tried: set[int] = set()
    for i in range(len(own) - SHINGLE + 1):
        for other in index.get(own[i : i + SHINGLE], ())[:3]:
            if other not in tried and len(tried) < 6:
                tried.add(other)
                if _near(own, words[other]):
                    return other
    return None


def _near(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if len(one) > LONGEST or abs(len(one) - len(two)) > len(one) * (1 - NEAR) * 2:
        return False
    from rapidfuzz.distance import LCSseq

    common = LCSseq.similarity(one, two)
    return 2 * common >= NEAR * (len(one) + len(two)) and _alike(Counter(one), Counter(two))


def _alike(one: Counter[str], two: Counter[str]) -> bool:
    """Whether the words that differ are small ones, or forms of one word ("photo", "photos"): a figure, a day, a name or a
    denial makes another statement."""
    left, right = one - two, two - one
    stems = {w[:STEM] for w in left} & {w[:STEM] for w in right}
    odd = [w for w in (*left, *right) if not (len(w) > STEM and w[:STEM] in stems)]
    return all(w in texts().small and w not in texts().distinct for w in odd)


def _teasers(text: str, pieces: list[Piece], words: list[tuple[str, ...]]) -> list[Piece]:
    """A bullet or caption whose words all stand, in order, at the begin of or within a longer sentence of the body."""
    short = [i for i, p in enumerate(pieces) if p.kind == "caption" or text[p.start] in "-•*–"]
    cuts = [i for i in short if len(words[i]) >= TEASER][:MOST]
    if not cuts:
        return pieces
    bodies = [" ".join(words[i]) for i, p in enumerate(pieces) if p.kind is None and i not in cuts]
    out = list(pieces)
    for i in cuts:
        own = " ".join(words[i])
        if pieces[i].kind in (None, "caption") and any(f" {own} " in f" {body} " for body in bodies):
            out[i] = msgspec.structs.replace(pieces[i], kind="repeat")
    return out
