"""Words that may be events, with type, mode and mood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ...rules.tables import table
from .. import match
from ..grammar import grammar
from ..kin import children, lefts, rights
from ..lexicon import Events, Lexicon, Pattern, Row, bases, classes, compile_rows, people
from ..mood import MAY, WOULD, Mood, Real, asserted, mood, moods
from ..parties import PLACES, actors, modifiers, party
from ..syntax import agents, child, doers, objects, passive, preps, verbal
from .mere import mere

if TYPE_CHECKING:
    from spacy.tokens import Token

FRIENDLY = frozenset({"SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST", "REJECT"})
INCIDENTS = frozenset({"ASSAULT", "ACCIDENT", "DISASTER"})
"""Types of what happens at one moment: what is told of in the present has happened."""
DONE = frozenset({"LEGAL", "ACCUSE", "APPOINT", "LIFE"})
"""Types of deeds whose passive in the present tells of what has been done: "is charged with"."""
MISHAPS = frozenset({"ACCIDENT", "DISASTER"})
NOMINAL = frozenset(
    {
        "CONSULT",
        "ASSAULT",
        "PROTEST",
        "ACCIDENT",
        "DISASTER",
        "RETREAT",
        "MOBILIZE",
        "LEGAL",
        "BUSINESS",
        "COERCE",
        "COOPERATE",
        "AID",
    }
)


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
    for name in ("events", "conflict", "civil", "idioms"):
        rows += table(name, Events).event
    return compile_rows(rows)


@cache
def _verbs(which: str) -> tuple[frozenset[str], dict[str, str]]:
    listed = tuple(getattr(table("events", Events), which).verbs)
    return frozenset(listed), bases(listed)


def _is(verb: Token, which: str) -> bool:
    """Whether the verb, with its particle where the table has one ("call off"), is of a list of the table."""
    listed, forms = _verbs(which)
    base = forms.get(verb.lower_)
    return base is not None and (base in listed or any(f"{base} {c.lower_}" in listed for c in rights(verb)))


def verb_hit(token: Token, pattern: Pattern, headline: bool) -> Hit | None:
    own = mood(token, headline=headline)
    if (
        _named(token)
        or (not headline and _stray(token))
        or any(c.lower_ in grammar("nearly") and c.dep_ == "advmod" for c in lefts(token))
    ):
        return None
    kind = _typed(token, pattern, own)
    if kind is None or _idle(token, pattern) or mere(token, pattern) or (not headline and _habit(token, pattern)):
        return None
    if kind[0] != "THREATEN" and own.modal == "would" and _unless(token):
        return None  # "would show it if"
    if own.real == "planned" and token.dep_ == "advcl" and not own.will and kind[0] != "CONSULT":
        own = replace(own, real="unclear")  # "have come forward to accuse", "came to help"
    if kind[0] in ("BUSINESS", "PROTEST") and pattern.row.type == "AGREE":
        own = replace(own, real="planned")  # "plans to close its plant"
    if kind[0] in INCIDENTS or kind[0] in DONE:
        own = _over(token, own)
    if kind[0] in INCIDENTS and (mishap := _mishap(token, pattern)):
        kind = mishap, None
    return Hit(token, pattern, token, own, kind[0], kind[1])


def _named(token: Token) -> bool:
    """Whether a word only looks like a verb within a name: "the Prosecuting Attorney's Office"."""
    doc, at = token.doc, token.i
    if token.ent_type_ not in ("ORG", "PERSON") or not token.text[:1].isupper():
        return False
    return token.ent_iob_ == "I" and at + 1 < len(doc) and doc[at + 1].ent_iob_ == "I"


def _stray(token: Token) -> bool:
    """Whether a verb in the present has no subject of its own, as with nouns taken for verbs ("a childs arm"), or
    a participle tells of anybody whom it may befall ("an adult found guilty could be jailed")."""
    if token.tag_ in ("VBZ", "VBP") and token.dep_ not in ("conj", "ROOT"):
        return child(token, "nsubj", "nsubjpass", "csubj", "expl", "attr") is None
    noun = token.head
    if token.tag_ == "VBN" and noun.lower_ in grammar("feeling") and child(token, "aux", "auxpass") is None:
        return True  # "women who feel threatened"
    if token.tag_ != "VBN" or token.dep_ != "acl" or not any(c.lower_ in ("a", "an", "any") for c in lefts(noun)):
        return False
    return noun.dep_[:5] == "nsubj" and any(c.tag_ == "MD" and c.lower_ in MAY | WOULD for c in children(noun.head))


def _work(noun: Token) -> bool:
    """Whether a noun is the title of a work, by its kind or by the quotation mark before it."""
    start = noun.left_edge.i
    opening = noun.doc[max(start - 1, 0) : start + 1]
    return noun.ent_type_ == "WORK_OF_ART" or any(t.tag_ in ("``", "''") for t in opening)


def _habit(token: Token, pattern: Pattern) -> bool:
    """Whether a verb in the present tells what somebody does as a rule: "a group that attacks banks", "parents often meet"."""
    if token.tag_ not in ("VBZ", "VBP") or pattern.row.scope == "clause" or child(token, "aux", "auxpass") is not None:
        return False
    if token.dep_ in ("relcl", "advcl"):
        return not any(t.ent_type_ in ("DATE", "TIME") for t in token.subtree)
    return any(c.lower_ in grammar("habit") for c in children(token))


def _over(token: Token, own: Mood) -> Mood:
    """An incident told as a state is over: "27 people are injured"; not "are being attacked"."""
    done = token.tag_ == "VBN" and not any(c.lower_ == "being" for c in children(token))
    return replace(own, real="held") if own.real == "ongoing" and done else own


def _mishap(token: Token, pattern: Pattern) -> str | None:
    """ACCIDENT or DISASTER where that is what killed or hurt: "died when the bus overturned", "crashed, killing two"."""
    if pattern.base not in grammar("harm") or any(party(a) for a in agents(token)):
        return None
    near = [c for c in children(token) if c.dep_ == "advcl" and c.i > token.i]
    if token.dep_ in ("advcl", "conj") and token.head.tag_[:2] == "VB" and token.head.i < token.i:
        near.append(token.head)
    known = lexicon()
    for verb in near:
        if (fit := match.verb(verb, known)) is not None and fit.row.type in MISHAPS:
            return fit.row.type
    for noun in (*preps(token, *grammar("cause")), *doers(token)):
        if (fit := match.noun(noun, known)) is not None and fit.row.type in MISHAPS:
            return fit.row.type
    return None


def _idle(token: Token, pattern: Pattern) -> bool:
    """Whether the words only describe: "a resolution calling for", "warned that there were gaps"."""
    if pattern.row.type == "PROTEST" and pattern.base == "strike" and child(token, "dobj") is not None:
        return True  # "struck the wall"
    if pattern.row.type == "DEMAND" and pattern.base in grammar("bidding") and not _public(token):
        return True  # "told him to call his wife"
    if token.dep_ == "acl" and pattern.row.scope == "clause" and not any(party(a) for a in actors(token)):
        return True
    if pattern.row.type == "STATEMENT" and token.tag_ == "VBG" and token.dep_ in ("advcl", "acl", "conj", "pcomp"):
        return True  # "..., he added, confirming that": said by the way
    if pattern.base in grammar("claims") and pattern.words in ((), ("that",)) and asserted(token):
        return True
    if pattern.base == "yield" and pattern.objects is None and not pattern.words and objects(token):
        return True  # "yielded results"
    if pattern.base == "release" and any(_work(o) for o in objects(token)):
        return True
    if pattern.base == "leave" and token.tag_ == "VBG" and token.dep_ == "advcl":
        return True  # "leaving ten soldiers dead"
    if pattern.base == "propose" and child(token, "xcomp", "ccomp") is None and not objects(token):
        return True  # "proposed to her"
    if pattern.base in ("warn", "caution"):
        clause = child(token, "ccomp")
        return clause is not None and not any(c.tag_ == "MD" for c in children(clause))
    return False


def _typed(token: Token, pattern: Pattern, own: Mood) -> tuple[str, str | None] | None:
    """Type and mode of a verb in its mood: a kindness intended is a promise, a blow intended a threat."""
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
        if kind in HOSTILE - {"REJECT"} and not (kind == "PROTEST" and own.modal != "would" and _dated(token)):
            return "THREATEN", mode or kind.lower()
    if kind == "PROTEST" and pattern.base in grammar("objected") and _spoken(token):
        return "ACCUSE", None
    if pattern.base in grammar("decreed") and _bidden(token):
        return "DEMAND", None
    if pattern.base in ("order", "instruct") and (below := child(token, "xcomp", "ccomp")) is not None:
        inner = match.verb(below, lexicon())
        if inner is not None and inner.row.type in ("COERCE", "SANCTION"):
            return "COERCE", inner.row.mode
    if kind == "AGREE" and (below := child(token, "xcomp")) is not None:
        inner = match.verb(below, lexicon())
        if inner is not None and inner.row.type == "BUSINESS" and pattern.base in grammar("resolve"):
            return "BUSINESS", inner.row.mode
        if inner is not None and inner.row.type == "PROTEST" and (_dated(below) or _dated(token)):
            return "PROTEST", inner.row.mode  # "plan to walk out on Monday"
        if inner is not None and inner.row.type in HOSTILE - {"REJECT"}:
            if any(c.dep_ == "neg" for c in lefts(below)):
                return None  # "opted not to strike back"
            return "THREATEN", inner.row.mode or inner.row.type.lower()
    return kind, mode


def _public(token: Token) -> bool:
    """Whether a body, a country, an office or many people bid or are bidden."""
    sides = [*doers(token), *objects(token)]
    return any(
        t.ent_type_ in ("ORG", "GPE", "NORP")
        or (t.tag_ in ("NNS", "NNPS") and t.lower_ in people())
        or t.lower_ in classes()["office"]
        or t.lower_ in grammar("civic")
        or any(c.lower_ in classes()["office"] or c.ent_type_ in ("ORG", "GPE", "NORP") for c in lefts(t))
        for t in sides
    )


def swing(hit: Hit) -> bool:
    """Whether it is prices that crash or rally."""
    if hit.type not in ("ACCIDENT", "PROTEST", "ASSAULT") or hit.pattern.base not in grammar("swings"):
        return False
    verb = hit.verb if hit.verb is not None else hit.token
    near = [*(doers(verb) if verb.tag_[:2] == "VB" else ()), *lefts(hit.token), *preps(hit.token, "of", "in")]
    return any(t.lower_ in classes()["market"] for noun in near for t in (noun, *lefts(noun)))


def _spoken(token: Token) -> bool:
    """Whether a verb of protest tells what was said: "the mayor is hiding figures, a union protested"."""
    return child(token, "ccomp") is not None and child(token, "dobj") is None


def _bidden(token: Token) -> bool:
    """Whether what is declared is that somebody else must act: "declared that the bank must pay"."""
    clause = child(token, "ccomp")
    if clause is None or not any(c.lower_ in grammar("duty") for c in children(clause) if c.dep_ == "aux"):
        return False
    subject = child(clause, "nsubj")
    return subject is not None and subject.tag_ != "PRP" and party(subject)


def _dated(token: Token) -> bool:
    """Whether the verb's own phrases say on which day: what is fixed is planned, and no threat."""
    return any(
        t.ent_type_ in ("DATE", "TIME")
        for c in children(token)
        if c.dep_ in ("prep", "npadvmod", "advmod")
        for t in (c, *children(c))
    )


