"""One self-contained page: no script, nothing loaded from anywhere, everything from articles escaped."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from ...model import Dossier
from ...rules.page import page as words
from ...rules.phrases import count
from ..outline import Section
from ..sections import problems, sections
from ..view import StoryView, View, safe
from .layouts import section
from .tags import Page, text
from .texts import texts

STYLE = Path(__file__).parent.parent / "templates" / "style.css"
OPEN = 3
"""Up to so many stories stand open as a whole, with their sections in the table of contents."""


def html(dossier: Dossier, *, home: str = "") -> str:
    """The dossier as one page that needs no network and no script. Write it as UTF-8. `home` is the page that lists it."""
    single = len(dossier.stories) == 1
    page = Page(View(dossier), level=2 if single else 3)
    stories = [_story(page, StoryView(page.view, story), n) for n, story in enumerate(dossier.stories, 1)]
    last = problems(page.view)
    troubles = f'<div class="story">{section(page, last, "d")}</div>' if last.size else ""
    body = "".join(part for part, _ in stories) + troubles + _texts(page)
    menu = "".join(entry for _, entry in stories)
    menu += f'<li><a href="#d-problems">{text(last.title)}</a></li>' if last.size else ""
    menu += f'<li><a href="#texts">{text(words().texts)}</a></li>' if dossier.articles else ""
    return safe(framed(dossier, menu, body, home=home))


def _story(page: Page, story: StoryView, n: int) -> tuple[str, str]:
    """The story's part of the page and its entry in the table of contents. Of many stories, the digest stands open."""
    made = sections(story)
    drawn = [section(page, one, f"s{n}") for one in made]
    if page.level == 2:
        return f'<div class="story" id="s{n}">{"".join(drawn)}</div>', _links(made, n)
    head = f'<header><h2>{text(story.title)}</h2><p class="about">{text(story.about)}</p></header>'
    if len(page.view.dossier.stories) > OPEN:
        brief = drawn.pop(0) if made[0].id == "brief" else ""
        drawn = [brief, f'<details class="tale"><summary>{text(words().tale)}</summary>{"".join(drawn)}</details>']
    return f'<article class="story" id="s{n}">{head}{"".join(drawn)}</article>', _entry(page, story, made, n)


def _entry(page: Page, story: StoryView, made: list[Section], n: int) -> str:
    """A story in the table of contents; with its sections where there are few stories."""
    title = f'<a href="#s{n}">{text(story.title)}</a>'
    inner = f"<ul>{_links(made, n)}</ul>" if len(page.view.dossier.stories) <= OPEN else ""
    return f'<li class="one">{title}{inner}</li>'


def _links(made: list[Section], n: int) -> str:
    return "".join(f'<li><a href="#s{n}-{one.id}">{text(one.title)}</a></li>' for one in made)


def _texts(page: Page) -> str:
    if not page.view.dossier.articles:
        return ""
    mark = f'<span class="furniture">{text(words().greyed_parts)}</span>'
    key = text(words().greyed).format(mark=mark)
    every = texts(page, page.view.dossier.articles)
    return f'<section id="texts"><h2>{text(words().texts)}</h2><p class="lead">{key}</p>{every}</section>'


@cache
def _style() -> tuple[str, str]:
    """The style sheet, and its hash for the page's own security policy."""
    sheet = STYLE.read_text(encoding="utf-8")
    return sheet, b64encode(sha256(sheet.encode()).digest()).decode()


def _title(dossier: Dossier) -> tuple[str, str]:
    """The page's heading and the line under it."""
    if len(dossier.stories) == 1:
        story = StoryView(View(dossier), dossier.stories[0])
        return story.title, story.about
    return count("story", len(dossier.stories)), count("report", len(dossier.articles))


def _maker(dossier: Dossier) -> str:
    made = dossier.generator
    return words().maker.format(version=made.version, rules=made.rules, model=made.model or words().none)


def framed(dossier: Dossier, menu: str, body: str, *, home: str = "") -> str:
    """A page around this table of contents and body."""
    sheet, fingerprint = _style()
    brand = f'<a href="{text(home)}">Variorum</a>' if home else "Variorum"
    made = dossier.generator
    title, about = _title(dossier)
    policy = f"default-src 'none'; style-src 'sha256-{fingerprint}'; base-uri 'none'; form-action 'none'"
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Variorum {text(made.version)}">
<title>{text(title)} – Variorum</title>
<style>{sheet}</style>
</head>
<body>
<a class="skip" href="#main">{text(words().skip)}</a>
<header class="top"><p class="brand">{brand}</p><h1>{text(title)}</h1>
<p class="about">{text(about)}</p>
<p class="creed">{text(words().creed)}</p></header>
<div class="frame">
<nav class="toc" aria-label="{text(words().contents)}"><ul>{menu}</ul></nav>
<main id="main">{body}</main>
</div>
<footer class="bottom"><p>{text(_maker(dossier))}</p></footer>
</body>
</html>
"""
