"""From trigger words to those counted: "were killed" -> its subject, "killing" -> its object, "death of" -> what follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .lexicon import Lexicon, Measure, Trigger

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_BE = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "'s",
        "’s",
        "'re",
        "remain",
        "remains",
        "remained",
        "lay",
        "lie",
        "lies",
    }
)
_SMALL = ("oprd", "acomp", "xcomp", "ccomp", "advcl", "attr", "amod", "dobj", "prep", "dep", "advmod")
_REACH = 10
_STATES = frozenset({"hostage", "captive", "prisoner", "dead", "alive", "missing"})
"""Words that a verb's object slot may hold though they say in what state somebody is: "held hostage"."""


class Hit(NamedTuple):
    """A trigger and the head of one phrase that it counts."""

    measure: Measure
    trigger: Token
    head: Token
    kind: str
    multiple: float = 0.0
    """Of "double homicide": two."""


def hits(sentence: Tokens, words: list[str], lex: Lexicon) -> Iterator[Hit]:
    """The hits of a sentence, in order of their triggers. `words` are those of the whole text, in small letters."""
    for index in range(sentence.start, sentence.end):
        found, beside = lex.triggers.get(words[index]), lex.with_.get(words[index])
        if not found and not beside:
            continue
        token = sentence.doc[index]
        for trigger in found or ():
            for head in _heads(token, trigger, lex):
                if sentence.start <= head.i < sentence.end:
                    yield Hit(trigger.measure, token, head, trigger.kind, _multiple(token, trigger, lex))
        if beside:
            yield from _with(token, beside)


def _heads(token: Token, trigger: Trigger, lex: Lexicon) -> list[Token]:
    measure, kind, needs = trigger
    tag = token.tag_
    if kind == "patient":
        if not tag.startswith("V") and tag not in ("JJ", "NN"):
            return []
        if tag == "NN" and not token.lower_.endswith("ed"):
            return []
        if needs and not any(c.lower_ in needs.split() for c in token.children):
            return []
        return patients(token)
    if kind == "subject":
        return subjects(token) if tag.startswith("V") else []
    if kind == "state":
        if tag in ("VBD", "VBN", "VBG") and any(
            t.kind == "patient" and t.measure is measure for t in lex.triggers[token.lower_]
        ):
            return []  # read as a verb
        return states(token) if not needs or _preceded(token, needs) else []
    if kind == "noun":
        return _noun(token, needs)
    if kind == "act":
        return _act(token, needs)
    if kind == "object":
        verb = token.head
        return subjects(verb) if token.dep_ in ("dobj", "attr", "pobj") and lex.verbs.get(verb.lower_) == needs else []
    if kind == "take":
        return _taken(token, needs, lex)
    if kind == "phrase":
        return _phrase(token, needs, lex)
    return []


def _preceded(token: Token, words: str) -> bool:
    return token.doc[max(token.sent.start, token.i - len(words.split())) : token.i].text.lower() == words


def _multiple(token: Token, trigger: Trigger, lex: Lexicon) -> float:
    if trigger.kind not in ("noun", "act"):
        return 0.0
    return next(
        (lex.scopes.degree.multiple[c.lower_] for c in token.lefts if c.lower_ in lex.scopes.degree.multiple), 0.0
    )


# ---- verbs


def patients(verb: Token) -> list[Token]:
    """Heads of what a verb is done to."""
    if verb.dep_ == "amod" and verb.i < verb.head.i:
        return [verb.head]
    passive = _children(verb, "nsubjpass")
    if passive:
        return [_antecedent(passive[0], verb)]
    objects = _children(verb, "dobj", "dative") or _children(verb, "ccomp_subject")
    if objects and (verb.tag_ != "VBN" or (_has(verb, "aux") and not _has(verb, "auxpass"))):
        return [_reflexive(objects[0], verb)]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [_host(verb)]
    if verb.dep_ == "conj" and verb.head.tag_.startswith("V"):
        if objects:
            return [_reflexive(objects[0], verb)]
        return _shared(verb)
    if objects:
        return [_reflexive(objects[0], verb)]
    later: Token | None = next(
        (c for c in verb.children if c.dep_ == "conj" and c.tag_.startswith("V") and _children(c, "dobj")), None
    )
    if later is not None and verb.tag_ != "VBG" and not _children(verb, "prep"):
        return [_reflexive(_children(later, "dobj")[0], later)]
    if _has(verb, "auxpass"):
        return _controller(verb)
    return _headline(verb) or (states(verb) or _controller(verb) if verb.tag_ == "VBN" else _beside(verb))


