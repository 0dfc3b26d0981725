"""Where a text has one of the table's nouns for things and happenings, and whether it points to what was told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model import Article
from ...rules.forms import plural
from ...rules.nations import nation
from ...rules.wording import endings, firsts, nominals, words

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LONGEST = 3
"""Words of a term at most."""
REACH = 3
"""Adjectives between an article and its noun at most."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the table in a text: its singular, its place, and whether "the" or "this" stands before it."""

    term: str
    start: int
    end: int
    definite: bool


def nouns(article: Article) -> Iterator[Noun]:
    """The nouns of the table in what is no furniture, in order; of several at one place the longest."""
    known, first = nominals(), firsts()
    for part in article.stretches():
        found = list(WORD.finditer(article.text, part.start, part.end))
        low = [m[0].lower() for m in found]
        free = 0
        for at, word in enumerate(low):
            if at < free or word not in first:
                continue
            size = next(
                (n for n in range(min(LONGEST, len(low) - at), 0, -1) if " ".join(low[at : at + n]) in known), 0
            )
            free = at + (size or 1)
            if not size or not _near(found[at : at + size]) or _named(article.text, found, at, size):
                continue
            form = " ".join(low[at : at + size])
            before = _before(article.text, found, low, at)
            if before or size > 1 or _noun(found, low, at, form):
                end = found[at + size - 1].end()
                yield Noun(known[form], found[at].start(), end, before in words("definite"))


def _near(found: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but a space stands between the words."""
    return all(one.start() - last.end() == 1 for last, one in pairwise(found))


def _named(text: str, found: Sequence[re.Match[str]], at: int, size: int) -> bool:
    """Whether it is a part of a name ("the Deal Castle", "Operation Dawn") or a month."""
    if not found[at][0][:1].isupper():
        return False
    if text[found[at + size - 1].end() : found[at + size - 1].end() + 2].strip()[:1].isdigit():
        return True
    joined = at > 0 and found[at].start() - found[at - 1].end() == 1
    return joined and found[at - 1][0].islower()


def _before(text: str, found: Sequence[re.Match[str]], low: Sequence[str], at: int) -> str:
    """The word that makes a noun of what follows, with adjectives only between the two; empty where there is none."""
    for back in range(1, REACH + 1):
        i = at - back
        if i < 0 or text[found[i].end() : found[i + 1].start()].strip(" \t“\"‘'") not in ("", ","):
            return ""
        if low[i] in words("before") or low[i].endswith(("'s", "’s")):
            return _article(low, i)
        here = nation(found[i][0])
        if not low[i].endswith(endings()) and not (here and here[1] == "adjective"):
            return ""
    return ""


def _article(low: Sequence[str], at: int) -> str:
    """Of words before a noun of which some are adjectives ("the deadly attack"), the one that points."""
    for i in range(at, max(-1, at - REACH), -1):
        if low[i] in words("definite"):
            return low[i]
        if low[i] not in words("before"):
            break
    return low[at]


def _noun(found: Sequence[re.Match[str]], low: Sequence[str], at: int, form: str) -> bool:
    """Whether a word in the singular is a noun by what stands beside it: after another singular, or at the beginning before a
    preposition. In the plural, or in -ing, it may be a verb."""
    if nominals()[form] != form or form.endswith("ing"):
        return False
    joined = at > 0 and found[at].start() - found[at - 1].end() == 1
    if joined:
        return low[at - 1] not in words("doing") and not plural(low[at - 1]) and not low[at - 1].endswith("ly")
    after = low[at + 1] if at + 1 < len(low) and found[at + 1].start() - found[at].end() == 1 else ""
    return after in words("tails")
