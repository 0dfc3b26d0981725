"""The short name of an event or position: the text's own words in their own order, as a headline has them.

Asides are left out, and a name that would be too long ends where a phrase ends. A deed told by the way ("killing two") is named
with the clause that it hangs on; where that is too long or a name says too little, by its sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .kin import closing, lefts, opening, rights
from .mood import BE, WAS, moods
from .syntax import DEPTH, RELATIVE, SUBJECTS, child, edges, surface, verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WORDS = 18
"""Words of a name at most."""
LONG = 26
"""Words of a name that takes in the clause above, and of a sentence that is one."""
FEWEST = 3
"""Words below which a name says too little: "the suit", "officials claim"."""
SUBJECT = 8
"""Words of the subject in it; the rest of a longer one is left out."""
NEAR = 4
"""Words from subject to verb that are kept: "Hamlet has reportedly refused"."""
ASIDE = frozenset({"relcl", "appos", "advcl", "acl", "parataxis"})
"""What a clause says beside its main point."""
LOOSE = frozenset(
    {"cc", "punct", "prep", "det", "poss", "aux", "auxpass", "mark", "case", "amod", "compound", "nummod"}
)
"""What a cut must not end on."""
EXTRA = frozenset({"prep", "npadvmod", "advmod", "advcl", "relcl", "acl", "appos", "cc", "punct", "agent", "parataxis"})
"""What a name can end before and still be whole."""
HELPERS = frozenset({"aux", "auxpass", "neg"})
MARKS = " ,;:–—-\"“”'‘’"


def clause(verb: Token) -> str:
    """Subject, verb group and what follows, up to the first aside."""
    chain = _chain(verb)
    if _loose(chain[0]):
        return _above(chain[0], verb) or plain(verb)
    subject = surface(chain[0])
    before = _subject(subject) if subject is not None and subject.i < chain[0].i else []
    start = min((c.left_edge.i for c in lefts(chain[0]) if c.dep_ in ("aux", "auxpass", "neg")), default=chain[0].i)
    if before and start - before[-1] <= NEAR:
        start = before[-1] + 1
    after, cut = _fit(verb.doc, list(range(start, _stop(verb))), max(WORDS - len(before), SUBJECT))
    numbers = [*before, *after]
    whole = (
        len(numbers) >= FEWEST
        and verb.doc[numbers[0]].dep_ not in HELPERS
        and verb.doc[numbers[0]].tag_ not in RELATIVE
    )
    return _text(verb.doc, numbers, cut=cut) if whole else plain(verb)


def phrase(noun: Token) -> str:
    """A noun with its modifiers and prepositional phrases; of a noun that has none, the clause that it stands in."""
    start, end = edges(noun)
    after, cut = _fit(noun.doc, list(range(start, max(end, _stop(noun)))), WORDS)
    verb = verbal(noun)
    if len(after) >= FEWEST:
        return _text(noun.doc, after, cut=cut)
    return clause(verb) if verb is not None else plain(noun)


def plain(token: Token) -> str:
    """The sentence of a token, cut where it is long."""
    after, cut = _fit(token.doc, list(range(opening(token), closing(token))), LONG)
    return _text(token.doc, after, cut=cut)


def _chain(verb: Token) -> list[Token]:
    """The verb after those that only say when or whether: "are set to meet"."""
    chain = [verb]
    for _ in range(DEPTH):
        head = chain[0].head
        if chain[0].dep_ != "xcomp" or not (head.lower_ in moods("plan") or head.lower_ in moods("fact")):
            break
        chain.insert(0, head)
    return chain


def _loose(verb: Token) -> bool:
    """Whether a verb has neither a subject nor a tense of its own: "killing two", "to meet them"; not the participle of a
    headline ("Two men arrested in Lodz")."""
    if child(verb, *SUBJECTS) is not None or verb.tag_ not in ("VBG", "VBN", "VB") or verb.head == verb:
        return False
    if verb.dep_ == "acl" and verb.head.dep_ == "ROOT":
        return False
    return verb.dep_ in ("advcl", "acl", "pcomp", "xcomp") or (verb.dep_ == "conj" and verb.tag_ == "VBG")


def _above(top: Token, verb: Token) -> str:
    """The clause that a verb without a subject hangs on, with the verb's own part; empty where that is too long."""
    at = top
    for _ in range(DEPTH):
        if at.head == at or (at.tag_[:2] in ("VB", "MD") and child(at, *SUBJECTS) is not None):
            break
        at = at.head
    own, subject = child(at, *SUBJECTS), surface(at)
    if own is None or subject is None or not subject.i <= own.i < at.i <= verb.i:
        return ""
    before = _subject(subject)
    start = min((c.left_edge.i for c in lefts(at) if c.i > own.i), default=at.i)
    rest, _ = _fit(verb.doc, list(range(start, _stop(verb))), LONG)
    return _text(verb.doc, [*before, *rest], cut=False) if len(before) + len(rest) <= LONG else ""


