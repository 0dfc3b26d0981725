"""Posts of social networks that a report embeds: the words, then a dash, who posted them and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Article, Expression, Post

CREDIT = re.compile(r"[ \t]*(?:—|–|--|&mdash;)[ \t]*(?P<name>[^\n—–()@\"“”]{2,60}?)[ \t]*\(@\w{1,20}\)")
"""The line that networks put under a post: "— Port of Lund (@portoflund) March 3, 2024"."""
LINK = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\S+|[#@]\w+))+\s*\Z", re.I)
"""What stands at the end of a post and says nothing."""
LABEL = re.compile(r"\s*(?:Skip \w+ post(?: \d+)? by \S+\s+)?")
"""What pages put before a post for readers who listen to them."""
LONGEST = 420
"""Characters of a post with its links. A longer paragraph holds more than the post, and nobody knows where that begins."""
LEAST = 12
"""Characters of a post that says something."""
AFTER = 3
"""Characters between the credit and its day."""


def embeds(article: Article, expressions: Sequence[Expression]) -> tuple[Post, ...]:
    """The embedded posts of an article in text order; only those that have a paragraph of their own."""
    return tuple(_embeds(article, expressions)) if "(@" in article.text else ()


def _embeds(article: Article, expressions: Sequence[Expression]) -> Iterator[Post]:
    text, last = article.text, 0
    days = {e.span.start: e for e in expressions if e.type == "DATE"}
    for found in CREDIT.finditer(text):
        start = max(text.rfind("\n", 0, found.start()) + 1, last)
        label = LABEL.match(text, start, found.start())
        start = label.end() if label else start
        day = next((days[at] for at in range(found.end(), found.end() + AFTER) if at in days), None)
        last = day.span.end if day else found.end()
        link = LINK.search(text, start, found.start())
        end = link.start() if link else found.start()
        if end - start >= LEAST and found.start() - start <= LONGEST:
            stamp = day.span if day else article.cut(*found.span())
            yield Post(start, end, stamp, day.value if day else "", by=article.cut(*found.span("name")))