def _unless(token: Token) -> bool:
    return any(c.dep_ == "advcl" and any(k.lower_ in ("unless", "if") for k in children(c)) for c in children(token))


def noun_hit(token: Token, pattern: Pattern, headline: bool) -> Hit | None:
    row, verb = pattern.row, verbal(token)
    if not row.type or {c.lower_ for c in lefts(token)} & moods("doubt"):
        return None
    own = _noun_mood(_wrapped(token), verb, headline)
    if own.real is None or own.negated or own.modal == "would":
        return None
    soon = bool({c.lower_ for c in lefts(token)} & moods("future"))
    status = Mood("planned") if soon and own.real != "held" else own
    if status.real == "ongoing" and not _lasting(token, verb):
        if row.type in INCIDENTS:
            status = replace(status, real="held")
        elif verb is not None and verb.tag_ == "VBN" and not any(c.lower_ == "being" for c in lefts(verb)):
            status = replace(status, real="unclear")  # "the release is included"
    return _placed(Hit(token, pattern, verb, status, row.type, row.mode, True), headline)


def _lasting(noun: Token, verb: Token | None) -> bool:
    """Whether the text says that what a noun names goes on: "the fighting continues", "under attack"."""
    if noun.lower_ in grammar("enduring"):
        return True
    if verb is None:
        return False
    return (
        verb.lower_ in moods("lasting") or verb.tag_ == "VBG" or (noun.dep_ == "pobj" and noun.head.lower_ == "under")
    )


