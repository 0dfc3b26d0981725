"""An article from a record: the field names that crawlers and archives use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import Article, Part, When, key


def article(row: Mapping[str, Any], source: str) -> Article:
    """The article of a JSON object; a title that the text does not begin with is put before it, as its headline."""
    text, title = str(row.get("text") or ""), row.get("title") or None
    parts: tuple[Part, ...] = ()
    if title:
        if not text.lstrip().startswith(title):
            text = f"{title}\n\n{text}"
        at = text.index(title)
        parts = (Part("headline", at, at + len(title)),)
    published = row.get("published")
    return Article(
        id=key(row.get("id"), row.get("url"), row.get("outlet"), text), source=source, text=text, title=title,
        outlet=row.get("outlet"), language="en", parts=parts,
        published=When(published, published, "metadata", "given with the article") if published else None,
    )
