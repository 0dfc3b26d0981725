"""What a line, or a sentence, is: furniture, caption, byline or dateline; None where it is the report."""

from __future__ import annotations

import re
from functools import cache

from ..model.article import PartKind
from .rules import TOKEN, Signs, furniture, plain, texts

WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
ROUND = " \t\xa00123456789.,:;!?…|/\\()[]{}<>+*•·»«×‹›→←↑↓▼▲►▶-–—_#&%\"'“”‘’©"
"""What stands round a button: bullets, arrows, the number of shares."""
COUNTER = re.compile(r"\A\W*(?:(?:image|photo|slide|picture|page|video)s?\s*)?\d+\s*(?:of|/)\s*\d*\W*\Z", re.IGNORECASE)
ITEMS = re.compile(r"\s{2,}|\s*[|›»·•]\s*|\t")
SEVERAL = re.compile(r"[a-z)][.!?][\"”’)]?\s+[A-Z]")
"""A line of several sentences: each is looked at on its own, later."""
DIGIT = re.compile(r"\d")
ADDRESSED = re.compile(r"@|://|www\.|\.\w{2,3}\b|\d{3}\D{1,2}\d{3}")
"""What a line with an address must have; a quick look before the slow ones."""
STOP = re.compile(r"[.!?…][\"'”’)\]]*\Z|[:;,]\Z")
ADDRESS = re.compile(
    r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.\w{2,10}){1,4}|(?<!\w)@\w{2,}|(?:https?://|www\.)\S+|pic\.twitter\.com/\S+|\b[\w-]+\.(?:com|org|net|co\.uk)(?:/\S*)?"
)
PHONE = re.compile(r"(?:\(?\d{3}\)?[ .-])?\d{3}[ .-]\d{4}")
RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b\W*(?:(?:19|20)\d\d|by\b|the\b|all\b|$)", re.IGNORECASE)
LONGEST = 6000
"""Characters above which a line is the report."""
MANY = 90
"""Words above which a line is the report, unless it is a legal notice."""
CREDITED = re.compile(r"\s+[A-Z0-9]\w*\s+[a-z]")
"""A sentence that begins after a credit."""
SOURCED = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\W*\Z")
"""A source in brackets at the end: "... on Sunday. (J. Doe/Some Agency)"."""
PARENTHESIS = re.compile(r"\A[(\[][^()\[\]]{0,160}[)\]]\.?\Z")


def kind(line: str, signs: Signs, *, alone: bool = True) -> PartKind | None:
    """The kind of a line, or of a sentence where `alone` is false (then only sure signs count)."""
    if len(line) > LONGEST:
        return None
    words, low = WORD.findall(line), plain(line)
    if stamp(line):
        return "dateline"
    if _furniture(line, low, words, signs):
        return "furniture"
    if len(words) > MANY:
        return None
    if _byline(line, low, words, signs):
        return "byline"
    if _caption(line, low, words, signs, alone):
        return "furniture" if alone and _credit(line, words) else "caption"
    return None


def ended(line: str) -> bool:
    """Whether a line ends as a sentence does, or as one that leads on to the next."""
    return bool(STOP.search(line))


def _furniture(line: str, low: str, words: list[str], signs: Signs) -> bool:
    table = furniture()
    if not words or COUNTER.match(line) or _menu(line, words):
        return True
    if len(words) > table.longest * 2:
        return False
    if len(words) <= 10:
        core = low.strip(ROUND)
        if not core or core in table.whole:
            return True
    if line[0] in "\"“'‘":  # said by somebody
        return False
    if len(words) <= table.longest:
        if signs.start("start", low.lstrip("+*•·>|»×-–— ")) or _only_addresses(line, words):
            return True
        several = len(words) > 14 and SEVERAL.search(line)
        if not several and ("©" in line or "opyright" in low or "(c)" in low) and RIGHTS.search(line):
            return True
    return not (len(words) > 14 and SEVERAL.search(line)) and signs.inside("inside", low)


def _menu(line: str, words: list[str]) -> bool:
    """A row of links: sections of an outlet, or short items apart by bars, dots or wide gaps."""
    if len(words) < 3 or len(words) > 40 or DIGIT.search(line) or ended(line):
        return False
    sections = furniture().sections
    if sum(w.casefold() in sections for w in words) >= 0.8 * len(words):
        return True
    items = [item for item in ITEMS.split(line) if item.strip()]
    return len(items) >= 3 and all(len(item.split()) <= 3 for item in items)


