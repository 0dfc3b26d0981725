"""Definite phrases and pronouns, and the name in the same article that each stands for, where that is safe."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ...model.claim import ActorKind
from ...rules.nations import nation
from ...rules.people import lower, role_last
from .nominals import Nominals, nominals
from .words import Name, Words

PERSONAL = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
NEUTRAL = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
FAR = 4
"""Sentences that a pronoun may look back."""
RECENT = 50
"""Bearers of a role that are looked back at."""
SUBJECTS = ("nsubj", "nsubjpass")


@dataclass
class Memory:
    """What has been told so far, newest last."""

    names: list[Name] = field(default_factory=list)
    focus: dict[str, Name] = field(default_factory=dict)
    """person, thing or many -> the last subject of that sort."""
    groups: dict[str, Name] = field(default_factory=dict)
    """Head noun -> the last phrase with it."""
    roles: dict[str, list[tuple[Name, set[str]]]] = field(default_factory=dict)
    """Word of a role -> who had it, with all its words."""
    told: Counter[str] = field(default_factory=Counter)
    """Last word of a person's name -> how often it was told."""


def referring(words: Words, names: list[Name]) -> list[Name]:
    """Nominal and pronoun mentions, in text order."""
    roles = {i for name in names for pair in name.roles for i in range(*pair)}
    starts = {name.start: name for name in names}
    covered = {i for name in names for i in range(name.start, name.end)}
    genders = _genders(words, names)
    memory, out, table = Memory(), [], nominals()
    for i, low in enumerate(words.low):
        if not words.live[i]:
            continue
        if i in starts:
            name = starts[i]
            name.gender = name.gender or genders.get(words.low[name.end - 1])
            _remember(words, memory, name)
        elif i in covered:
            continue
        elif low in PERSONAL or low in NEUTRAL or low in PLURAL:
            made = _pronoun(words, memory, i)
            if made:
                out.append(made)
        elif (
            words.tag[i] in ("NN", "NNS", "NNP", "NNPS")
            and i not in roles
            and (low in table.heads or _compound(words, i, table))
        ):
            made = _nominal(words, memory, i, table, starts, covered)
            if made:
                out.append(made)
    return out


def _genders(words: Words, names: list[Name]) -> dict[str, str]:
    """Family name -> gender, where all bearers in the article are known and agree; two bearers may differ."""
    out: dict[str, set[str]] = {}
    bearers: dict[str, set[str]] = {}
    for name in names:
        if name.kind == "person":
            family = words.low[name.end - 1]
            if name.gender:
                out.setdefault(family, set()).add(name.gender)
            if name.end - name.start > 1:
                bearers.setdefault(family, set()).add(words.low[name.start])
    return {f: min(found) for f, found in out.items() if len(found) == 1 and len(bearers.get(f, ())) < 2}


def _subject(words: Words, name: Name) -> bool:
    for i in range(name.start, name.end):
        token = words.doc[i]
        if not name.start <= token.head.i < name.end or token.head.i == i:
            return token.dep_ in SUBJECTS
    return False


def _titled_subject(words: Words, name: Name) -> bool:
    """Whether the parse took the role right before the name for the subject: "ambassador to the council Dana Reed said"."""
    return any(
        words.doc[i].dep_ in SUBJECTS
        for start, end in name.roles
        if end <= name.start <= end + 1
        for i in range(start, end)
    )


def _sort(name: Name) -> str:
    return "person" if name.kind == "person" else "many" if name.kind == "group" else "thing"


def _remember(words: Words, memory: Memory, name: Name) -> None:
    memory.names.append(name)
    if name.kind == "person":
        memory.told[words.low[name.end - 1]] += 1
        for start, end in name.roles:
            role = set(words.low[start:end])
            for word in sorted(role & role_last()):
                memory.roles.setdefault(word, []).append((name, role))
    if _subject(words, name) or _titled_subject(words, name):
        memory.focus[_sort(name)] = name


def _pronoun(words: Words, memory: Memory, i: int) -> Name | None:
    low, here = words.low[i], words.sentence[i]
    if low in PERSONAL:
        target = _person(words, memory, i, PERSONAL[low])
        kind: ActorKind = "person"
    else:
        target = _thing(words, memory, i, "many" if low in PLURAL else "thing")
        kind = target.kind if target else "organisation"
    if target is None:
        return None
    name = Name(i, i + 1, kind, "PRON", form="pronoun", antecedent=_anchor(target))
    if words.doc[i].dep_ in SUBJECTS and here - words.sentence[target.start] <= FAR:
        memory.focus[_sort(target)] = Name(
            target.start,
            target.end,
            target.kind,
            target.label,
            gender=target.gender,
            antecedent=(i, i + 1),
            form="seen",
        )
    return name


def _anchor(name: Name) -> tuple[int, int]:
    """The name itself, or what a phrase stands for already."""
    return name.antecedent if name.antecedent and name.form == "nominal" else (name.start, name.end)


def _at(name: Name) -> int:
    """Where the thing was last told of."""
    return name.antecedent[0] if name.form == "seen" and name.antecedent else name.start