def _headline(verb: Token) -> list[Token]:
    """ "12 killed in blast": a past form without object in a clause without auxiliary."""
    subject = _children(verb, "nsubj")
    if (
        subject
        and verb.tag_ in ("VBD", "VBN")
        and not _has(verb, "aux")
        and any(c.tag_ == "CD" for c in (subject[0], *subject[0].lefts))
    ):
        return [subject[0]]
    return []


def _shared(verb: Token) -> list[Token]:
    """Of a joined verb ("was shot and killed"): what the first verb is done to."""
    first = verb.head
    if verb.tag_ in ("VBN", "VBD", "JJ") and (first.tag_ == "VBN" or _has(first, "auxpass")):
        if _children(first, "nsubjpass") or first.dep_ in ("acl", "conj", "xcomp", "advcl", "pcomp", "relcl", "amod"):
            return patients(first)
        return _controller(first)
    if verb.tag_ in ("VBN", "VBD") and not _has(verb, "aux"):
        objects = _children(first, "dobj")
        return [_reflexive(objects[0], first)] if objects and objects[0].i > first.i and objects[0].i > verb.i else []
    return []


def subjects(verb: Token) -> list[Token]:
    """Head of a verb's subject, through relative clauses, joined verbs and control."""
    own = _children(verb, "nsubj", "nsubjpass")
    if own:
        return [_antecedent(own[0], verb)]
    if verb.dep_ in ("acl", "relcl"):
        return [_host(verb)]
    if verb.dep_ == "amod" and verb.i < verb.head.i:
        return [verb.head]
    if verb.dep_ == "conj" and verb.head.tag_[:1] in ("V", "M"):
        return subjects(verb.head)
    return _controller(verb)


def _controller(verb: Token) -> list[Token]:
    """The subject that a non-finite clause takes from the clause it hangs on: "believed to have been killed"."""
    at, steps = verb, 0
    while at.dep_ in ("xcomp", "pcomp", "prep", "advcl", "ccomp", "conj", "oprd", "dep", "acomp") and steps < 5:
        up = at.head
        if up is at:
            break
        if (
            at.dep_ in ("xcomp", "oprd", "ccomp", "acomp", "dep")
            and (found := _children(up, "dobj"))
            and found[0].i < verb.i
        ):
            return [found[0]]
        own = _children(up, "nsubjpass", "nsubj")
        if own and up.tag_[:1] in ("V", "M"):
            return [_antecedent(own[0], up)]
        if up.dep_ in ("acl", "relcl"):
            return [_host(up)]
        if up.tag_.startswith("N"):
            return []
        at, steps = up, steps + 1
    return []


