"""Embedded posts, whose words are those of whoever posted them."""

from __future__ import annotations

from ...model.page import Page
from . import voices
from .marks import Marked
from .report import Report


def posted(page: Page) -> dict[int, tuple[Marked, Report]]:
    """Offset -> the words of an embedded post, as if they stood in marks, and who posted them."""
    out = {}
    for post in page.article.posts:
        words = page.doc.char_span(post.by.start, post.by.end, alignment_mode="expand") if post.by else None
        if words is None:
            continue
        source, head = (words.start, words.end), words[-1]
        report = Report(
            head.i,
            source,
            "say",
            asserts=True,
            source=source,
            head=head.i,
            voices=((source, voices.kind(head) or "named"),),
        )
        out[post.start] = (Marked(post.start, post.end, (post.start, post.end)), report)
    return out
