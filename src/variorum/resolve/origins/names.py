"""By which name an agency or an outlet is known."""

from __future__ import annotations

import re
from functools import cache

from ...model import Article, Cast, Source
from ...rules.credits import agency
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
    """All plain names of an outlet that reports cite."""
    names = [source.name, *(a.text for actor in cast.actors if actor.name == source.name for a in actor.aliases)]
    return list(dict.fromkeys(plain(one) for one in names if plain(one)))


def proper(name: str) -> bool:
    """Whether words for an outlet name one: "local media" and "reports" are nobody."""
    return any(word[:1].isupper() for word in name.split()[-2:])
