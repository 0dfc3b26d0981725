"""From a sentence to the event claims that it makes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...model import EventClaim, Expression, Party, Span
from ...model.claim import EventStatus
from ...model.page import Page
from ...rules.nations import nation
from .. import match, title
from ..attribution import attribution
from ..grammar import grammar
from ..kin import children, lefts
from ..lexicon import classes
from ..parties import places
from ..syntax import child, doers, objects, passive, preps
from .absorb import absorbs, content, distinct
from .argued import argued
from .hits import INCIDENTS, MISHAPS, Hit, lexicon, noun_hit, swing, the, verb_hit
from .labels import labelled
from .when import perfect, times_of, tops
from .who import around, parties_of, sites

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

AGENT = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "COERCE", "DEMAND", "STATEMENT", "THREATEN"})
"""Types that need somebody who acts."""
ASIDE = {"CONSULT": "on", **dict.fromkeys(("DEMAND", "THREATEN", "ACCUSE", "REJECT"), "to")}
"""The preposition that brings no place after words of a type: what talks are on, to whom something is said."""
SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])(?!\s*(?:-|–|year|am|pm|a\.m|p\.m))")
"""The score of a game."""
TITLE = 110
"""Characters of a line that may be a title between paragraphs."""
MOST = 40
"""Triggers taken from one sentence: more is a list or a table, and the check of each against each must stay cheap."""


def events(page: Page) -> Iterator[EventClaim]:
    """The events that the article reports, in text order: no questions, no hypotheses, nothing denied."""
    found = _told(page)
    if argued(page):  # what it says of its own is no report, unless it has a day
        found = (claim for claim in found if claim.attribution is not None or (claim.times and claim.status == "held"))
    for claim in found:
        day = None if claim.times else labelled(page, claim.sentence.start)
        yield claim if day is None else replace(claim, times=(day,))


def _told(page: Page) -> Iterator[EventClaim]:
    starts = [e.span.start for e in page.expressions]
    spots = match.spots(page.doc, lexicon())
    for sentence in page.sentences:
        triggers = list(match.inside(sentence, spots))
        if not triggers or (words := _text(page, sentence)).endswith("?") or _teaser(words):
            continue
        hits = _hits(sentence, triggers, headline=_titled(page, sentence))
        if hits:
            low, high = bisect_left(starts, sentence.start_char), bisect_left(starts, sentence.end_char)
            times = [e for e in page.expressions[low:high] if e.type in ("DATE", "TIME")]
            made = [(hit, claim) for hit in hits if (claim := _claim(page, sentence, hit, times)) is not None]
            yield from (claim for hit, claim in made if not _announced(hit, [other for other, _ in made]))


def _titled(page: Page, sentence: Tokens) -> bool:
    """Whether the present tense tells of the past: in a headline, a caption, or a line of its own without a full stop."""
    if page.kind(sentence.start_char) in ("headline", "caption"):
        return True
    text, start, end = page.article.text, sentence.start_char, sentence.end_char
    words = _text(page, sentence)
    before = text[max(start - TITLE, 0) : start].rpartition("\n")[2].strip()
    alone = (text[end - 1 : end] == "\n" or end == len(text)) and (
        not before or before[-1] in ":–—" or words[:1] == ":"
    )
    return alone and len(words) <= TITLE and words[-1:].isalnum() and "\n" not in words


def _teaser(words: str) -> bool:
    """Whether a line only links to another report: "[Man charged with arson]"."""
    return words[:1] == "[" and (words[-1:] == "]" or "]" not in words)


def _text(page: Page, sentence: Tokens) -> str:
    """The sentence's characters; `sentence.text` would put them together token by token."""
    return page.article.text[sentence.start_char : sentence.end_char].strip()


def _hits(sentence: Tokens, triggers: Sequence[Token], *, headline: bool) -> list[Hit]:
    known, found = lexicon(), []
    for token in triggers:
        word = token.lower_
        if (word in known.verbs and (fit := match.verb(token, known)) is not None) or (
            word in known.adjectives and (fit := match.adjective(token, known)) is not None
        ):
            found.append(verb_hit(token, fit, headline))
        elif word in known.nouns and (fit := match.noun(token, known)) is not None:
            found.append(noun_hit(token, fit, headline))
    real = [hit for hit in found if hit is not None and not swing(hit)][:MOST]
    if any(hit.pattern.base in grammar("blows") for hit in real) and _contest(sentence):
        real = [hit for hit in real if hit.type != "ASSAULT" or hit.pattern.base not in grammar("blows")]
    return distinct([hit for hit in real if not any(absorbs(top, hit) for top in real)])


def _contest(sentence: Tokens) -> bool:
    """Whether it is about a game or a vote, by a word for one or by a score: "beat Tartu 3-1"."""
    if any(t.lower_ in classes()["contest"] for t in sentence):
        return True
    return SCORE.search(sentence.text) is not None


def _announced(hit: Hit, others: Sequence[Hit]) -> bool:
    """Whether what somebody made known is told as an event of its own."""
    return hit.type == "STATEMENT" and any(content(hit, other) for other in others)


