"""Events of a page: verbs and nouns of the tables, with who takes part, where, when and whether it came about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ..model import EventClaim, Expression, Party
from ..model.claim import EventStatus
from ..model.page import Page
from ..rules.tables import table
from . import match, title
from .attribution import attribution
from .lexicon import Events, Lexicon, Pattern, Row, bases, classes, compile_rows
from .mood import Mood, mood, moods
from .parties import PLACES, actors, demonym, modifiers, parties, party, places, span, within
from .syntax import DEPTH, child, doers, joined, objects, passive, preps, surface, under, verbal

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

FRIENDLY = frozenset({"SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST", "REJECT"})
SAID = frozenset({"AGREE", "DEMAND", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "SANCTION", "PROTEST"})
NOMINAL = frozenset({"CONSULT", "ASSAULT", "PROTEST", "ACCIDENT", "DISASTER", "RETREAT", "MOBILIZE", "LEGAL", "BUSINESS", "COERCE",
                     "COOPERATE", "AID"})
THINGS = frozenset({"STATEMENT", "BUSINESS", "LEGAL", "ACCIDENT", "DISASTER", "APPOINT"})
TOWARD = ("against", "on", "upon", "to", "at", "with", "toward", "towards", "from", "between", "among", "for", "into", "of", "over", "as")
BLAME = ("over", "about", "against", "at", "of", "for", "in")
AGENT = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "COERCE", "DEMAND", "STATEMENT"})
"""Types that need somebody who acts."""
GROUND = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "THREATEN", "CONCEDE", "SANCTION", "AGREE", "RETREAT", "AID", "REJECT"})
"""Types whose target may be a country or town."""
MOST = 40
"""Triggers taken from one sentence: more is a list or a table, and the check of each against each must stay cheap."""


@dataclass(frozen=True)
class Hit:
    """A word that may be an event: `verb` carries its tense, subject and place in the sentence."""

    token: Token
    pattern: Pattern
    verb: Token | None
    mood: Mood
    type: str
    mode: str | None
    nominal: bool = False


@cache
def lexicon() -> Lexicon:
    """The patterns of all event tables."""
    rows: list[Row] = []
    for name in ("events", "conflict", "civil"):
        rows += table(name, Events).event
    return compile_rows(rows)


@cache
def _verbs(which: str) -> dict[str, str]:
    return bases(tuple(getattr(table("events", Events), which).verbs))


def events(page: Page) -> Iterator[EventClaim]:
    """The events that the article reports, in text order: no questions, no hypotheses, nothing denied."""
    starts = [e.span.start for e in page.expressions]
    for sentence in page.sentences:
        if sentence.text.rstrip().endswith("?"):
            continue
        hits = _hits(sentence, headline=page.kind(sentence.start_char) == "headline")
        if hits:
            low, high = bisect_left(starts, sentence.start_char), bisect_left(starts, sentence.end_char)
            times = [e for e in page.expressions[low:high] if e.type in ("DATE", "TIME")]
            yield from (claim for hit in hits if (claim := _claim(page, sentence, hit, times)) is not None)


def _hits(sentence: Tokens, *, headline: bool) -> list[Hit]:
    known, found = lexicon(), []
    for token in sentence:
        word = token.lower_
        if word in known.verbs and (fit := match.verb(token, known)) is not None:
            found.append(_verb_hit(token, fit, headline))
        elif word in known.adjectives and (fit := match.adjective(token, known)) is not None:
            found.append(_verb_hit(token, fit, headline))
        elif word in known.nouns and (fit := match.noun(token, known)) is not None:
            found.append(_noun_hit(token, fit, headline))
    real = [hit for hit in found if hit is not None][:MOST]
    kept = _distinct([hit for hit in real if not any(_absorbs(top, hit) for top in real)])
    return [hit for hit in kept if hit.type != "STATEMENT" or not any(_content(hit, other) for other in kept)]


def _content(statement: Hit, other: Hit) -> bool:
    """Whether the other event is what was announced: it says more than that it was announced."""
    return other.token.i != statement.token.i and other.type not in ("BUSINESS", "STATEMENT") and under(other.token, statement.token)


def _verb_hit(token: Token, pattern: Pattern, headline: bool) -> Hit | None:
    own = mood(token, headline=headline)
    kind = _typed(token, pattern, own)
    if kind is None or _idle(token, pattern):
        return None
    return Hit(token, pattern, token, own, kind[0], kind[1])


def _idle(token: Token, pattern: Pattern) -> bool:
    """Whether the words only describe: "a resolution calling for", "warned that there were gaps"."""
    if token.dep_ == "acl" and pattern.row.scope == "clause" and not any(party(a) for a in actors(token)):
        return True
    if pattern.row.type == "STATEMENT" and token.tag_ == "VBG" and token.dep_ in ("advcl", "acl", "conj"):
        return True  # "..., he added, confirming that": said by the way
    if pattern.base in ("warn", "caution"):
        clause = child(token, "ccomp")
        return clause is not None and not any(c.tag_ == "MD" for c in clause.children)
    return False


def _typed(token: Token, pattern: Pattern, own: Mood) -> tuple[str, str | None] | None:
    """Type and mode of a verb in its mood: an intended kindness is a promise, an intended blow a threat, a kindness refused a refusal."""
    kind, mode = pattern.row.type, pattern.row.mode
    if not kind:
        return None
    if own.negated:
        refused = own.will or own.modal in ("would", "can", "could")
        return ("REJECT", kind.lower()) if refused and (kind in FRIENDLY or kind == "AGREE") else None
    if own.real is None:
        return None
    if own.will and own.real == "planned" and not (passive(token) and not any(True for _ in doers(token))):
        if kind in FRIENDLY:
            return ("THREATEN" if _unless(token) else "AGREE"), kind.lower()
        if kind in HOSTILE and kind != "REJECT":
            return "THREATEN", mode or kind.lower()
    if pattern.base in ("order", "instruct") and (below := child(token, "xcomp", "ccomp")) is not None:
        inner = match.verb(below, lexicon())
        if inner is not None and inner.row.type in ("COERCE", "SANCTION"):
            return "COERCE", inner.row.mode
    if kind == "AGREE" and (below := child(token, "xcomp")) is not None:
        inner = match.verb(below, lexicon())
        if inner is not None and inner.row.type in HOSTILE - {"REJECT"}:
            return "THREATEN", inner.row.mode or inner.row.type.lower()
    return kind, mode


def _unless(token: Token) -> bool:
    return any(c.dep_ == "advcl" and any(k.lower_ in ("unless", "if") for k in c.children) for c in token.children)


def _noun_hit(token: Token, pattern: Pattern, headline: bool) -> Hit | None:
    row, verb = pattern.row, verbal(token)
    if not row.type or {c.lower_ for c in token.lefts} & moods("vain") & {"no", "any", "possible", "potential", "prospective", "alleged",
                                                                         "hypothetical", "proposed", "eventual", "feared"}:
        return None
    own = _noun_mood(token, verb, headline)
    if own.real is None or own.negated or own.modal == "would":
        return None
    soon = bool({c.lower_ for c in token.lefts} & moods("future"))
    status = Mood("planned") if soon and own.real != "held" else own
    return _placed(Hit(token, pattern, verb, status, row.type, row.mode, True), headline)


def _noun_mood(token: Token, verb: Token | None, headline: bool) -> Mood:
    """The mood of the verb that a noun hangs on; "talks are expected to resume" are planned."""
    if verb is None:
        soon = any(c.dep_ in ("acl", "relcl") and c.lower_ in moods("plan") for c in token.children)
        return Mood("planned" if soon else "held" if headline else "unclear")
    if verb.lower_ in moods("plan") and token.dep_ in ("nsubjpass", "nsubj") and (passive(verb) or child(verb, "xcomp") is not None):
        own = mood(verb, headline=headline)
        return Mood("planned", own.negated) if own.real else own
    return mood(verb, headline=headline)


def _placed(hit: Hit, headline: bool) -> Hit | None:
    """The hit if its noun stands where an event is told: subject of "began", object of "held", after "during"."""
    token, verb, kind = hit.token, hit.verb, hit.type
    if verb is None or token.dep_ == "ROOT":
        return hit if kind in NOMINAL and (headline or _told(token)) else None
    word = verb.lower_
    direct = token.head == verb
    if direct and word in _verbs("cancel"):
        return replace(hit, mood=Mood("unclear", modal="cancelled"))
    if direct and token.dep_ in ("dobj", "nsubjpass") and word in _verbs("light"):
        return hit
    if token.dep_ in ("nsubj", "nsubjpass") and direct:
        return replace(hit, verb=None) if kind in NOMINAL and (word in _verbs("occur") or word in _verbs("light") or _told(token)) else None
    if token.dep_ == "pobj" and word in _verbs("light") and token.head.head == verb and token.head.lower_ in ("in", "to"):
        return hit
    journey = kind == "CONSULT" and token.dep_ == "pobj" and token.head.lower_ == "for" and word in moods("motion")
    if kind not in NOMINAL or not (_told(token) or journey):
        return None
    if token.dep_ == "pobj" and token.head.lower_ in moods("at"):
        status = "held" if hit.mood.real != "planned" or token.head.lower_ in ("after", "following", "since") else "planned"
        return replace(hit, verb=None, mood=Mood(status))
    if journey:
        return replace(hit, mood=Mood("planned" if hit.mood.real == "planned" else "ongoing"))
    return replace(hit, verb=None) if token.dep_ in ("dobj", "conj", "appos") and kind in ("ASSAULT", "CONSULT", "ACCIDENT", "DISASTER") else None


def _told(noun: Token) -> bool:
    """Whether the phrase says who or when: "Monday's attack", "talks with the union"."""
    return bool(modifiers(noun)) or any(party(o) for o in preps(noun, "by", "with", "between", "against", "of", "on")) or any(
        t.ent_type_ in ("DATE", "TIME") for t in noun.subtree) or any(o.ent_type_ in PLACES for o in preps(noun, "in", "at", "near"))


def _absorbs(top: Hit, hit: Hit) -> bool:
    """Whether the hit is only the content, the object or a repetition of another one."""
    if top.token.i == hit.token.i or top.verb is None:
        return False
    at, verb = hit.token, top.verb
    path = []
    for _ in range(4 * DEPTH):
        if at.i == verb.i or at.head == at:
            break
        path.append(at)
        at = at.head
    if at.i != verb.i or not path:
        return False
    if top.nominal and hit.token.i == verb.i:
        return False
    if hit.nominal and (top.type == hit.type or path[-1].dep_ in ("dobj", "nsubjpass", "prep", "prt") and len(path) <= 2 and not top.nominal):
        return True
    return top.pattern.row.scope != "open" and not top.nominal and not _aside(path, top.type == "PROTEST")


def _aside(path: Sequence[Token], loose: bool) -> bool:
    """Whether the way up leaves the content of a clause: by its subject, a co-ordinate verb, "after ...", a finite relative clause."""
    for step in path:
        dep = step.dep_
        if dep in ("nsubj", "nsubjpass", "csubj", "relcl", "parataxis", "appos") or (dep == "conj" and step == path[-1] and _own(step)):
            return True
        if dep == "advcl" and not any(c.lower_ == "to" for c in step.lefts) and not (loose and step.tag_ == "VBG"):
            return True
        if dep == "prep" and step.lower_ in ("after", "following", "since", "during", "amid", "despite", "because", "when", "while"):
            return True
    return False


def _own(verb: Token) -> bool:
    """Whether a co-ordinate verb stands for itself."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _distinct(hits: list[Hit]) -> list[Hit]:
    """One hit for each verb: "held talks" counts by its noun only where the verb says nothing."""
    kept: dict[int, Hit] = {}
    for hit in hits:
        key = hit.verb.i if hit.verb is not None else hit.token.i
        if key not in kept or (kept[key].nominal and not hit.nominal):
            kept[key] = hit
    return sorted(kept.values(), key=lambda h: h.token.i)