def _only_addresses(line: str, words: list[str]) -> bool:
    """A line of little else than addresses of pages, mail and telephones."""
    if len(words) > 12 or not ADDRESSED.search(line):
        return False
    rest = WORD.findall(PHONE.sub(" ", ADDRESS.sub(" ", line)))
    return len(rest) <= 2 and len(rest) < len(words)


def _byline(line: str, low: str, words: list[str], signs: Signs) -> bool:
    if len(words) > 30:
        return False
    several = len(words) > 14 and SEVERAL.search(line)
    if not several and signs.inside("byline.inside", low) and not any(c in line for c in '“"'):
        return True
    start = signs.start("byline.start", low)
    if start and _names(line[start:]):
        return True
    return 2 <= len(words) <= 12 and not ended(line) and signs.end("byline.end", low) and _names(line)


def _names(text: str) -> bool:
    """Whether a text is names and small words only, and begins with no day or month ("By Monday", "By March 3")."""
    words = WORD.findall(ADDRESS.sub(" ", text))
    if not words or len(words) > 24 or words[0].casefold() in _calendar() or words[0][0].isdigit():
        return False
    small = furniture().byline.small
    return all(not w[0].islower() or w.casefold() in small for w in words) and any(w[0].isupper() for w in words)


@cache
def _calendar() -> frozenset[str]:
    return frozenset([*texts().months, *texts().weekdays])


@cache
def _stamps() -> re.Pattern[str]:
    """A line that is a date, or a stamp with one: "Updated: Dec 13, 2016 - 5:14 PM", "April 5, 2006"."""
    month = "(?:" + "|".join(texts().months) + r")\b\.?"
    day = "(?:" + "|".join(texts().weekdays) + r")\b\.?,?"
    said = "(?:" + "|".join(sorted(texts().stamps, key=len, reverse=True)) + r")\b"
    clock = r"(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
    zone = r"\(?(?:[A-Z]{2,4}T|GMT|UTC|BST|IST|ET|CT|MT|PT)(?:[+-]\d+)?\)?(?![A-Za-z])"
    numeric = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T\d\d:\d\d\S*)?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)"
    named_day = (
        rf"{month}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{month},?(?:\s+\d{{4}})?"
    )
    one = rf"(?:{said}|{numeric}|{named_day}|{day}|{clock}|{zone}|on|at)"
    return re.compile(rf"\A[(\[*_]*(?P<said>{said}[\s:]*)?{one}(?:[\s,|:•·–—-]+{one})*[)\].*_]*", re.IGNORECASE)


def stamp(line: str) -> bool:
    """Whether a line is nothing but a date, with or without a time and a word such as "Updated"."""
    if len(line) > 120 or not DIGIT.search(line):
        return False
    found = _stamps().match(line)
    if not found or len(TOKEN.findall(found[0])) < 3:
        return False
    return len(WORD.findall(line[found.end() :])) <= (5 if found["said"] else 0)


def _caption(line: str, low: str, words: list[str], signs: Signs, alone: bool) -> bool:
    if PARENTHESIS.match(line) and signs.inside("caption.inside", low):
        return True
    if signs.inside("caption.inside", low) or (alone and signs.start("caption.start", low)):
        return len(words) <= 60
    if not alone or len(words) > 45:
        return False
    if _credited(line, low, signs):
        return True
    needed = 1 if not ended(line) and len(words) >= 8 else 3
    return len(signs.of("caption.scene")) >= needed and len(list(signs.find("caption.scene", low))) >= needed


def _credited(line: str, low: str, signs: Signs) -> bool:
    """A picture desk before or after the caption: "EPA A man looks at ...", "... in the harbour. Reuters"."""
    start = signs.start("caption.credits", low)
    if start and line[0].isupper() and CREDITED.match(line, start) and not ended(line):
        return True
    desks = signs.of("caption.credits")
    if len(line) > 40 and desks and (found := SOURCED.search(low[-120:])):
        return any(part.strip() in desks for part in re.split(r"[/,:]|\bvia\b", found[1]))
    stop = max(line.rfind(". "), line.rfind(") "))
    return stop > 0 and len(line) - stop < 40 and low[stop + 2 :].strip("(|/ .)") in desks


def _credit(line: str, words: list[str]) -> bool:
    """A line that is a credit and says nothing of the picture: "(Photo: J. Doe)", "David Roe/Some Agency"."""
    like = bool(PARENTHESIS.match(line)) or _names(line) or "/" in line
    return like and len(words) <= 8 and not ended(line.strip("()[]"))
