"""Names that the model knows in one place and misses in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ...model.claim import ActorKind
from ...rules.nations import nation
from ...rules.people import name_rules, seats
from ...rules.phrasing import crowds
from .marks import KINDS, NOT_NAMES, PROPER
from .words import Name, Words


def missed(words: Words, names: list[Name], aside: list[Name]) -> Iterator[Name]:
    """Where a name that the model knows in one place stands unmarked in another, full names `aside` as well, which page
    furniture holds; nations and seats everywhere."""
    known, given = _known(words, names)
    for name in aside:
        if name.end - name.start > 1:
            parts = tuple(words.text[name.start : name.end])
            known[parts[0]].setdefault(parts, (name.kind, name.label))
    taken = [False] * len(words.text)
    for ent in words.ents:
        if ent.label_ not in KINDS:
            for i in range(ent.start, ent.end):
                taken[i] = ent.label_ in ("DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY")
    for name in names:
        for i in range(name.start, name.end):
            taken[i] = True
    capital = {word for word in dict.fromkeys(words.text) if word[0].isupper()}
    for i in (i for i, word in enumerate(words.text) if word in capital and not taken[i] and words.live[i]):
        word = words.text[i]
        here = known.get(word, {})
        options = [
            parts
            for parts in here
            if tuple(words.text[i : i + len(parts)]) == parts and not any(taken[i : i + len(parts)])
        ]
        longest = max(options, key=len, default=())
        inner = (i > words.starts[words.sentence[i]] and words.text[i - 1] not in ('"', "“")) or words.low[
            i
        ] not in words.small
        if not longest and (end := _entitled(words, i, taken)):
            yield Name(i, end, "organisation", "ORG")
            continue
        if word in given and longest == (word,) and (words.tag[i] not in PROPER or _goes_on(words, i)):
            continue  # "Will", "Grace", somebody else with that given name
        if longest and (inner or words.tag[i] in PROPER or words.tag[i] in ("JJ", "NN") or len(longest) > 1):
            yield Name(i, i + len(longest), *here[longest])
        elif word not in ("US",) or words.tag[i] in PROPER:
            yield from _listed(words, i, taken)


def _entitled(words: Words, i: int, taken: list[bool]) -> int:
    """End of a run of words with capitals after an article that ends with a word for a body ("the Dawn Movement"), in a
    sentence where capitals tell names; 0 for none."""
    if i == 0 or words.low[i - 1] != "the" or words.text[i - 1].isupper() or not words.text[i].istitle():
        return 0
    end = i
    while end < len(words.text) and end - i < LONGEST and not taken[end]:
        if not words.text[end].istitle() and words.tag[end] != "POS":
            break
        end += 1
    if end - i < 2 or words.low[end - 1] not in name_rules()["bodies"] or words.tag[end - 1] not in (*PROPER, "NN"):
        return 0
    sentence = words.sentence[i]
    plain = [w for w in words.text[words.starts[sentence] : words.starts[sentence + 1]] if len(w) > 3 and w.islower()]
    return end if len(plain) > 1 and words.sentence[end - 1] == sentence else 0


LONGEST = 6
"""Words of a body's name that the model may miss."""
Known = dict[str, dict[tuple[str, ...], tuple[ActorKind, str]]]
"""First word -> the names that begin with it, with their kind and the model's label."""


def _known(words: Words, names: list[Name]) -> tuple[Known, frozenset[str]]:
    """The names of the article with the short forms that may stand for them; and which of these are given names alone."""
    legal, particles = name_rules()["legal"], name_rules()["particles"]
    known: Known = defaultdict(dict)
    given: dict[str, str] = {}
    for name in names:
        parts = tuple(words.text[name.start : name.end])
        if name.kind == "person" and len(parts) > 1 and len(parts[-1]) > 2:
            known[parts[-1]][parts[-1:]] = ("person", name.label)
            if parts[0].isalpha() and len(parts[0]) > 2 and parts[0].lower() not in particles:
                given[parts[0]] = name.label
        if name.kind == "organisation" and len(parts) == 2 and parts[1].lower() in legal and len(parts[0]) > 2:
            known[parts[0]].setdefault(parts[:1], (name.kind, name.label))
        if name.kind == "organisation" and 1 < len(parts) < 5 and _team(parts[-1]):
            known[parts[-1]].setdefault(parts[-1:], (name.kind, name.label))
        known[parts[0]][parts] = (name.kind, name.label)
        if name.kind == "organisation" and (letters := _lettered(words, name)):
            known[letters].setdefault((letters,), (name.kind, name.label))
    alone = {word: label for word, label in given.items() if (word,) not in known[word] and nation(word) is None}
    for word, label in alone.items():
        known[word][(word,)] = ("person", label)
    return known, frozenset(alone)


def _lettered(words: Words, name: Name) -> str:
    """The initials of a body that stand beside its name, in brackets or before it in brackets, where they spell it: "ABC (Acme
    Boat Club)"."""
    text, end = words.text, name.end
    for at, open_, close in ((end + 1, end, end + 2), (name.start - 2, name.start - 1, end)):
        marks = text[open_ : open_ + 1] == ["("] and text[close : close + 1] == [")"]
        if at >= 0 and marks and LETTERS.fullmatch(text[at]) and _initials(text[name.start : end]) == text[at].lower():
            return text[at]
    return ""


LETTERS = re.compile(r"[A-Z]{2,7}")


def _initials(text: list[str]) -> str:
    return "".join(w[0].lower() for w in text if w.lower() not in name_rules()["skipped"])


def _team(word: str) -> bool:
    """Whether the last word of a name is one that a team or band is called by alone: "Rovers" of "Harven Rovers"."""
    rules, low = name_rules(), word.lower()
    common = low in rules["bodies"] or low in rules["legal"] or low in rules["trades"] or low in crowds()
    return word.istitle() and low.endswith("s") and len(low) > 4 and not common and nation(word) is None


def _goes_on(words: Words, i: int) -> bool:
    """Whether another word with a capital follows."""
    return i + 1 < len(words.text) and words.tag[i + 1] in PROPER


def _listed(words: Words, i: int, taken: list[bool]) -> Iterator[Name]:
    """A nation or seat of government that begins at this token."""
    for length in (3, 2, 1):
        if i + length <= len(words.text) and not any(taken[i : i + length]):
            piece = words.piece(i, i + length)
            here = nation(piece)
            if words.low[i] == "the":
                continue
            if here and (here[1] != "capital" or length > 1) and not (length == 1 and words.tag[i] in NOT_NAMES):
                if words.shouted(words.sentence[i]) and len(piece) < 4:
                    return
                yield Name(i, i + length, "group" if here[1] == "people" else "place", "GPE")
                return
            if piece.lower() in seats() and (length > 1 or words.tag[i] in PROPER):
                yield Name(i, i + length, "organisation", "ORG")
                return
