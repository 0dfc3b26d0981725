"""By which name an agency or an outlet is known."""

from __future__ import annotations

import re
from functools import cache

from ...model import Article, Cast, Source
from ...rules.credits import agency
from ...rules.nations import nation
from ..sources.keys import table

SECOND = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "or", "ne"})
"""Labels of a host that stand between its own name and the country."""
HOST = re.compile(r"https?://(?:www\d?\.)?([^/?#\s:]+)")


def outlet(article: Article) -> str:
    """The outlet as the article's metadata name it, else the host of its address; empty where neither is known, and for
    places that only pass on what others report."""
    found = HOST.match(article.url or "") or HOST.match(article.source)
    name = article.outlet or (found[1] if found else "")
    return "" if plain(name) in _passing() else name


@cache
def _passing() -> frozenset[str]:
    return frozenset(table().passing)


def plain(name: str) -> str:
    """Letters and digits of a name: "The Harven Times", "harventimes.com" and "news.harventimes.co.uk" are one."""
    known = (agency(name) or name).strip().lower()
    whole = _site(known) if "." in known and " " not in known else known
    return re.sub(r"[\W_]", "", whole.removeprefix("the "))


def _site(host: str) -> str:
    """The label of a host that is its owner's name."""
    labels = host.split(".")[:-1]
    while len(labels) > 1 and labels[-1] in SECOND:
        labels.pop()
    return labels[-1]


def called(source: Source, cast: Cast) -> list[str]:
    """All plain names of an outlet that reports cite; none for one that is not named ("local media", "a newspaper") and for a
    place ("South Korea" is no outlet, though its press may be)."""
    if any(actor.name == source.name and actor.kind == "place" for actor in cast.actors):
        return []
    every = [source.name, *(a.text for actor in cast.actors if actor.name == source.name for a in actor.aliases)]
    return list(dict.fromkeys(plain(core(one)) for one in every if plain(core(one))))


def core(name: str) -> str:
    """The name in the words for an outlet: "Nice Gazette" of "the Nice Gazette newspaper, which"; empty where there is none."""
    words = name.split(",")[0].split()
    if words and words[0].lower() in table().some:
        return ""
    if words and words[0].lower() in table().taking:
        words = words[1:]
    while words and not words[-1][:1].isupper() and "." not in words[-1] and not words[-1][:1].isdigit():
        words.pop()
    if nation(" ".join(words)) or all(word.lower() in table().bare for word in words):
        return ""  # "French media", "TV"
    return " ".join(words) if words and (words[0][:1].isupper() or "." in words[0]) else ""