def _host(verb: Token) -> Token:
    """What a participle or relative clause says something of: the counted noun right before it, wherever the parse hangs it
    ("the names of 21 people killed")."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    inside = before.i > verb.head.i and before.tag_ == "NNS" and before.dep_ == "pobj"
    counted = inside and any(c.tag_ == "CD" for c in before.lefts) and not any(c.tag_ == "CD" for c in verb.head.lefts)
    return before if counted else verb.head


def _children(token: Token, *deps: str) -> list[Token]:
    return [
        c
        for c in token.children
        if c.dep_ in deps and not (c.dep_ == "dobj" and c.lower_ in _STATES and c.n_lefts == 0)
    ]


def _has(token: Token, dep: str) -> bool:
    return any(c.dep_ == dep for c in token.children)


def _antecedent(subject: Token, verb: Token) -> Token:
    """What a relative pronoun stands for; any other subject is itself."""
    if subject.tag_ in ("WDT", "WP", "WP$") or (subject.lower_ == "that" and verb.dep_ == "relcl"):
        at = verb
        while at.dep_ in ("conj", "xcomp", "ccomp") and at.head is not at:
            at = at.head
        if at.dep_ in ("relcl", "acl"):
            return at.head
    return subject


def _reflexive(target: Token, verb: Token) -> Token:
    """ "killing himself" counts the one who did it."""
    if target.lower_ in ("himself", "herself", "themselves"):
        own = subjects(verb)
        return (
            own[0]
            if own and own[0].tag_.startswith("NN") and target.dep_ != "conj" and not _has(target, "conj")
            else target
        )
    if target.tag_ in ("WDT", "WP"):
        return _antecedent(target, verb)
    return target


# ---- states, nouns, idioms


def states(token: Token) -> list[Token]:
    """Whom an adjective or participle is said of: "12 dead", "left five homeless", "were missing"."""
    if token.tag_[:2] not in ("JJ", "VB", "NN", "RB", "CD"):
        return []
    number = next((c for c in token.lefts if c.tag_ == "CD" and c.dep_ in ("nsubj", "nsubjpass")), None)
    if number is not None and _has(token, "aux"):
        return [number]
    if any(
        c.tag_ == "CD" and c.dep_ in ("nummod", "nsubj", "quantmod", "advmod", "amod", "compound", "dep")
        for c in token.lefts
    ):
        own = next((c for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ != "CD"), None)
        return [own if own is not None else token]
    subject = _children(token, "nsubj", "nsubjpass")
    if subject:
        return [_antecedent(subject[0], token)]
    head = token.head
    if token.dep_ == "amod" and head.tag_[:2] in ("NN", "CD", "PR"):
        return [head]
    if token.dep_ in ("acl", "relcl"):
        return [head]
    if token.dep_ in _SMALL and head.tag_.startswith("V"):
        return _predicate(token, head)
    if token.dep_ == "conj" and head.tag_[:1] in ("J", "V") and head.i < token.i:
        return _beside(token) or ([] if head.tag_.startswith("V") and _children(head, "dobj") else states(head))
    return _beside(token)


def _predicate(token: Token, verb: Token) -> list[Token]:
    if verb.lower_ in _BE:
        return subjects(verb)
    objects = [c for c in _children(verb, "dobj") if c.i < token.i]
    if objects:
        return objects[-1:]
    if _children(verb, "nsubjpass") or _has(verb, "auxpass") or verb.tag_ in ("VBN", "VBD") or token.dep_ == "acomp":
        return _beside(token) or subjects(verb)
    return _beside(token)


def _beside(token: Token) -> list[Token]:
    """A number or numbered noun right before: what the parse makes of headlines is not to be trusted."""
    at = token.i - 1
    while at >= token.sent.start and token.doc[at].lower_ in (
        "more",
        "others",
        "other",
        "reported",
        "still",
        "also",
        "feared",
        "left",
        "confirmed",
        "people",
        "critically",
        "seriously",
        "-",
    ):
        at -= 1
    before = token.doc[at] if at >= token.sent.start else None
    return [before] if before is not None and before.tag_ == "CD" else []


def _noun(token: Token, needs: str) -> list[Token]:
    if not token.tag_.startswith("NN") or (needs and not _preceded(token, needs)) or token.dep_ == "compound":
        return []
    return [token]


def _act(token: Token, needs: str) -> list[Token]:
    if not token.tag_.startswith("N") or (needs and not _preceded(token, needs)):
        return []
    heads = []
    for child in token.children:
        if child.lower_ in ("of", "among") and child.i > token.i:
            heads += _children(child, "pobj")
    if heads:
        return heads
    owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
    return [owner] if owner is not None else []


def _taken(token: Token, needs: str, lex: Lexicon) -> list[Token]:
    """ "claimed the lives of 30", "claimed 30 lives", "took a boy's life" """
    if token.dep_ not in ("dobj", "nsubjpass") or lex.verbs.get(token.head.lower_) != needs:
        return []
    found = [p for c in token.children if c.lower_ == "of" for p in _children(c, "pobj")]
    if found:
        return found
    owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        return (
            [owner] if owner.tag_ != "PRP$" or not any(c.lower_ == "own" for c in token.lefts) else subjects(token.head)
        )
    return [token]


def _phrase(token: Token, needs: str, lex: Lexicon) -> list[Token]:
    """ "in critical condition", "taken to hospital", "a man with gunshot wounds" """
    prep = token.head
    said, _, first = needs.partition(" ")
    if token.dep_ != "pobj" or prep.lower_ != said or (first and not _preceded(token, first)):
        return []
    if token.lower_ == "condition" and not any(c.lower_ in lex.scopes.degree.condition for c in token.subtree):
        return []
    at = prep.head
    while at.dep_ == "prep" and at.head is not at:
        at = at.head
        at = at.head if at.dep_ == "pobj" else at
    if at.tag_[:2] in ("NN", "CD", "PR"):
        return [at]
    if not at.tag_.startswith("V"):
        return []
    passive = _children(at, "nsubjpass")
    if passive:
        return [_antecedent(passive[0], at)]
    objects = _children(at, "dobj")
    if objects and at.lower_ not in ("had", "has", "have"):
        return [_antecedent(objects[0], at)]
    return subjects(at)


def _with(verb: Token, beside: dict[str, Measure]) -> Iterator[Hit]:
    """A verb and a word near it: "taken hostage", "shot him dead", "hit by a bullet"."""
    if not verb.tag_.startswith("V"):
        return
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _REACH)]:
        measure = beside.get(token.lower_)
        if measure is None or not (
            token.head.i == verb.i or token.head.head.i == verb.i or token.head.head.head.i == verb.i
        ):
            continue
        for head in patients(verb):
            if not (head.head.dep_ == "conj" and head.head.head.i == verb.i and head.i > token.i):
                yield Hit(measure, verb, head, "patient")
        return