def _person(words: Words, memory: Memory, i: int, gender: str) -> Name | None:
    """The last person who was a subject, else the nearest person told of, whose gender does not speak against it."""
    here = words.sentence[i]
    focus = memory.focus.get("person")
    if focus and focus.gender in (None, gender) and here - words.sentence[_at(focus)] <= FAR:
        return focus
    near = [
        n
        for n in memory.names[-12:]
        if n.kind == "person" and n.gender in (None, gender) and here - words.sentence[n.start] <= 2
    ]
    known = [n for n in near if n.gender == gender] or near
    return known[-1] if known else None


EMPTY = frozenset(
    (
        "is",
        "was",
        "'s",
        "’s",
        "seems",
        "seemed",
        "appears",
        "appeared",
        "rained",
        "raining",
        "rains",
        "snowed",
        "snowing",
        "snows",
        "took",
        "takes",
        "turned",
        "turns",
        "happened",
    )
)
"""Verbs whose "it" mostly stands for nothing: "it is clear that", "it was raining", "it took an hour"."""


def _thing(words: Words, memory: Memory, i: int, sort: str) -> Name | None:
    """The subject of the same sentence or of the one before, if it is a body, a nation or a group."""
    token = words.doc[i]
    if token.dep_ == "expl" or (words.low[i] == "it" and token.dep_ in SUBJECTS and words.low[token.head.i] in EMPTY):
        return None
    focus = memory.focus.get(sort) or (memory.focus.get("thing") if sort == "many" else None)
    if focus is None or (focus.kind == "place" and not nation(words.piece(focus.start, focus.end))):
        return None
    distance = words.sentence[i] - words.sentence[_at(focus)]
    return focus if distance <= (0 if words.low[i] in ("its", "their") else 1) else None


def _phrase(words: Words, i: int, starts: dict[int, Name], covered: set[int]) -> tuple[int, bool]:
    """First token of the noun phrase with head `i`, and whether it is definite."""
    start, tags, definite = (
        i,
        ("JJ", "JJR", "JJS", "NN", "NNP", "NNS", "NNPS", "CD", "HYPH", "VBN", "POS", "AFX"),
        False,
    )
    while start > 0 and words.sentence[start - 1] == words.sentence[i] and i - start < 10:
        tag, low = words.tag[start - 1], words.low[start - 1]
        if tag == "DT" or tag == "PRP$":
            definite = definite or low in DEFINITE or tag == "PRP$"
            start -= 1
            break
        if tag not in tags or words.doc[start - 1].ent_type_ in ("DATE", "TIME"):
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


def _nominal(
    words: Words, memory: Memory, i: int, table: Nominals, starts: dict[int, Name], covered: set[int]
) -> Name | None:
    token = words.doc[i]
    if (token.dep_ == "compound" and token.head.i == i + 1) or (
        i + 1 in covered and i + 1 in starts and starts[i + 1].kind == "person"
    ):
        return None
    start, definite = _phrase(words, i, starts, covered)
    low = words.low[i]
    compound = _compound(words, i, table)
    kind = "organisation" if compound else table.heads[low]
    low = f"{words.low[i - 1]} {low}" if compound else low
    if kind == "group":
        return _group(words, memory, i, start, definite)
    made = Name(start, _extent(words, i, kind), kind, "NOM", form="nominal")
    target = _apposed(words, memory, made, i, starts)
    if definite or start == i or target:
        target = target or (_called(words, memory, low, i) if compound else _known(words, memory, made, i, table))
        if target:
            made.antecedent = _anchor(target)
    if made.antecedent is None and not definite:
        return None
    memory.groups[low] = made
    if _subject(words, made):
        memory.focus[_sort(made)] = made
    return made


def _compound(words: Words, i: int, table: Nominals) -> bool:
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
    if after and after.kind in ("organisation", "group") and words.doc[i].dep_ != "compound":
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
    if before and definite and start >= i - 1:
        made.antecedent = _anchor(before)
    else:
        memory.groups[words.low[i]] = made
    if _subject(words, made):
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
    if name.kind == "place":
        return here is None and near <= 2 and low in ("city", "town", "village") and name.end - name.start < 3
    parts = words.low[name.start : name.end]
    if wanted:
        return any(p in wanted for p in parts) or (
            near <= 1
            and len(parts) == 1
            and parts[0].isalpha()
            and piece.isupper()
            and low in ("agency", "bureau", "committee", "commission")
        )
    return (
        near <= 2
        and low
        in (
            "company",
            "firm",
            "group",
            "organisation",
            "organization",
            "agency",
            "newspaper",
            "carmaker",
            "airline",
            "movement",
            "broadcaster",
            "corporation",
            "party",
        )
        and here is None
    )


def _by_role(words: Words, memory: Memory, made: Name, i: int) -> Name | None:
    """Of those to whom the text gave this role, with no word that speaks against it, the one most told of."""
    low = words.low[i]
    if low not in role_last():
        return None
    said = {
        w
        for k, w in enumerate(words.low[made.start : i])
        if w not in DEFINITE and words.tag[made.start + k] not in ("POS", "HYPH", "PRP$")
    }
    fits = [
        name
        for name, role in memory.roles.get(low, [])[-RECENT:]
        if (not said or said <= role or _same_nation(said, role)) and (role & lower()) <= said
    ]
    return max(fits, key=lambda n: (memory.told[words.low[n.end - 1]], n.start)) if fits else None


def _same_nation(said: set[str], role: set[str]) -> bool:
    codes = {here[0] for w in role if (here := nation(w))}
    return all(w in role or ((here := nation(w)) is not None and here[0] in codes) for w in sorted(said))