def _claim(page: Page, sentence: Tokens, hit: Hit, times: Sequence[Expression]) -> EventClaim | None:
    if hit.verb is not None and (_own(hit.verb) or any(o.lower_ == "you" for o in objects(hit.verb))):
        return None
    if hit.pattern.row.again and hit.pattern.objects is not None and any(preps(hit.token, "in")):
        return None  # "took part in the march"
    where = places(page, tops(hit), but=ASIDE.get(hit.type, "")) or sites(page, hit) or around(page, hit)
    who = tuple(p for p in parties_of(page, hit) if not _there(hit, p, where))
    if hit.type in AGENT and not hit.nominal and not any(p.part == "source" for p in who) and not passive(hit.token):
        return None  # "the law allows", "the deal forced": nobody does it
    when = times_of(page, hit, times)
    if not (who or _alone(hit)) or not (who or where or when or _bare(hit)):
        return None
    if not (where or len(who) > 1) and _private(hit):
        return None
    if (
        hit.verb is not None
        and not hit.nominal
        and hit.token.dep_ == "acl"
        and hit.token.tag_ == "VBN"
        and not when
        and hit.token.head.dep_ != "ROOT"
    ):
        return None  # "prisoners held by ...": told by the way
    if hit.type in INCIDENTS and not when and _tally(hit, done=any(p.part == "source" for p in who)):
        return None
    name = title.clause(hit.verb) if hit.verb is not None else title.phrase(hit.token)
    if " " not in name and not who and not where and not _bare(hit):
        return None  # "storm", "attacks": the word alone tells nothing
    return EventClaim(
        article=page.article.id,
        spans=(page.span(hit.token),),
        sentence=page.span(sentence),
        part=page.kind(sentence.start_char),
        attribution=attribution(page, hit.token),
        type=hit.type,
        mode=hit.mode,
        title=name,
        status=_status(hit),
        parties=who,
        places=where,
        times=when,
        again=_again(hit),
        earlier=perfect(hit),
    )


def _own(verb: Token) -> bool:
    """Whether those who speak or are spoken to do it."""
    return not passive(verb) and any(d.lower_ in ("we", "i", "you") for d in doers(verb))


def _there(hit: Hit, one: Party, where: Sequence[Span]) -> bool:
    """Whether a party is only the place of what happened: a town or street, no country."""
    if hit.type not in INCIDENTS:
        return False
    here = any(s.start < one.span.end and one.span.start < s.end for s in where)
    return one.part == "target" and here and nation(one.span.text) is None


def _alone(hit: Hit) -> bool:
    """Whether it is an event though nobody is named in it."""
    return hit.type in INCIDENTS or hit.type == "PROTEST" or (hit.nominal and hit.type == "CONSULT")


def _bare(hit: Hit) -> bool:
    """Whether it takes up an incident told before, of which it is one more telling: "the attack shocked the town"."""
    if not hit.nominal:
        return hit.type in MISHAPS and hit.verb is not None and not passive(hit.verb)
    return hit.type in INCIDENTS and the(hit.token)


def _private(hit: Hit) -> bool:
    """Whether somebody only makes up his mind: "decided to take a break"; what is an event itself remains one."""
    if hit.type != "AGREE" or hit.pattern.base not in grammar("resolve"):
        return False
    clause = child(hit.token, "xcomp", "ccomp", "acl")
    inner = match.verb(clause, lexicon()) if clause is not None else None
    return inner is None or inner.row.type in ("", "LIFE", "BUSINESS", "STATEMENT", "APPOINT")


def _status(hit: Hit) -> EventStatus:
    if hit.mood.modal == "cancelled":
        return "cancelled"
    running = hit.verb is not None and hit.verb.tag_ == "VBG"
    if _again(hit) and (hit.mood.real == "ongoing" or running):
        return "unclear"
    return hit.mood.real or "unclear"


def _again(hit: Hit) -> bool:
    """Whether it goes on about a meeting told before: "the meeting will also include", "... were also present"."""
    if hit.type != "CONSULT":
        return False
    if hit.pattern.row.again:
        return True
    noun = (
        hit.token
        if hit.nominal
        else next((o for o in preps(hit.token, "in")), None) or next(iter(objects(hit.token)), None)
    )
    return (
        noun is not None
        and noun.tag_[:2] == "NN"
        and noun.lower_ in classes()["parley"]
        and any(c.lower_ in ("the", "this", "these", "that") for c in lefts(noun))
        and not any(True for _ in preps(noun, "with", "between"))
    )


def _tally(hit: Hit, *, done: bool) -> bool:
    """Whether the verb sums up ("more than 20,000 have been killed since"), which is a figure and no event; thousands may be
    hit at once by somebody who is named (`done`)."""
    verb = hit.verb
    if verb is None:
        return False
    perfect = any(c.lower_ in ("have", "has", "'ve") for c in children(verb))
    if perfect and any(_since(c) for c in children(verb)):
        return True
    return not done and any(
        k.tag_ == "CD"
        and (
            (len(k.text) > 3 and k.text.replace(",", "").isdecimal())
            or k.lower_ in ("thousand", "thousands", "hundreds")
        )
        for o in objects(verb)
        for k in o.subtree
    )


def _since(token: Token) -> bool:
    """Whether a word, or the mark of the clause that it heads, is "since"."""
    return token.lower_ == "since" or any(c.lower_ == "since" and c.dep_ == "mark" for c in lefts(token))
