"""From the model's entities to names: trimmed, split, joined, checked, and found again where the model missed them."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.nations import nation
from ...rules.people import genders, generations, name_rules, role_words, titles, written
from .again import missed
from .marks import BREAKS, CLOSING, KINDS, OFFICES, OPENING, PROPER
from .settle import settle
from .sound import quoted, sound
from .words import Name, Words


def found(words: Words) -> list[Name]:
    """Names in text order, without overlaps, in live parts only."""
    rough = [name for start, end, label in _entities(words) for name in _pieces(words, start, end, label)]
    names = settle(words, _apart(sorted((n for n in rough if words.live[n.start]), key=lambda n: (n.start, -n.end))))
    aside = [name for name in rough if not words.live[name.start] and name.kind == "person"]
    again = missed(words, names, aside)
    settled = settle(words, _apart(sorted([*names, *again], key=lambda n: (n.start, -n.end))))
    return _somebody(words, [name for name in settled if not _credited(words, name)])


def _entities(words: Words) -> list[tuple[int, int, str]]:
    """The model's entities, where one that ends with whose a body is and the body after it are one: "Acme Children" and
    "Hospital"."""
    out: list[tuple[int, int, str]] = []
    for ent in words.ents:
        if ent.label_ not in KINDS:
            continue
        if out and ent.label_ == "ORG" and _owner(words, out[-1], ent.start):
            out[-1] = (out[-1][0], ent.end, "ORG")
        else:
            out.append((ent.start, ent.end, ent.label_))
    return out


def _owner(words: Words, before: tuple[int, int, str], start: int) -> bool:
    _, end, label = before
    mark = words.low[end:start]
    return label == "ORG" and words.low[end - 1] in name_rules()["owners"] and mark in (["'s"], ["’s"], ["'"], ["’"])


def _somebody(words: Words, names: list[Name]) -> list[Name]:
    """The names without titles of works: what stands in marks of its own, with capitals, wherever the article names it."""
    works = {words.piece(n.start, n.end).lower(): 0 for n in names if quoted(words, n)}
    if not works:
        return names
    for name in names:
        key = words.piece(name.start, name.end).lower()
        if key in works:
            works[key] += 1 if quoted(words, name) else -OPEN
    gone = {key for key, balance in works.items() if balance > 0 and nation(key) is None}
    return [name for name in names if words.piece(name.start, name.end).lower() not in gone]


OPEN = 2
"""Mentions within marks that one without them weighs as much as: a name in scare quotes stays a name."""


def _credited(words: Words, name: Name) -> bool:
    """Whether a name stands in the credit of a picture: "Photo by Dana Reed", "(Dana Reed/Acme Pictures)"."""
    if name.kind != "person" or name.end - name.start < 2:
        return False
    before = words.text[name.end : name.end + 1] == ["/"] and name.end + 1 < len(words.text)
    if before and words.text[name.end + 1][:1].isupper():
        return True
    said = " ".join(words.low[max(0, name.start - 3) : name.start])
    return any(said == cue or said.endswith(f" {cue}") for cue in name_rules()["credits"])


def _apart(names: list[Name]) -> list[Name]:
    out: list[Name] = []
    for name in names:
        if not out or name.start >= out[-1].end:
            out.append(name)
    return out


def _pieces(words: Words, start: int, end: int, label: str) -> Iterator[Name]:
    """The names within an entity: cut at line ends and marks, trimmed, grown over broken tails."""
    at = start + (words.low[start] == "the" and end - start > 1)
    for i in range(at, end + 1):
        if i < end and i > at and label == "ORG" and _person_begins(words, at, i, end):
            piece = _trimmed(words, at, i, label)
            if piece:
                yield piece
            at, label = i, "PERSON"
        if (
            i == end
            or words.text[i] in BREAKS
            or "\n" in words.text[i]
            or (label == "PERSON" and i + 1 < end and _parts(words, i))
        ):
            piece = _trimmed(words, at, i, label)
            if piece:
                yield piece
            at = i + 1


def _parts(words: Words, i: int) -> bool:
    """Whether a token within what was taken for one person ends a name: "Dana and Levon Reed", "Dana, Levon"."""
    if words.low[i] == ",":
        return words.low[i + 1].rstrip(".") not in generations()
    return words.low[i] in ("and", "&", "'s", "’s")


def _person_begins(words: Words, start: int, i: int, end: int) -> bool:
    """Whether a body's name ends here and a person's begins, which the model took for one ("the U.N. Dana Reed")."""
    short = all(len(w) < 7 and w.isupper() for w in words.text[start:i])
    return short and words.low[i] in genders() and end - i in (2, 3) and all(w.istitle() for w in words.text[i:end])


def _trimmed(words: Words, start: int, end: int, label: str) -> Name | None:
    low, rules = words.low, name_rules()
    start = _unshouted(words, start, end)
    while start < end and (
        low[start] in rules["openers"]
        or low[start] in OPENING
        or (not low[start][0].isalnum() and low[start][0] not in "'’@")
    ):
        start += 1
    while end - start > 1 and words.text[start].islower() and words.tag[start].startswith("VB"):
        start += 1  # "retook Acme"
    end = _cut_tail(words, start, end)
    if label == "ORG":
        end = _unheld(words, start, end)
    while end - start > 1 and words.text[end - 1].istitle() and low[end - 1].rstrip(".") + "." in written():
        end -= 1  # "Harbour Police Capt.", where the parse ends the sentence
    if label == "PERSON":
        while end - start > 1 and _titled(words, start, end):
            start += 1
    while start < end and (
        low[end - 1] in rules["closers"]
        or low[end - 1] in CLOSING
        or (low[end - 1] in rules["verbs"] and end - start > 1 and label not in ("GPE", "LOC", "FAC"))
        or (label == "PERSON" and words.tag[end - 1] == "CD" and low[end - 1].isalpha() and end - start > 2)
    ):
        end -= 1
    if start >= end:
        return None
    if label == "PERSON":
        start += end - start > 1 and _lost(words.text[start])
        end = _grown(words, start, end)
    if label == "ORG" and end - start > 1 and low[end - 1] in rules["turned"]:
        end = _national(words, end)
    half = (end - start) // 2
    if half > 1 and (end - start) % 2 == 0 and low[start : start + half] == low[start + half : end]:
        end = start + half
    if label == "NORP" and end - start == 1 and words.tag[start] in ("JJ", "AFX") and not nation(words.text[start]):
        return None  # "Arab", "liberal": what somebody is, nobody in itself
    name = Name(start, end, KINDS[label], label)
    return name if sound(words, name) else None


def _unheld(words: Words, start: int, end: int) -> int:
    """End of a body's name without the office of whoever heads it: "Harven State Police Superintendent"; all of it where it is
    an office alone."""
    if words.low[end - 1] not in OFFICES or end - start < 2 or words.low[end - 2] in ("of", "the", "for", "and", "&"):
        return end
    if words.low[end - 1] in SHARED:
        return end
    return start if " ".join(words.low[start:end]) in role_words() else end - 1


SHARED = frozenset({"general", "private", "major", "star", "justice", "captain", "champion", "leader"})
"""Offices that end the names of bodies as well: "Dollar General"."""


def _unshouted(words: Words, start: int, end: int) -> int:
    """Where a person's name begins after words in capitals that belong to a headline or label: "TYRES Dana Reed"."""
    i = start
    while i < end - 2 and words.text[i].isupper() and len(words.text[i]) > 2 and words.text[i].isalpha():
        i += 1
    person = i > start and words.low[i] in genders() and all(w.istitle() for w in words.text[i:end])
    return i if person else start