def _claim(page: Page, sentence: Tokens, hit: Hit, times: Sequence[Expression]) -> EventClaim | None:
    if hit.verb is not None and not passive(hit.verb) and any(d.lower_ in ("we", "i", "you") for d in doers(hit.verb)):
        return None
    who = _parties(page, hit)
    if hit.type in AGENT and not hit.nominal and not any(p.part == "source" for p in who) and not passive(hit.token):
        return None  # "the law allows", "the deal forced": nobody does it
    where = places(page, _tops(hit))
    when = _times(page, hit, times)
    if not who and not (hit.type in ("DISASTER", "ACCIDENT", "PROTEST", "ASSAULT") or (hit.nominal and hit.type == "CONSULT")) or not (who or where or when):
        return None
    if hit.verb is not None and not hit.nominal and hit.token.dep_ == "acl" and hit.token.tag_ == "VBN" and not when:
        return None  # "prisoners held by ...": told by the way
    if hit.type == "ASSAULT" and not when and _tally(hit):
        return None
    return EventClaim(
        article=page.article.id, spans=(page.span(hit.token),), sentence=page.span(sentence), part=page.kind(sentence.start_char),
        attribution=attribution(page, hit.token), type=hit.type, mode=hit.mode,
        title=title.clause(hit.verb) if hit.verb is not None else title.phrase(hit.token),
        status=_status(hit), parties=who, places=where, times=when, again=_again(hit),
    )


