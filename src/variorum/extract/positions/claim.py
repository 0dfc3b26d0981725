"""From what was found to claims: whose, on what, on which terms; what says nothing by itself is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model import PositionClaim, Span
from ...model.claim import Stance
from ...model.page import Page
from ..attribution import attribution
from ..parties import party
from ..parties import span as cut
from ..terms import terms
from .holders import holders, named
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

TELLING = ("NN", "VB", "JJ", "CD")


@dataclass(frozen=True)
class Finding:
    """A position in the parse: the word it hangs on, whose it may be, and the range of what it is about."""

    at: Token
    held: tuple[Token, ...]
    stance: str
    about: tuple[int, int]
    toward: tuple[Token, ...] = ()


def claims(page: Page, sentence: Tokens, one: Finding) -> Iterator[PositionClaim]:
    """A claim for each party whose position it is; none where what it is about says nothing away from its sentence."""
    start, end = one.about
    if end <= start or _empty(page, one.about):
        return
    end = _closed(page, start, end)
    text = page.cut(start, end)
    about = _plain(text.text)
    if not about:
        return
    for holder in holders(list(one.held)):
        if start <= holder.i < end:
            continue
        yield PositionClaim(
            article=page.article.id,
            spans=(page.cut(min(one.at.i, start), max(one.at.i + 1, end)),),
            sentence=page.span(sentence),
            part=page.kind(sentence.start_char),
            attribution=attribution(page, one.at),
            party=named(page, holder),
            stance=_stance(one.stance),
            about=about,
            terms=terms(page, start, end),
            toward=_toward(page, one, holder),
            times=tuple(e for e in page.times(sentence.start_char, text.start) if e.type in ("DATE", "TIME")),
        )


def _closed(page: Page, start: int, end: int) -> int:
    """The end with the mark that closes a quotation which begins inside."""
    words = [t.text for t in page.doc[start:end]]
    last = "”" if words.count("“") > words.count("”") else '"' if words.count('"') % 2 else ""
    near = [t.text for t in page.doc[end : end + 2]]
    return end + near.index(last) + 1 if last and last in near else end


def _plain(text: str) -> str:
    """The words on one line, without marks at their ends that nothing closes."""
    line = " ".join(text.split()).strip(" ,;:–—-")
    pairs = (("“", "”"), ('"', '"'), ("‘", "’"))
    for left, right in pairs:
        odd = line.count(left) % 2 if left == right else line.count(left) != line.count(right)
        if odd and left != "‘":
            line = line.strip(left + right)
    return line.strip(" ,;:–—-")


def _empty(page: Page, about: tuple[int, int]) -> bool:
    """Whether it says nothing by itself: "it", "what", "them", "to know", "that assessment"."""
    stretch = [t for t in page.doc[about[0] : about[1]] if t.dep_ != "punct" and not t.is_space and t.lower_ != "to"]
    telling = [t for t in stretch if t.tag_[:2] in TELLING and t.lower_ not in words("empty")]
    if not telling or (all(t.tag_[:2] == "VB" for t in telling) and any(t.tag_ in ("PRP", "DT") for t in stretch)):
        return True
    if stretch[0].tag_ in ("WDT", "WP", "WP$", "WRB"):
        return True
    nouns = [t for t in stretch if t.tag_[:2] == "NN"]
    if nouns and all(t.lower_ in words("empty") for t in nouns) and not any(t.tag_[:2] == "VB" for t in telling):
        return True
    pointed = any(t.lower_ in words("pointing") and t.dep_ == "det" for t in stretch)
    return pointed and len(telling) < 2


def _toward(page: Page, one: Finding, holder: Token) -> Span | None:
    other = next((t for t in one.toward if t.i != holder.i and party(t) and t.tag_ != "PRP"), None)
    return cut(page, other) if other is not None else None


def _stance(text: str) -> Stance:
    return text  # type: ignore[return-value]
