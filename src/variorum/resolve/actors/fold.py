"""Names brought to a form in which spellings of one name are equal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from ...rules.people import british as british_endings
from ...rules.people import families, genders, generations, married, name_rules, pairs, titles

_MARKS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "ħ": "h",
        "ð": "d",
        "þ": "th",
        "ə": "a",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
    }
)
_CARONS = frozenset("ćčšž")
"""Letters beside which a struck d is the "dj" of the South Slavs; elsewhere it is the "d" of Vietnam."""


def clear(text: str) -> str:
    """A name fit to be shown: single spaces, no invisible characters."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Small letters without accents, invisible characters, dots of initialisms and possessive endings."""
    text = text.lower()
    text = text.replace("đ", "d" if _CARONS.isdisjoint(text) else "dj")
    text = "".join(
        c
        for c in unicodedata.normalize("NFKD", text.translate(_MARKS))
        if unicodedata.category(c) not in ("Mn", "Cf", "Cc") or c in "\n\t"
    )
    text = re.sub(r"'s?$", "", " ".join(text.split()))
    text = re.sub(r"\b(?:[a-z]\.){2,}", lambda m: m[0].replace(".", ""), text + "")
    text = re.sub(r"\b([a-z]\.)+[a-z]\b", lambda m: m[0].replace(".", ""), text)
    return text.removeprefix("the ").strip(" .,;:-'\"")


@lru_cache(maxsize=65536)
def person(text: str) -> tuple[str, ...]:
    """The telling words of a personal name, in order: titles, particles and suffixes left out. A nickname in marks ("~buck")
    and a generation ("+jr") follow the given name."""
    called = [a or b for a, b in _CALLED.findall(text)]
    text = _CALLED.sub(" ", _ASIDE.sub(" ", text)) if called else _ASIDE.sub(" ", text)
    words = [w.strip(".,") for w in fold(text).replace("-", " ").split() if w.strip(".,'")]
    words = _seated(_bound(words))
    title, words = words[0] if words else "", _untitled(words)
    words, generation = _endings(words)
    generation = [WIFE] if wife(title, words) else generation
    core = _core(words, {fold(found[0]) for found in _INITIALS.finditer(text)})
    extra = [*(f"~{fold(w)}" for w in called[:1]), *(f"+{g}" for g in generation)]
    return (core[0], *extra, *core[1:]) if len(core) > 1 else tuple(core)


def wife(title: str, words: Sequence[str]) -> bool:
    """Whether a woman's title stands before a man's given name: "Mrs. Edward Reed"."""
    return title in married() and len(words) > 1 and genders().get(words[0]) == "male"


WIFE = "wife"
"""The mark of a woman who is told by her husband's name."""


def _seated(words: list[str]) -> list[str]:
    """A family name without its seat: "Lord Harrow of Wexmoor"; that of a ruler or saint is the name itself."""
    at = words.index("of") if "of" in words[1:-1] else 0
    return words[:at] if at and words[at - 1] not in genders() and words[at - 1] not in titles() else words


_CALLED = re.compile(r"[\"“(]([^\W\d_]{2,12})[\"”)]|(?<=\s)['‘]([^\W\d_]{2,12})['’](?=\s)")
"""A nickname in marks within a name."""
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
_ASIDE = re.compile(r"[\"“(][^\"”)]{1,20}[\"”)]")


def _bound(words: list[str]) -> list[str]:
    """Joins "mac" and what is one name with the word after it: "abdul rahman", "abd al karim", "abu talib"."""
    bound, ends, out, at = name_rules()["bound"], name_rules()["bound_ends"], list[str](), 0
    while at < len(words):
        word, to = words[at], at + 1
        if word in bound and to < len(words):
            to += words[to] in _ARTICLES and to + 1 < len(words)
            word = ("abdul" if word.startswith("abd") else word) + words[to]
            to += 1
        elif words[to + 1 : to + 2] and words[to] in _ARTICLES and words[to + 1] in ends:
            word, to = f"{word}eddin", to + 2
        elif words[to : to + 1] and len(word) > 2 and _FAITH.sub("", f"{word}{words[to]}") == word:
            word, to = f"{word}eddin", to + 1
        elif word in ("mac", "mc") and 0 < at < len(words) - 1:
            word, to = word + words[to], to + 1
        out.append(_plainly(word))
        at = to
    return out


