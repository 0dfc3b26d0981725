"""What the words right before names tell of them: that they are somewhere, or things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...model import Mention, Record
from ...rules.people import name_rules
from .fold import fold, person

REACH = 30
"""Characters before a name that are looked at for the two words before it."""


Around = Sequence[tuple[Mention, list[str], str]]
"""Each name with the words before it, in small letters, and the character after it."""


def located(around: Around) -> Counter[str]:
    """Folded name -> how often it stands where a place stands: "in Acme", "the town of Acme"."""
    rules, out = name_rules()["located"], Counter[str]()
    for mention, before, after in around:
        if not after.startswith(("'", "’")) and (
            (before[-1:] and before[-1] in rules) or (len(before) > 1 and " ".join(before[-2:]) in rules)
        ):
            out[fold(mention.span.text)] += 1
    return out


def things(around: Around) -> frozenset[str]:
    """Folded names of ships, films, drugs, storms and the like, by the word before them; never the name of a person whom the
    reports give in full."""
    rules = name_rules()["things"]
    people = {w for m, _, _ in around if m.kind == "person" and len(p := person(m.span.text)) > 1 for w in p}
    called = {
        name
        for mention, before, _ in around
        if before and before[-1] in rules and not mention.roles and (name := fold(mention.span.text))
    }
    return frozenset(name for name in called if people.isdisjoint(name.split()))


def beside(records: Sequence[Record]) -> Iterator[tuple[Mention, list[str], str]]:
    """What stands beside each name: both others read it."""
    for record in records:
        text = record.article.text
        for mention in record.mentions:
            if mention.form == "name":
                start, end = mention.span.start, mention.span.end
                before = text[max(0, start - REACH) : start].rpartition("\n")[2].lower()
                yield mention, before.replace("“", " ").replace('"', " ").split(), text[end : end + 1]