def _subject(subject: Token) -> list[int]:
    """The subject without asides: from its first word to its head, and on to its complement where there is room."""
    start, end = edges(subject)
    end = min(
        [max(end, subject.i + 1), *(t.left_edge.i for t in rights(subject) if t.dep_ in ASIDE or t.dep_ == "punct")]
    )
    if end - start <= SUBJECT:
        return list(range(start, end))
    if subject.i - start >= SUBJECT:  # modifiers before it are left out
        return list(range(subject.i + 1 - SUBJECT, subject.i + 1))
    stop = max(subject.i + 1, start + SUBJECT)
    while stop > subject.i + 1 and subject.doc[stop - 1].dep_ in LOOSE:
        stop -= 1
    return list(range(start, stop))


def _stop(top: Token) -> int:
    """Where the clause or phrase of a word ends: before the first aside, next clause or end of the sentence."""
    nexts = (c.left_edge.i for c in rights(top) if c.dep_ in ASIDE or (c.dep_ == "conj" and c.tag_[:2] == "VB"))
    return max(min([top.right_edge.i + 1, *nexts]), top.i + 1)


def _fit(doc: Doc, tokens: list[int], room: int) -> tuple[list[int], bool]:
    """At most so many of the tokens: up to the end of a phrase if one ends in the last two thirds of the room, else not ending
    on a word that wants another; and whether what is left out is missed."""
    kept = tokens[:room]
    cut = len(kept) < len(tokens)
    if cut:
        whole = next((n for n in range(room, room // 3, -1) if _ends(doc, tokens, n)), 0)
        kept, cut = (tokens[:whole], False) if whole else (kept, True)
    while len(kept) > 1 and (
        doc[kept[-1]].is_space or doc[kept[-1]].dep_ in (LOOSE if cut else ("cc", "punct", "prep"))
    ):
        kept.pop()
    return kept, cut


def _ends(doc: Doc, tokens: list[int], n: int) -> bool:
    """Whether the first n tokens are whole without the rest: what follows is an extra, and none of them waits for a word."""
    at = tokens[n]
    first = next((t for t in _up(doc[at]) if t.head.i < at and t.left_edge.i == at), None)
    last = doc[at - 1]
    if (
        first is None
        or first.dep_ not in EXTRA
        or last.dep_ == "punct"
        or last.tag_ in RELATIVE
        or last.lower_ in BE | WAS
    ):
        return False
    return not (first.lower_ == "of" and first.head.tag_[:2] == "NN") and all(doc[t].head.i < at for t in tokens[:n])


def _up(token: Token) -> list[Token]:
    """A token and those that it hangs on."""
    found = [token]
    for _ in range(4 * DEPTH):
        if found[-1].head == found[-1]:
            break
        found.append(found[-1].head)
    return found


def _text(doc: Doc, numbers: list[int], *, cut: bool) -> str:
    """The words of these tokens, spaced as in the text, without what is left out between; "…" for what is missed behind."""
    pieces = []
    for at, i in enumerate(numbers):
        gap = at + 1 < len(numbers) and numbers[at + 1] != i + 1
        pieces.append(f"{doc[i].text} " if gap else doc[i].text_with_ws)
    last = numbers[-1] + 1
    text = _paired(
        " ".join("".join(pieces).split()), "".join(doc[i].text for i in range(last, min(last + 2, len(doc))))
    )
    return f"{text}…" if cut else text


def _paired(text: str, behind: str) -> str:
    """The text without loose marks at its ends; marks that open and do not close are closed if the text does right behind it
    (`behind`), else left out."""
    bare = text.strip(MARKS)
    if bare.count("(") > bare.count(")"):
        bare = bare[: bare.rindex("(")].strip(MARKS) or bare
    rest = text[text.index(bare) + len(bare) :] + behind if bare in text else behind
    for left, right in (("“", "”"), ('"', '"')):
        open_ = bare.count(left) % 2 if left == right else bare.count(left) - bare.count(right)
        if open_ > 0:
            bare = bare + right if right in rest else bare.replace(left, "")
        elif open_ < 0:
            bare = bare.replace(right, "")
    return bare