def _titled(words: Words, start: int, end: int) -> bool:
    """Whether the name's first word is a title or a role before the name proper."""
    word = words.low[start]
    if word in titles():
        return True
    if word in genders() and end - start == 2:
        return False  # "Dean Reed", "Earl Reed"
    return word in role_words() or (word in name_rules()["ranks"] and end - start > 2)


def _cut_tail(words: Words, start: int, end: int) -> int:
    """End of the name before words that tell what happens ("Acme Talks"): never the first word."""
    happenings = name_rules()["happenings"]
    fronts = name_rules()["fronts"]
    if any(words.low[i] in fronts and words.low[i + 1] in ("of", "for") for i in range(start, end - 1)):
        return end  # "Bureau of Criminal Investigation"
    for i in range(start + 1, end):
        if words.low[i - 1] in ("of", "on", "for", "&"):
            continue  # "Bureau of Investigation"
        if words.low[i] in happenings and (i + 1 == end or words.tag[i] in ("NN", "NNS", "VBP", "VBZ")):
            return i
    return end


def _grown(words: Words, start: int, end: int) -> int:
    """Takes in the rest of a personal name that the model broke: a particle or hyphen and the capital word after it."""
    particles, count = name_rules()["particles"], len(words.text)
    while end < count and end - start < 9:
        i = end
        while (
            i < count and ((words.low[i] in particles and words.low[i] != "i") or words.text[i] == "-") and i - end < 3
        ):
            i += 1
        joined = i > end and i < count and _capital(words, i) and words.sentence[i] == words.sentence[start]
        if joined and not (words.low[end] in ("as", "at", "an", "e", "y", "o", "do") and words.tag[end] not in PROPER):
            end = i + 1
        elif words.low[end - 1] in particles and words.text[end - 1] != "-" and end < count and _capital(words, end):
            end += 1
        else:
            break
    if (
        words.low[end : end + 1] == [","]
        and words.low[end + 1 : end + 2]
        and words.low[end + 1].rstrip(".") in generations()
    ):
        return end + 2  # "Dana Reed, Jr."
    if (
        end < count
        and words.low[end] in name_rules()["suffixes"]
        and words.text[end][0].isupper()
        and len(words.text[end]) > 1
    ):
        end += 1
    return end


def _national(words: Words, end: int) -> int:
    """End of a body's name with the nation that it is of: "Supreme Court of Norway"."""
    if words.low[end : end + 1] != ["of"]:
        return end
    for to in (end + 4, end + 3, end + 2):
        here = nation(words.piece(end + 1, to).removeprefix("the ")) if to <= len(words.text) else None
        if here and here[1] == "name":
            return to
    return end


def _capital(words: Words, i: int) -> bool:
    return words.text[i][0].isupper() and words.tag[i] in ("NNP", "NNPS", "NN", "JJ", "FW")


def _lost(word: str) -> bool:
    """Whether a word is a nation's with the ending of a possessive whose apostrophe is lost."""
    return word.endswith("s") and nation(word) is None and (here := nation(word[:-1])) is not None and here[1] == "name"
