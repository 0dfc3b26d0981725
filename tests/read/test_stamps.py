"""The day that a page or a record states of itself: which place is trusted first, and what is said where two places differ."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reading import Read, reader

from variorum.read.stamps import address

PARAGRAPH = (
    "<p>The pier of Port Sellin was closed after a crane fell into the harbour, the harbour master told reporters.</p>"
)
ROW = '{"@type": "NewsArticle", "datePublished": "2023-11-11", "dateModified": "%s"}'
LINKED = f'<script type="application/ld+json">{ROW}</script>'
META = '<meta property="article:published_time" content="2023-11-14">'
TIME = '<time itemprop="datePublished" datetime="2023-11-15">15 November</time>'
CANONICAL = '<link rel="canonical" href="https://example.org/2023/11/16/crane">'


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


def page(head: str, line: str = "") -> str:
    body = f"<article><h1>Crane falls</h1>{line}{PARAGRAPH * 3}</article>"
    return f"<html><head><title>Crane falls</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("head", "line", "day"),
    [
        (LINKED % "2023-11-12" + META + CANONICAL, TIME, "2023-11-11"),
        (META + CANONICAL, TIME, "2023-11-14"),
        (CANONICAL, TIME, "2023-11-15"),
        (CANONICAL, "", "2023-11-16"),
    ],
)
def test_the_order_of_trust(read: Read, head: str, line: str, day: str) -> None:
    assert read("a.html", page(head, line))[0].published.earliest == day


def test_two_places_that_differ_are_named(read: Read) -> None:
    why = read("a.html", page(LINKED % "2023-11-12" + META))[0].published.why
    assert why == (
        "the page's JSON-LD field datePublished, though the page's meta element article:published_time says 2023-11-14"
    )


def test_a_change_before_the_publication_is_named(read: Read) -> None:
    (one,) = read("a.html", page(LINKED % "2023-11-02"))
    assert one.published.why.endswith(
        "though the page's JSON-LD field dateModified says that it was changed before that"
    )
    assert one.updated.earliest == "2023-11-02"


def test_published_and_updated_are_kept_apart(read: Read) -> None:
    (one,) = read("a.html", page(LINKED % "2023-11-12"))
    assert (one.published.earliest, one.updated.earliest) == ("2023-11-11", "2023-11-12")
    assert one.published.why == "the page's JSON-LD field datePublished"


def test_a_record_without_a_day_takes_that_of_its_address(read: Read) -> None:
    row = {
        "text": "The pier of Port Sellin was closed after a crane fell.",
        "url": "https://example.org/2023/11/16/crane",
    }
    assert read("a.json", json.dumps(row))[0].published.earliest == "2023-11-16"
    assert read("a.json", json.dumps({**row, "date": "2023-11-12"}))[0].published.earliest == "2023-11-12"


@pytest.mark.parametrize(
    "url",
    ["https://example.org/crane", "https://example.org/2023/13/45/crane", "https://example.org/?d=2023/11/16", None],
)
def test_no_day_in_an_address(url: str | None) -> None:
    assert address(url) is None
