"""Positions of a page: who proposes, offers, demands, accepts, rejects or supports what, and on which terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ..model import PositionClaim, Span
from ..model.claim import Stance
from ..model.page import Page
from ..rules.tables import table
from . import match
from .attribution import attribution
from .events import targets
from .lexicon import Events, Lexicon, classes, compile_rows
from .mood import asserted, mood, moods
from .parties import actors, antecedent, modifiers, party, span, within
from .syntax import child, doers, edges, joined, names, objects, passive, preps, surface
from .terms import terms

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

MUST = ("must", "should", "ought")
TERMED = frozenset(
    {
        "include",
        "involve",
        "see",
        "allow",
        "require",
        "begin",
        "start",
        "last",
        "end",
        "free",
        "cover",
        "mean",
        "provide",
        "run",
        "follow",
        "take",
    }
)
"""Verbs by which a plan says what is in it."""
EMPTY = frozenset(
    {
        "thing",
        "things",
        "something",
        "anything",
        "nothing",
        "everything",
        "more",
        "less",
        "know",
        "be",
        "do",
        "go",
        "so",
    }
)
"""Words that leave open what is meant."""
CIVIC = frozenset({"city", "town", "village", "county", "municipality", "borough", "district"})
"""Places that take positions: "the city has offered"."""
LONG = 45
"""Words of what a position is about; more is another sentence's worth."""
MOST = 20
OWNED = ("for", "to", "that", "on", "of")


@cache
def lexicon() -> Lexicon:
    """The patterns of the position table."""
    return compile_rows(table("positions", Events).event)


def positions(page: Page) -> Iterator[PositionClaim]:
    """What parties want, in text order; hypotheses and questions left out."""
    spots = match.spots(page.doc, lexicon())
    for sentence in page.sentences:
        if not sentence.text.rstrip().endswith("?"):
            yield from _found(page, sentence, spots, headline=page.kind(sentence.start_char) == "headline")


def _found(page: Page, sentence: Tokens, spots: list[int], *, headline: bool) -> Iterator[PositionClaim]:
    known, count = lexicon(), 0
    for token in match.inside(sentence, spots):
        word, claim = token.lower_, None
        if word in MUST and token.tag_ == "MD":
            claim = _must(page, sentence, token)
        elif word == "would" and token.tag_ == "MD":
            claim = _would(page, sentence, token)
        elif word == "only" and token.head.tag_[:2] in ("VB", "MD"):
            claim = _only(page, sentence, token)
        elif word in known.verbs or word in known.adjectives:
            claim = _verb(page, sentence, token, headline)
        elif word in known.nouns:
            claim = _noun(page, sentence, token)
        if claim is not None:
            yield claim
            count += 1
            if count >= MOST:
                return


def _verb(page: Page, sentence: Tokens, token: Token, headline: bool) -> PositionClaim | None:
    known = lexicon()
    fit = match.verb(token, known) or match.adjective(token, known)
    if fit is None or not fit.row.type:
        return None
    own = mood(token, headline=headline)
    stance = fit.row.type
    if own.negated:
        stance = "rejects" if stance in ("accepts", "supports") else ""
    if (
        not stance
        or (own.real is None and own.modal != "would")
        or _asked(token)
        or _governed(token)
        or (fit.words in ((), ("that",)) and _told(token, fit.base))
        or _own(token, fit.base)
    ):
        return None
    holders = actors(token) if token.tag_[:2] == "VB" else joined(surface(token.head))
    about = _content(token)
    return _claim(page, sentence, token, holders, stance, about, targets(token, kind="DEMAND"))


def _asked(token: Token) -> bool:
    """Whether the verb only carries another one's wish: "was asked to accept"."""
    return token.dep_ == "xcomp" and token.head.lower_ in moods("hope")


def _told(token: Token, base: str) -> bool:
    """Whether a verb of asking only tells: "insisted that he was well", "records suggest"."""
    return base in ("suggest", "insist", "propose") and asserted(token)


