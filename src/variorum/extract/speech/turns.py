"""Turns of a transcript or interview: lines that begin with who speaks in them.

A text is a transcript where three lines or more begin with a name, a role or a letter and a colon, at least two of them differ,
somebody speaks twice, half of them hold a sentence, and some ask or speak of "I" or "you". A list of facts ("Price: 40 euros")
is none, nor are news in short ("LUND: ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model.article import QUIET
from ...model.claim import VoiceKind
from ...model.page import Page
from . import lexicon, voices
from .marks import Marked, paragraphs
from .report import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST = 3
"""Turns that make a transcript at least."""
LABEL = 48
"""Characters of a label at most."""
WORDS = 5
"""Words of a label at most."""
SPOKEN = 0.5
"""Share of the turns that must hold a sentence; lists of facts ("Price: 40 euros") do not."""
TALK = 0.3
"""Share of the turns that ask, or speak of "I" or "you", as people do who talk to each other; news in short does not."""
_LABEL = re.compile(
    rf"[ \t]*([^\W\d_][^\n:.?!“”\"]{{0,{LABEL}}}?(?:\.(?=[ \t][A-Z])[^\n:?!“”\"]{{0,{LABEL}}}?)?)[ \t]*:[ \t\n]+(?=\S)"
)
_LETTER = re.compile(r"[ \t]*([QA])(?:[.:][ \t]*|[ \t]{2,}|\.?[ \t]*—[ \t]*)(?=\S)")
_STOP = re.compile(r"[.?!…]")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at one go. `label`: the tokens that name the speaker; offsets are those of the words spoken."""

    label: tuple[int, int]
    start: int
    end: int
    kind: VoiceKind
    who: str
    """The label in lower case, without a title before the name."""


def said(page: Page) -> dict[int, tuple[Marked, Report]]:
    """Offset -> the words of a turn, as if they stood in marks, and who speaks them."""
    found = turns(page)
    names = _names(page, found[0].start) if found else {}
    sole = next(iter(names.values())) if len(names) == 1 else None
    out = {}
    for turn in found:
        answers = turn.who in lexicon.answerers()
        if turn.label[1] - turn.label[0] > 1 and not answers:
            names.setdefault(turn.who, turn.label)  # "Scott Horsley", then "Horsley"
        source = (sole if answers else names.get(turn.who)) or turn.label
        report = Report(
            turn.label[0],
            turn.label,
            "say",
            asserts=True,
            source=source,
            head=source[1] - 1,
            voices=((source, turn.kind),),
        )
        start, end = _inside(page.article.text, turn.start, turn.end)
        out[start] = (Marked(start, end, (turn.start, turn.end)), report)
    return out


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """What is spoken without the marks round all of it."""
    return (start + 1, end - 1) if text[start] in '“"' and text[end - 1] in '”"' and end - start > 2 else (start, end)


def _names(page: Page, before: int) -> dict[str, tuple[int, int]]:
    """Surname -> tokens of the fullest name of a person above the first turn."""
    out: dict[str, tuple[int, int]] = {}
    for mention in page.mentions:
        if mention.kind == "person" and mention.form == "name" and mention.span.start < before:
            words = page.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            last = mention.span.text.lower().split()[-1]
            if words is not None and len(words) > 1 and last not in out:
                out[last] = (words.start, words.end)
    return out


def turns(page: Page) -> tuple[Turn, ...]:
    """The turns of a page in order; none where it is no transcript."""
    if page.article.text.count(":") + page.article.text.count("\nQ") + page.article.text.count("\nA") < 2:
        return ()
    found = list(_all(page))
    speakers = {t.who for t in found}
    if len(found) == 2 and found[0].who in lexicon.askers() and found[1].who not in lexicon.askers():
        return tuple(found)  # one question and its answer
    if len(found) < FEWEST or not 1 < len(speakers) < len(found):
        return ()
    text = page.article.text
    told = sum(_STOP.search(text, t.start, t.end + 1) is not None for t in found)
    talk = sum(any(w in lexicon.talk() for w in re.findall(r"\w+|\?", text[t.start : t.end].lower())) for t in found)
    return tuple(found) if told >= SPOKEN * len(found) and talk >= TALK * len(found) else ()


def _all(page: Page) -> Iterator[Turn]:
    text = page.article.text
    for start, end in paragraphs(text):
        if page.kind(start) in QUIET:
            continue
        label = _LETTER.match(text, start, end) or _LABEL.match(text, start, end)
        if label is None or len(label[1].split()) > WORDS:
            continue
        name = label[1].partition(",")[0]  # "Scott Horsley, byline"
        words = page.doc.char_span(label.start(1), label.start(1) + len(name), alignment_mode="expand")
        body = label.end(), label.end() + len(text[label.end() : end].rstrip())
        if words is None or body[0] >= body[1]:
            continue
        who = name.lower().strip(". ").split()[-1]
        if (kind := _kind(name, who, words[-1])) is not None:
            yield Turn((words.start, words.end), *body, kind, who)


def _kind(label: str, who: str, head: Token) -> VoiceKind | None:
    """What sort of source the label of a turn is; None where it names no speaker."""
    if who in lexicon.askers():
        return "anonymous"
    letters = [c for c in label if c.isalpha()]
    if who in lexicon.answerers() or (len(letters) > 1 and all(c.isupper() for c in letters)):
        return "named"
    name = head.ent_type_ == "PERSON" or head.tag_ == "NNP" or who in lexicon.people()
    return voices.kind(head) if name else None
