"""Phrases with a common noun for somebody, some body or somewhere, and the name that each stands for, where that is safe."""

from __future__ import annotations

from ...model.claim import ActorKind
from ...rules.nations import nation
from ...rules.people import callings, lower, past, role_words
from .memory import RECENT, Memory, anchor, sort, subject
from .nominals import Nominals, nominals
from .predicate import told_of
from .words import Name, Words


def _phrase(words: Words, i: int, starts: dict[int, Name], covered: dict[int, Name]) -> tuple[int, bool]:
    """First token of the noun phrase with head `i`, and whether it is definite."""
    start, tags, definite = (
        i,
        ("JJ", "JJR", "JJS", "NN", "NNP", "NNS", "NNPS", "CD", "HYPH", "VBN", "POS", "AFX"),
        False,
    )
    pointing = nominals().lists["definite"]
    while start > 0 and words.sentence[start - 1] == words.sentence[i] and i - start < 10:
        tag, low = words.tag[start - 1], words.low[start - 1]
        if tag == "DT" or tag == "PRP$":
            definite = definite or low in pointing or tag == "PRP$"
            start -= 1
            break
        if tag not in tags or (words.doc[start - 1].ent_type_ in ("DATE", "TIME") and not _age(words, start - 1)):
            break
        definite = definite or tag == "POS"
        start -= 1
    while start < i and (
        words.tag[start] in ("POS", "HYPH")
        or words.text[start].isspace()
        or (start in covered and start - 1 in covered and start not in starts)
    ):
        start += 1
    return start, definite


def _age(words: Words, i: int) -> bool:
    """Whether the token belongs to an age before a noun: "the 26-year-old singer"."""
    return words.tag[i] == "HYPH" or words.low[i] in past() or (words.tag[i] == "CD" and words.tag[i + 1] == "HYPH")


def nominal(
    words: Words, memory: Memory, i: int, table: Nominals, starts: dict[int, Name], covered: dict[int, Name]
) -> Name | None:
    """The mention of the phrase whose head is token `i`; None for one that means nobody in particular."""
    token = words.doc[i]
    if (token.dep_ == "compound" and token.head.i == i + 1 and not _before_body(words, i, starts)) or (
        i + 1 in covered and i + 1 in starts and starts[i + 1].kind == "person"
    ):
        return None
    start, definite = _phrase(words, i, starts, covered)
    low = words.low[i]
    paired = compound(words, i, table)
    kind: ActorKind = "organisation" if paired else table.heads[low]
    low = f"{words.low[i - 1]} {low}" if paired else low
    if kind == "group":
        return _group(words, memory, i, start, definite)
    made = Name(start, _extent(words, i, kind), kind, "NOM", form="nominal")
    target = _apposed(words, memory, made, i, starts) or told_of(words, made, i, covered)
    if definite or start == i or target:
        target = target or (_called(words, memory, low, i) if paired else _known(words, memory, made, i, table))
        if target:
            made.antecedent = anchor(target)
    if made.antecedent is None and not definite and not _held(words, made, i, covered):
        return None
    memory.groups[low] = made
    if subject(words, made):
        memory.focus[sort(made)] = made
    return made


def _held(words: Words, made: Name, i: int, covered: dict[int, Name]) -> bool:
    """Whether a phrase without an article is an office of a body or nation, as in headlines: "Acme director to meet envoys"."""
    if made.kind != "person" or not role_words().get(words.low[i]):
        return False
    owner = covered.get(made.start)
    if owner is None or owner.end > i or owner.kind == "person":
        return False
    return owner.kind in ("organisation", "group") or nation(words.piece(owner.start, owner.end)) is not None


def _before_body(words: Words, i: int, starts: dict[int, Name]) -> bool:
    """Whether the noun says what the body is whose name follows and ends its phrase: "electronics maker Acme"."""
    after = starts.get(i + 1)
    return (
        after is not None
        and after.kind == "organisation"
        and words.tag[i] == "NN"
        and words.doc[after.end - 1].dep_ != "compound"
        and words.doc[i].head.i in range(after.start, after.end)
    )


def compound(words: Words, i: int, table: Nominals) -> bool:
    """Whether the word ends a body's usual name in two words: "coast guard"."""
    return i > 0 and words.low[i - 1] in table.compounds.get(words.low[i], ())


def _called(words: Words, memory: Memory, low: str, i: int) -> Name | None:
    """What "the coast guard" takes up: the same words told before, else a name that ends with them."""
    pair = words.low[i - 1 : i + 1]
    named = (n for n in reversed(memory.names[-40:]) if n.end - n.start > 2 and words.low[n.end - 2 : n.end] == pair)
    return memory.groups.get(low) or next(named, None)


def _extent(words: Words, i: int, kind: ActorKind) -> int:
    """Token after the phrase: an office takes in what it is of ("the head of the agency")."""
    if kind != "person" or i + 2 >= len(words.text) or words.low[i + 1] not in ("of", "for"):
        return i + 1
    end = i + 2
    while (
        end < len(words.text) and words.sentence[end] == words.sentence[i] and end - i < 9 and words.tag[end] in INNER
    ):
        end += 1
    while end > i + 2 and words.tag[end - 1] in ("DT", "POS", "JJ", "CD", "HYPH", "PRP$"):
        end -= 1
    return end if end > i + 2 else i + 1