def _status(hit: Hit) -> EventStatus:
    if hit.mood.modal == "cancelled":
        return "cancelled"
    if _again(hit) and hit.mood.real == "ongoing":
        return "unclear"
    return hit.mood.real or "unclear"


def _again(hit: Hit) -> bool:
    """Whether it goes on about a meeting told before: "the meeting will also include", "... were also present"."""
    if hit.type != "CONSULT":
        return False
    if hit.pattern.subjects is not None or hit.pattern.base == "present":
        return True
    noun = hit.token if hit.nominal else next((o for o in preps(hit.token, "in")), None) or next(iter(objects(hit.token)), None)
    return noun is not None and noun.tag_[:2] == "NN" and noun.lower_ in classes()["parley"] and any(
        c.lower_ in ("the", "this", "these", "that") for c in noun.lefts) and not any(True for _ in preps(noun, "with", "between"))


def _tally(hit: Hit) -> bool:
    """Whether the verb sums up ("more than 20,000 have been killed since"), which is a figure and no event."""
    verb = hit.verb
    if verb is None:
        return False
    perfect = any(c.lower_ in ("have", "has", "'ve") for c in verb.children)
    return (perfect and any(c.lower_ == "since" for c in verb.children)) or any(
        k.tag_ == "CD" and ((len(k.text) > 3 and k.text.replace(",", "").isdigit()) or k.lower_ in ("thousand", "thousands", "hundreds")) for o in objects(verb) for k in o.subtree)