def _noun_mood(token: Token, verb: Token | None, headline: bool) -> Mood:
    """The mood of the verb that a noun hangs on; "talks are expected to resume" are planned."""
    if verb is None:
        soon = any(c.dep_ in ("acl", "relcl") and c.lower_ in moods("plan") for c in children(token))
        return Mood("planned" if soon else "held" if headline else "unclear")
    due = child(verb, "acomp", "oprd")
    if due is not None and due.lower_ in moods("plan") and token.dep_ in ("nsubj", "nsubjpass"):
        own = mood(verb, headline=headline)  # "the trial is due to open"
        return Mood("planned", own.negated) if own.real else own
    if (
        verb.lower_ in moods("plan")
        and token.dep_ in ("nsubjpass", "nsubj")
        and (passive(verb) or child(verb, "xcomp") is not None)
    ):
        own = mood(verb, headline=headline)
        return Mood("planned", own.negated) if own.real else own
    return mood(verb, headline=headline)


def _placed(hit: Hit, headline: bool) -> Hit | None:
    """The hit if its noun stands where an event is told: subject of "began", object of "held", after "during"."""
    token, verb, kind = _wrapped(hit.token), hit.verb, hit.type
    nominal = kind in NOMINAL or _owned(token)
    told = _told(token) or (token.i != hit.token.i and _told(hit.token))
    if verb is None or token.dep_ == "ROOT":
        return hit if nominal and (headline or told) else None
    word = verb.lower_
    direct = token.head == verb
    if direct and _is(verb, "cancel"):
        return replace(hit, mood=Mood("unclear", modal="cancelled"))
    if direct and token.dep_ in ("dobj", "nsubjpass") and _is(verb, "light"):
        return hit
    if token.dep_ in ("nsubj", "nsubjpass") and direct:
        known = told or _is(verb, "occur") or _is(verb, "light") or (kind in INCIDENTS and the(token))
        return replace(hit, verb=None) if nominal and known else None
    if hit.pattern.before == ("on",) and token.head.head == verb:
        lasts = verb.tag_ == "VBN" and hit.mood.real == "held" and not any(c.lower_ == "had" for c in lefts(verb))
        return replace(hit, mood=replace(hit.mood, real="ongoing")) if lasts else hit  # "have been on strike"
    if token.dep_ == "pobj" and _is(verb, "light") and token.head.head == verb and token.head.lower_ in ("in", "to"):
        return hit
    journey = kind == "CONSULT" and token.dep_ == "pobj" and token.head.lower_ == "for" and word in moods("motion")
    if kind not in NOMINAL or not (told or journey):
        return None
    if token.dep_ == "pobj" and token.head.lower_ in moods("at"):
        status: Real = (
            "held" if hit.mood.real != "planned" or token.head.lower_ in ("after", "following", "since") else "planned"
        )
        return replace(hit, verb=None, mood=Mood(status))
    if journey:
        return replace(hit, mood=Mood("planned" if hit.mood.real == "planned" else "ongoing"))
    return (
        replace(hit, verb=None)
        if token.dep_ in ("dobj", "conj", "appos") and kind in ("ASSAULT", "CONSULT", "ACCIDENT", "DISASTER")
        else None
    )


def the(noun: Token) -> bool:
    """Whether the phrase takes up what is known: "the attack"."""
    return any(c.lower_ in ("the", "this", "that") and c.dep_ == "det" for c in lefts(noun))


def _wrapped(noun: Token) -> Token:
    """The noun that stands in the sentence for it: "a round of talks" -> round."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in grammar("measure"):
        return noun.head.head
    return noun


def _owned(noun: Token) -> bool:
    """Whether the phrase names the one who does it: "Kenya's criticism", "a threat by the union"."""
    return any(c.dep_ == "poss" and party(c) for c in lefts(noun)) or any(party(o) for o in preps(noun, "by"))


def _told(noun: Token) -> bool:
    """Whether the phrase says who or when: "Monday's attack", "talks with the union"."""
    return (
        bool(modifiers(noun))
        or any(party(o) for o in preps(noun, "by", "with", "between", "against", "of", "on"))
        or any(t.ent_type_ in ("DATE", "TIME") for t in noun.subtree)
        or any(o.ent_type_ in PLACES for o in preps(noun, "in", "at", "near"))
    )
