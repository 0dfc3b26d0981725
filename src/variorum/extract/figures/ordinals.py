"""The dead numbered one by one: "a third victim died" says that three are dead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..kin import lefts
from .phrase import Counted
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def numbered(trigger: Token, counted: Counted) -> Counted:
    """The count of all so far where an indefinite ordinal numbers the one who died; else the count as it is.

    "The third victim" may be the third of many; "a third victim died" and the headline "Third victim dies" are not.
    """
    head, ordinals = counted.head, words().state.ordinals
    number = next((ordinals[t.lower_] for t in (*lefts(head), head) if t.lower_ in ordinals), None)
    own = head.dep_ in ("nsubj", "nsubjpass") and head.head.i == trigger.i
    if number is None or not own or trigger.tag_ == "VBG" or counted.members:
        return counted
    marks = {c.lower_ for c in lefts(head) if c.dep_ in ("det", "poss")}
    if not marks <= words().state.first:
        return counted
    return replace(counted, low=float(number), high=float(number), single=False, numbered=True)