def _tops(hit: Hit) -> list[Token]:
    """The words that places and times of the event may hang on."""
    tops = [hit.token]
    verb = hit.verb
    noun = hit.token if hit.nominal else surface(hit.token) if hit.pattern.subjects is not None else None
    if noun is not None:  # "the meeting, scheduled to take place in ..."
        inner = [c for c in noun.children if c.dep_ in ("acl", "relcl")]
        tops += [noun, *inner, *(x for c in inner for x in c.children if x.dep_ == "xcomp")]
    for _ in range(3):
        if verb is None:
            break
        tops.append(verb)
        tops += objects(verb)
        journey = verb.dep_ == "advcl" and verb.tag_ == "VB" and verb.head.lower_ in moods("motion")
        if not (journey or verb.dep_ in ("xcomp", "conj", "pcomp")) or verb.head == verb:
            break
        verb = verb.head
    return tops


def _times(page: Page, hit: Hit, times: Sequence[Expression]) -> tuple[Expression, ...]:
    """The time expressions of the event's own clause, the nearest first."""
    near: list[tuple[int, int, Expression]] = []
    chain = {t.i: n for n, t in reversed(list(enumerate(_clauses(hit))))}
    for one in times:
        words = page.doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
        at = words.root if words is not None else None
        for step in range(4 * DEPTH):
            if at is None:
                break
            if at.i in chain:
                near.append((chain[at.i], step, one))
                break
            if at.tag_ in ("VBD", "VBZ", "VBP", "MD") or at.dep_ in ("relcl", "ccomp", "advcl") or at.head == at or (at.dep_ == "conj" and at.tag_[:2] == "VB"):
                break
            at = at.head
    return tuple(e for _, _, e in sorted(near, key=lambda n: (n[0], n[1], n[2].span.start)))


def _clauses(hit: Hit) -> list[Token]:
    """The event's word, then the verbs that share its time."""
    chain = [hit.token]
    verb = hit.verb if hit.verb is not None else verbal(hit.token)
    for _ in range(DEPTH):
        if verb is None:
            break
        if verb != chain[-1]:
            chain.append(verb)
        shared = verb.dep_ in ("xcomp", "conj", "pcomp", "oprd") or (verb.dep_ in ("advcl", "acl") and verb.tag_ in ("VBG", "VB"))
        verb = verbal(verb) if shared else None
    return chain


