"""What the words right before names tell of them: that they are somewhere, or things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Mention, Record
from ...rules.people import name_rules
from .fold import fold, person

REACH = 30
"""Characters before and after a name that are looked at for the words beside it."""


@dataclass(frozen=True)
class Beside:
    """A name with the words before it in its line, in small letters, and the text after it; whether a dateline has it."""

    mention: Mention
    before: list[str]
    after: str
    dated: bool


def located(around: Sequence[Beside]) -> Counter[str]:
    """Folded name -> how often it stands where a place stands: "in Acme", "the town of Acme", "Acme police"."""
    out = Counter[str]()
    for one in around:
        if one.dated or _within(one) or _ruled(one):
            out[fold(one.mention.span.text)] += 1
    return out


def _within(one: Beside) -> bool:
    """Whether it stands after "in", "the town of" and the like, or after another name that does: "in Acme and Harven"."""
    if one.after.startswith(("'", "’")):
        return False
    joined = one.before[-1:] == ["and"]
    return any(_opens(words) for words in (one.before, *([one.before[:-2]] if joined else [])))


def _opens(before: Sequence[str]) -> bool:
    rules = name_rules()["located"]
    return (bool(before) and before[-1] in rules) or (len(before) > 1 and " ".join(before[-2:]) in rules)


def _ruled(one: Beside) -> bool:
    """Whether a word follows that tells what or whose the place is: "the Acme area", "Acme residents"."""
    after = one.after.split(maxsplit=1)
    return one.after[:1] == " " and bool(after) and after[0].strip(".,;:") in name_rules()["ruled"]


def things(around: Sequence[Beside]) -> frozenset[str]:
    """Folded names of ships, films, drugs, storms and the like, by the word before them; never the name of a person whom the
    reports give in full."""
    rules = name_rules()["things"]
    mentions = [one.mention for one in around]
    people = {w for m in mentions if m.kind == "person" and len(p := person(m.span.text)) > 1 for w in p}
    called = {
        name
        for one in around
        if one.before and one.before[-1] in rules and not one.mention.roles and (name := fold(one.mention.span.text))
    }
    return frozenset(name for name in called if people.isdisjoint(name.split()))


def beside(records: Sequence[Record]) -> Iterator[Beside]:
    """What stands beside each name: both others read it."""
    for record in records:
        text = record.article.text
        lines = [part for part in record.article.parts if part.kind == "dateline"]
        for mention in record.mentions:
            if mention.form == "name":
                start, end = mention.span.start, mention.span.end
                before = text[max(0, start - REACH) : start].rpartition("\n")[2].lower()
                yield Beside(
                    mention,
                    before.replace("“", " ").replace('"', " ").split(),
                    text[end : end + REACH].partition("\n")[0],
                    any(line.start <= start < line.end for line in lines),
                )