def _own(token: Token, base: str) -> bool:
    """Whether somebody only wishes to do something himself: "wants to go home", "proposed to her"."""
    clause = child(token, "xcomp", "ccomp")
    if base == "propose":
        return clause is None and not objects(token)
    return (
        base in ("want", "ask", "beg", "seek", "press", "push")
        and clause is not None
        and clause.dep_ == "xcomp"
        and child(clause, "nsubj", "nsubjpass") is None
        and not objects(token)
    )


def _governed(token: Token) -> bool:
    """Whether it is the content of another one's position: "demanded that they refuse"."""
    at = token
    while at.dep_ == "conj" and at.head != at:
        at = at.head
    if at.dep_ not in ("ccomp", "xcomp"):
        return False
    above = match.verb(at.head, lexicon())
    return above is not None and bool(above.row.type)


def _noun(page: Page, sentence: Tokens, token: Token) -> PositionClaim | None:
    """ "the union's demand for", "a proposal by": only with an owner."""
    fit = match.noun(token, lexicon())
    if fit is None or not fit.row.type:
        return None
    holders = [c for c in token.children if c.dep_ == "poss"] or list(preps(token, "by", "from")) or modifiers(token)
    about = next(
        (c for c in token.rights if (c.dep_ == "prep" and c.lower_ in OWNED) or c.dep_ in ("acl", "ccomp", "relcl")),
        None,
    )
    if not holders or about is None or about.dep_ == "relcl":
        return None
    top = child(about, "pobj", "pcomp") if about.dep_ == "prep" else about
    return _claim(page, sentence, token, holders, fit.row.type, _range(top) if top is not None else None, [])


def _must(page: Page, sentence: Tokens, token: Token) -> PositionClaim | None:
    """ "the minister said that the rebels must leave": a demand of the one who says so."""
    verb = token.head
    saying = _saying(verb)
    if saying is None or any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
        return None  # "must have left": a guess
    holders, subject = doers(saying), child(verb, "nsubj", "nsubjpass")
    if subject is None or not holders or subject.tag_ == "PRP" or saying.lower_.startswith("agree"):
        return None
    return _claim(
        page,
        sentence,
        token,
        holders,
        "demands",
        _range(verb),
        [s for s in joined(subject) if party(s)] or within(subject),
    )


def _would(page: Page, sentence: Tokens, token: Token) -> PositionClaim | None:
    """ "the group said the first release would include ...": the terms of what it proposes."""
    verb = token.head
    subject, saying = child(verb, "nsubj", "nsubjpass"), _saying(verb)
    if (
        saying is None
        or subject is None
        or verb.lower_ not in TERMED
        or not any(n in classes()[c] for c in ("agreement", "truce", "swap") for n in names(subject))
    ):
        return None
    return _claim(page, sentence, token, doers(saying), "proposes", _range(verb), [])


def _saying(verb: Token) -> Token | None:
    if verb.dep_ in ("ccomp", "acl") and verb.head.lower_ in moods("speech"):
        return verb.head
    if verb.dep_ in ("ccomp", "acl") and verb.head.dep_ == "dobj":  # "issued a reminder that it must leave"
        return verb.head.head
    return next((c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.lower_ in moods("speech")), None)


def _only(page: Page, sentence: Tokens, token: Token) -> PositionClaim | None:
    """ "says it will only take a short pause": a condition."""
    verb = token.head
    if not any(c.lower_ in ("will", "would", "'ll", "’ll") for c in verb.children):
        return None
    holders = doers(verb)
    if not holders or passive(verb):
        return None
    return _claim(page, sentence, token, holders, "conditions", (token.i, _range(verb)[1]), [])