def _plainly(word: str) -> str:
    """A name in one spelling of "servant of" and "of the faith", without an ending of respect."""
    if word.startswith(("abd", "cabd")):
        word = _SERVANT.sub("abdul", word)
        return word.replace("x", "h").removesuffix("e") if word.startswith("abdul") else word
    if word[-2:] in ("in", "en", "ne"):
        return _FAITH.sub("eddin", word)
    rest = next((word.removesuffix(end) for end in name_rules()["honoured"] if word.endswith(end)), "")
    return rest if len(rest) > 3 else word


_ARTICLES = frozenset(("al", "el", "ul", "ur", "as", "ar", "ad", "ed", "ud", "uddin"))
_SERVANT = re.compile(r"^c?abd(?:[aeou]+l(?=[a-z]{3})|[aeou]([rsnz])(?=\1)|[iy](?=[a-z]{4})|u?(?=r[ae]k?h))")
"""The spellings of "servant of" at the beginning of an Arabic name, the article drawn into the next letter as well."""
_FAITH = re.compile(r"(?<=[a-z]{2})[aeiou]+d+(?:i|ee)ne?$")
"""The spellings of "of the faith" at the end of one ("Salahuddin", "Nourredine")."""


def _untitled(words: list[str]) -> list[str]:
    """Cuts the titles off; the Burmese "U" only before two more words, and never what may be a name ("Don", "M.")."""
    if len(words) > 2 and " ".join(words[:2]) in pairs():
        words = words[2:]
    while len(words) > 1 and (words[0] in titles() or f"{words[0]}." in titles()) and words[0] not in ("u", "don", "m"):
        words = words[1:]
    return words


def _endings(words: list[str]) -> tuple[list[str], list[str]]:
    """The words without suffixes, and the generation that one of them tells."""
    suffixes, told = name_rules()["suffixes"], list[str]()
    while len(words) > 1 and words[-1] in suffixes:
        told = [generations()[words[-1]]] if words[-1] in generations() else told
        words = words[:-1]
    return words, told


def _core(words: list[str], initials: set[str]) -> list[str]:
    """The words without particles, but for a last one, a given name, initials that spell one ("A.B.") and the middle names of
    Vietnam; said twice, once."""
    rules = name_rules()
    keeps = len(words) > 2 and any(row.startswith("vietnamese") for row in families().get(words[0], ()))
    core = [
        w
        for i, w in enumerate(words)
        if w not in rules["particles"]
        or keeps
        or w in initials
        or i == len(words) - 1
        or (i == 0 and w in rules["leading"])
    ]
    return core[: len(core) // 2] if len(core) > 3 and core[: len(core) // 2] == core[len(core) // 2 :] else core


@lru_cache(maxsize=65536)
def body(text: str) -> tuple[str, ...]:
    """The words of a body's name: "Ministry of Health" is turned to "health ministry", legal endings are cut."""
    rules = name_rules()
    words = [_american(w) for w in fold(text).replace("-", " ").replace(" & ", " and ").replace("'s ", " ").split()]
    words = _turned(words, rules["turned"])
    if len(words) > 2 and words[-2] == POLICE and words[-1] in rules["forces"]:
        words = words[:-1]  # "Harven Police Department", "Harven Police"
    while len(words) > 1 and words[-1] in rules["legal"] and words[-1] not in ("party", "news"):
        words = words[:-1]
    return tuple(w for w in words if w != "the") or tuple(words)


POLICE = "police"


@lru_cache(maxsize=8192)
def _american(word: str) -> str:
    """A word in American spelling: reports of one story mix both."""
    found = next((british for british in british_endings() if word.endswith(british)), "")
    return word.removesuffix(found) + british_endings()[found] if found else word


def _turned(words: list[str], heads: frozenset[str]) -> list[str]:
    """ "harbour ministry" for "ministry of harbours": what stands before the head stays in front."""
    at = next((i for i, w in enumerate(words[:-2]) if w in heads and words[i + 1] in ("of", "for")), None)
    if at is None:
        return words
    rest = [w for w in words[at + 2 :] if w != "the"]
    return words if not rest or "of" in rest or "and" in rest else [*words[:at], *rest, words[at]]


@lru_cache(maxsize=65536)
def initials(text: str, *, whole: bool = False) -> str:
    """First letters of the words that a body's initialism takes: "Central Intelligence Agency" -> "cia"; with the small words
    as well where it takes the `whole`: "Department of Justice" -> "doj"."""
    words = fold(text).replace("-", " ").split()
    skipped = name_rules()["wholly" if whole else "skipped"]
    return "".join(w[0] for w in words if w not in skipped)