INNER = frozenset({"DT", "JJ", "NN", "NNP", "NNPS", "POS", "PRP$", "HYPH", "NNS"})


def _apposed(words: Words, memory: Memory, made: Name, i: int, starts: dict[int, Name]) -> Name | None:
    """The name beside which the phrase stands: "the news agency Acme", "Acme, the news agency"."""
    if made.kind == "place":
        of = starts.get(i + 2) if words.low[i + 1 : i + 2] == ["of"] else None  # "the city of Acme"
        return of if of and of.kind == "place" else None
    if made.kind not in ("organisation", "group"):
        return None
    after = starts.get(i + 1)
    if (
        after
        and after.kind in ("organisation", "group")
        and (words.doc[i].dep_ != "compound" or _before_body(words, i, starts))
    ):
        return after
    after = starts.get(i + 3) if words.low[i + 1 : i + 3] == [",", "the"] else None
    if after and after.kind == "organisation" and words.text[after.end : after.end + 1] in ([","], ["."], [";"]):
        return after
    before = memory.names[-1] if memory.names else None
    if (
        before
        and before.end == made.start - 1
        and words.text[before.end] == ","
        and before.kind in ("organisation", "group")
    ):
        closed = i + 1 >= len(words.text) or words.text[i + 1] in (",", ".", ")", ";", "–", "—")
        return before if closed else None
    return None


def _group(words: Words, memory: Memory, i: int, start: int, definite: bool) -> Name:
    made = Name(start, i + 1, "group", "NOM", form="nominal")
    before = memory.groups.get(words.low[i])
    if before and definite and start >= i - 1 and words.low[i + 1 : i + 2] != ["of"]:
        made.antecedent = anchor(before)
    else:
        memory.groups[words.low[i]] = made
    if subject(words, made):
        memory.focus["many"] = made
    return made


def _known(words: Words, memory: Memory, made: Name, i: int, table: Nominals) -> Name | None:
    """The name told before that this phrase can stand for."""
    low = words.low[i]
    if made.kind == "person":
        return _by_role(words, memory, made, i)
    wanted = table.names.get(low, frozenset())
    bare = made.start >= i - 1
    if not bare:
        return None
    focus = memory.focus.get("thing")
    if focus and not wanted and focus.form == "name" and focus.kind != "place" and _fits(words, focus, low, wanted, i):
        return focus
    for name in reversed(memory.names[-40:]):
        alike = name.kind == made.kind or {name.kind, made.kind} == {"organisation", "group"}
        if alike and _fits(words, name, low, wanted, i):
            return name
    return memory.groups.get(low)


def _fits(words: Words, name: Name, low: str, wanted: frozenset[str], i: int) -> bool:
    piece = words.piece(name.start, name.end)
    near = words.sentence[i] - words.sentence[name.start]
    here = nation(piece)
    if "country" in wanted:
        return here is not None and here[1] == "name" and near <= 2
    lists = nominals().lists
    if name.kind == "place":
        return here is None and near <= 2 and low in lists["towns"] and name.end - name.start < 3
    parts = words.low[name.start : name.end]
    if wanted:
        lettered = len(parts) == 1 and parts[0].isalpha() and piece.isupper() and low in lists["lettered"]
        return any(p in wanted for p in parts) or (near <= 1 and lettered)
    return near <= 2 and low in lists["anybody"] and here is None


def _by_role(words: Words, memory: Memory, made: Name, i: int) -> Name | None:
    """Of those to whom the text gave this role, or one that news uses for it, with no word that speaks against it, the one
    most told of."""
    low, said = words.low[i], _said(words, made, i)
    for word in (low, *callings().get(low, ())):
        known = memory.roles.get(word, [])[-RECENT:]
        fits = [name for name, role in known if _agrees(said, role, low if word == low else "")]
        if fits:
            return max(fits, key=lambda n: (memory.told[words.low[n.end - 1]], n.start))
    return None


def _said(words: Words, made: Name, i: int) -> set[str]:
    """The words of a phrase that tell which holder of the role is meant."""
    pointing = nominals().lists["definite"]
    return {
        words.low[k]
        for k in range(made.start, i)
        if words.low[k] not in pointing and words.tag[k] not in ("POS", "HYPH", "PRP$", "CD")
    }


def _agrees(said: set[str], role: set[str], same: str) -> bool:
    """Whether a phrase with these words can mean the holder of the role: "the former senator" is the senator; "the Danish
    singer" is the singer whose nation was not told; a deputy is told as such. `same` is the noun of both, if it is one."""
    telling = said - past()
    held = role & lower() - (past() if not role_words().get(same) else frozenset())  # a former banker is "the banker"
    if same and not held <= said:
        return False
    famed = same in callings().get(STAR, ()) and not any(nation(w) for w in sorted(role))
    return telling <= role or _same_nation(telling, role) or (famed and all(nation(w) for w in sorted(telling)))


STAR = "star"
"""The calling whose row lists those whom news likes to tell by their nation; "the Danish lawyer" may be another one."""


def _same_nation(said: set[str], role: set[str]) -> bool:
    codes = {here[0] for w in role if (here := nation(w))}
    return all(w in role or ((here := nation(w)) is not None and here[0] in codes) for w in sorted(said))