def _parties(page: Page, hit: Hit) -> tuple[Party, ...]:
    things = hit.type in THINGS
    both = hit.pattern.row.object == "both"
    if hit.nominal:
        found = list(_noun_parties(page, hit, things))
    else:
        assert hit.verb is not None
        found = list(_verb_parties(page, hit, hit.verb, things))
    unique: dict[tuple[int, int], Party] = {}
    for one in found:
        key = (one.span.start, one.span.end)
        if not any(o.span.start <= one.span.start and one.span.end <= o.span.end for o in unique.values()):
            unique[key] = Party(one.span, "both") if both else one
    return tuple(sorted(unique.values(), key=lambda p: (p.part != "source", p.span.start)))


def _verb_parties(page: Page, hit: Hit, verb: Token, things: bool) -> Iterator[Party]:
    sources = actors(verb) if hit.verb.tag_[:2] == "VB" else joined(surface(verb.head) if verb.head.tag_[:2] in ("VB", "MD") else surface(verb))  # type: ignore[union-attr]
    yield from parties(page, sources, "source", things=things)
    if not any(party(s, things=things) for s in sources):
        yield from parties(page, [w for s in sources for w in within(s, things=things)] + [w for s in sources if not party(s) for w in modifiers(s)], "source", things=True)
    taken = {s.i for s in sources}
    yield from parties(page, [t for t in targets(verb, things=things, kind=hit.type) if t.i not in taken], "target", things=True)


def targets(verb: Token, *, things: bool = False, kind: str = "", depth: int = 0) -> list[Token]:
    """Those to whom it is done: object, "against ...", the clause that follows; else a name inside these; else the country."""
    pool = [o for o in objects(verb) if o.dep_ not in ("attr", "oprd")]
    pool += [o for o in preps(verb, *TOWARD) if o not in pool]
    if kind == "CONSULT":
        pool += [w for o in objects(verb) for w in preps(o, "with", "between") if w not in pool]
    found = [o for o in pool if party(o, things=things)]
    below = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "pcomp") or (c.dep_ == "advcl" and any(k.lower_ == "to" for k in c.lefts))]
    below += [k for c in verb.children if c.dep_ == "prep" for k in c.children if k.dep_ == "pcomp"]
    if kind in SAID or depth:
        for clause in below if depth < 3 else ():
            subject = child(clause, "nsubj", "nsubjpass")
            found += [s for s in joined(subject) if party(s) and s.tag_ != "PRP"]
            found += [t for t in targets(clause, kind=kind, depth=depth + 1) if t not in found]
    if kind in SAID:
        pool += [o for o in preps(verb, "in", "about") if o.lower_ in ("protest", "response", "retaliation", "support", "solidarity") or o.head.lower_ == "about"]
        found += [w for o in pool if not party(o) and o.head.lower_ in BLAME for w in within(o) if w not in found]
    if all(f.tag_ == "PRP" for f in found) and kind != "CONSULT":
        found += [w for o in pool for w in within(o, things=things, depth=3 if kind in SAID else 2) if w not in found]
    if not found and not depth and kind in GROUND:
        found = _ground(verb)
    return found


def _ground(verb: Token) -> list[Token]:
    """The country or town where it is done, for want of anybody else."""
    for t in verb.subtree:
        if t.i > verb.i and t.ent_type_ == "GPE" and t.tag_ == "NNP" and t.dep_ in ("pobj", "appos", "conj", "compound", "dobj", "nsubj", "poss"):
            return [t]
    return []


def _noun_parties(page: Page, hit: Hit, things: bool) -> Iterator[Party]:
    noun, verb = hit.token, hit.verb
    if verb is not None and noun.dep_ not in ("nsubj", "nsubjpass"):
        yield from parties(page, doers(verb), "source", things=things)
    elif verb is not None:
        yield from parties(page, doers(verb) if passive(verb) and noun.dep_ == "nsubjpass" else [], "source", things=things)
    owners = modifiers(noun)
    yield from (Party(page.cut(o.i, o.i + 1) if demonym(o) and o.dep_ != "poss" else span(page, o), "source") for o in owners)
    yield from parties(page, preps(noun, "by"), "source", things=True)
    toward = list(preps(noun, "with", "between", "among", "against", "on", "to", "at", "of", "from", "for"))
    found = [o for o in toward if party(o, things=things)]
    if verb is not None:
        toward += list(preps(verb, "with", "against", "between", "to", "at", "on", "over"))
        found += [o for o in toward if party(o) and o not in found]
    found = found or [w for o in toward for w in within(o, things=things)]
    if verb is not None:
        if not found:
            found = [t for t in targets(verb, kind=hit.type) if t.i != noun.i]
    yield from parties(page, found, "target", things=True)


