"""What a party makes its doing depend on: "will talk only if", "would not return unless", "is ready to leave as long as"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .. import match
from ..kin import children, closing, lefts
from ..lexicon import classes
from ..mood import NOT
from ..parties import party
from ..syntax import DEPTH, SUBJECTS, child, doers, names, passive
from ..terms import marker
from .about import Range, trimmed
from .words import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

STOPS = frozenset({";", ".", "”", '"', "—", "–", ":"})
JOINED = ("conj", "amod", "appos", "cc")
FINITE = ("VBZ", "VBP", "VBD", "MD")
NEAR = 9
"""Words from the mark to the subject of its clause."""
LONGEST = 45
"""Words from the verb to the end of its condition."""


def conditions(sentence: Tokens, lower: list[str], marks: list[int]) -> Iterator[tuple[Token, list[Token], Range]]:
    """The verb that depends on something, whose it is, and the range of both. `marks`: where a condition may begin."""
    done: set[int] = set()
    doc = sentence.doc
    for at in marks:
        mark = marker(lower, at, sentence.end)
        if not mark:
            continue
        verb = _governor(doc[at], sentence.start)
        if verb is None or verb.i in done or not _fits(verb, mark, doc[at]):
            continue
        end = _end(doc[at], sentence.end)
        if end <= at + len(mark.split()) or end - verb.i > LONGEST:
            continue
        done.add(verb.i)
        yield verb, doers(verb), (_start(verb), end)


def _governor(token: Token, start: int) -> Token | None:
    """The nearest verb before the mark that it hangs on."""
    at = token
    for _ in range(DEPTH):
        if at.head == at or at.head.i < start:
            return None
        at = at.head
        if at.i < token.i and at.tag_[:2] == "VB":
            break
    else:
        return None
    below = child(at, "acomp")
    return child(below, "xcomp") if below is not None and below.lower_ in words("willing") else at


def _fits(verb: Token, mark: str, token: Token) -> bool:
    """Whether somebody binds himself by the verb, on a condition that others can meet."""
    if (
        (mark == "if" and verb.lower_ in words("silent"))
        or verb.lower_ in words("states")
        or passive(verb)
        or not any(_willing(v) for v in _up(verb))
    ):
        return False
    if any(_position(v) or _past(v) for v in _up(verb)) or (verb.dep_ == "relcl" and mark.startswith("in ")):
        return False
    negated = any(c.dep_ == "neg" or c.lower_ in NOT for v in _up(verb) for c in children(v))
    owner = doers(verb)
    if (mark == "until" and not negated) or not any(party(o) for o in owner):
        return False
    return mark.startswith("in ") or _others(token, owner, strict=mark in ("if", "once"))


def _past(verb: Token) -> bool:
    """Whether it is only what might have been: "would have allowed"."""
    return any(c.lower_ in ("have", "'ve", "’ve") and c.dep_ == "aux" for c in children(verb))


def _up(verb: Token) -> list[Token]:
    """The verb and what it is the infinitive of."""
    chain = [verb]
    while chain[-1].dep_ == "xcomp" and len(chain) < 4:
        chain.append(chain[-1].head)
    return chain


def _willing(verb: Token) -> bool:
    return (
        verb.lower_ in words("willing")
        or verb.lower_ in words("binding")
        or any(c.lower_ in words("will") and c.dep_ == "aux" for c in children(verb))
    )


def _position(verb: Token) -> bool:
    """Whether a pattern finds it anyway: "offered to ... if"."""
    fit = match.verb(verb, lexicon())
    return fit is not None and bool(fit.row.type) and fit.row.type != "supports"


def _others(token: Token, owner: list[Token], *, strict: bool) -> bool:
    """Whether the condition is another one's deed, or a deal's or demand's fate; of "if", no turn of the weather."""
    after = token.doc[token.i + 1 : min(token.i + NEAR, closing(token))]
    subject = next((t for t in after if t.dep_ in SUBJECTS), None)
    alike = subject is not None and subject.tag_ == "PRP" and not _unlike(subject, owner)
    if subject is None or alike or subject.lower_ in {o.lower_ for o in owner}:
        return False
    fate = any(n in classes()[kind] for kind in ("agreement", "plea", "law") for n in names(subject))
    return not strict or fate or party(subject)


def _unlike(pronoun: Token, owner: list[Token]) -> bool:
    """Whether "they" means others than the one who binds himself: "it would meet them if they suspend the strike"."""
    single = len(owner) == 1 and owner[0].tag_ in ("PRP", "NN", "NNP") and owner[0].lower_ != "they"
    return pronoun.lower_ == "they" and single and owner[0].lower_ in ("it", "he", "she")


def _start(verb: Token) -> int:
    """The verb with "not" and "only" before it, without subject and "will"."""
    left = [c.i for c in lefts(verb) if c.dep_ in ("neg", "advmod") and (c.dep_ == "neg" or c.lower_ == "only")]
    return min([*left, verb.i])


def _end(token: Token, stop: int) -> int:
    """The end of the condition's clause, at the first comma after its verb: "if the minister, Ana Ruiz, signs it"."""
    doc, end, told = token.doc, token.i + 1, token.lower_ == "in"  # "in return for a lease, a diplomat said"
    while end < min(stop, token.i + LONGEST) and doc[end].text not in STOPS:
        told = told or (doc[end].tag_ in FINITE and doc[end].dep_ != "relcl")
        if doc[end].text == "," and told and (end + 1 >= stop or doc[end + 1].dep_ not in JOINED):
            break
        end += 1
    return trimmed(doc, token.i, end)