def _content(token: Token) -> tuple[int, int] | None:
    """Tokens of what is demanded or rejected: the clause that follows, the object, else what the preposition brings."""
    clause = child(token, "ccomp", "xcomp")
    if clause is not None and clause.i > token.i:
        following = token.nbor(1)
        bare = clause.dep_ == "ccomp" and child(clause, "nsubj", "nsubjpass") is None
        if following.lower_ == "on" and (following.head.i == clause.i or (following.head.i == token.i and bare)):
            # "insist on an inquiry before the work begins", where the parse is led astray
            return token.i + 2, _range(clause)[1]
        aim = child(token, "dobj")
        start, end = _range(clause)
        return (min(start, aim.left_edge.i) if aim is not None and aim.i > token.i else start), end
    things = objects(token)
    after = [
        c
        for c in token.rights
        if c.dep_ in ("prep", "agent") and (things == [] or c.lower_ in ("for", "to", "in", "as"))
    ]
    if things and things[0].i > token.i:
        end = max(_range(things[0])[1], *(_range(c)[1] for c in after)) if after else _range(things[0])[1]
        return _range(things[0])[0], end
    if things:
        return edges(things[0])
    top = next((child(c, "pobj", "pcomp") for c in after if child(c, "pobj", "pcomp") is not None), None)
    return _range(top) if top is not None else None


def _range(top: Token) -> tuple[int, int]:
    """A phrase or clause without what is said aside in it: cut at a relative clause after a comma, a new clause, a report."""
    start, end = top.left_edge.i, top.right_edge.i + 1
    mark = next((c for c in top.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if mark is not None and mark.i == start:
        start += 1
    for t in top.doc[top.i + 1 : end]:
        if (
            (t.dep_ == "relcl" and t.left_edge.i > 0 and t.left_edge.nbor(-1).text == ",")
            or t.dep_ in ("parataxis",)
            or t.text in (";", "\n")
        ):
            end = max(t.left_edge.i, top.i + 1)
            break
    return start, min(end, start + LONG)


def _claim(
    page: Page,
    sentence: Tokens,
    at: Token,
    holders: list[Token],
    stance: str,
    about: tuple[int, int] | None,
    toward: list[Token],
) -> PositionClaim | None:
    holders = [antecedent(h) for h in holders]
    holder = next((h for h in holders if party(h) or h.lower_ in CIVIC), None) or next(
        (w for h in holders for w in within(h)), None
    )
    if holder is None or about is None or about[1] <= about[0] or _empty(at, about, stance):
        return None
    text = page.cut(*about)
    other = next((t for t in toward if t.i != holder.i and party(t)), None)
    return PositionClaim(
        article=page.article.id,
        spans=(page.cut(min(at.i, about[0]), max(at.i + 1, about[1])),),
        sentence=page.span(sentence),
        part=page.kind(sentence.start_char),
        attribution=attribution(page, at),
        party=span(page, holder),
        stance=_stance(stance),
        about=" ".join(text.text.split()).strip(" ,;:"),
        terms=terms(page, about[0], about[1]),
        toward=_toward(page, other),
        times=tuple(e for e in page.times(sentence.start_char, text.start) if e.type in ("DATE", "TIME")),
    )


def _empty(at: Token, about: tuple[int, int], stance: str) -> bool:
    """Whether what it is about says nothing by itself: "it", "what", "them", "to know"."""
    words = [t for t in at.doc[about[0] : about[1]] if t.dep_ != "punct" and not t.is_space and t.lower_ != "to"]
    if not words:
        return True
    if len(words) > 1:
        return False
    one = words[0]
    if one.tag_ == "PRP" and one.lower_ not in ("it", "them"):
        return stance not in ("supports", "rejects")
    return one.tag_ in ("PRP", "PRP$", "WP", "WDT", "DT", "EX", "IN", "TO", "RB", "WRB", "MD") or one.lower_ in EMPTY


def _toward(page: Page, other: Token | None) -> Span | None:
    return span(page, other) if other is not None else None


def _stance(text: str) -> Stance:
    return text  # type: ignore[return-value]
