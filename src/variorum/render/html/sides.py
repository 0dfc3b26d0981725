"""A passage of several reports side by side, with the words that differ marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from ...model import Span
from .tags import SHOWN, Page, anchor, text

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def passage(page: Page, spans: Sequence[Span]) -> str:
    """Each report's words in a column of their own, those that another does not have in <mark>; of many reports the first."""
    view = page.view
    known = sorted((s for s in spans if s.article in view.articles), key=lambda s: view.numbers[s.article])
    rest = page.refs(view.numbers[s.article] for s in known[SHOWN:])
    more = f'<p class="sentence more">Also in {rest}</p>' if rest else ""
    return f'<div class="sides">{"".join(_side(page, one, known) for one in known[:SHOWN])}</div>{more}'


def _side(page: Page, span: Span, every: Sequence[Span]) -> str:
    view = page.view
    number, place = view.numbers[span.article], view.sentence(span)
    page.cited.setdefault(span.article, set()).add(place)
    label = f"[{number}] {text(view.label(view.articles[span.article]))}"
    others = every[1:2] if span is every[0] else every[:1]
    words = _marked(span.text, others[0].text if others else span.text)
    return f'<p class="sentence"><a class="from" href="#{anchor(number, place[0])}">{label}</a> <q>{words}</q></p>'


def _plain(word: re.Match[str]) -> str:
    return word[0].lower().replace("’", "'")


def _marked(own: str, other: str) -> str:
    """The text with the words marked that the other does not have at their place."""
    found = list(WORD.finditer(own))
    steps = LCSseq.opcodes([_plain(m) for m in found], [_plain(m) for m in WORD.finditer(other)])
    out, at = [], 0
    for step in steps:
        if step.tag == "equal" or step.src_start == step.src_end:
            continue
        start, end = found[step.src_start].start(), found[step.src_end - 1].end()
        out += [text(own[at:start]), f"<mark>{text(own[start:end])}</mark>"]
        at = end
    return "".join([*out, text(own[at:])])
