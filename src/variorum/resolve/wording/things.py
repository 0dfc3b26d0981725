"""Words for things and happenings: a noun counts for the happening that it names, else for the thing that the table says."""

from __future__ import annotations

from ...model import Record
from ...rules.wording import referents, words
from .happenings import Told
from .nouns import Noun, nouns
from .uses import Referent, Uses


def things(record: Record, told: Told, uses: Uses) -> None:
    """Counts the nouns of one report, and the verbs that tell of the same happenings."""
    article = record.article.id
    left: list[tuple[str, str, Noun]] = []
    found = list(nouns(record.article))
    for one in found:
        if named := told.of(one, article):
            uses.add(named, one.term, article, one.start, one.end)
        elif plain := referents("things").get(one.term):
            left.append((*plain, one))
    sure = {referent for referent, term, _ in left if term not in words("weak")}
    for referent, term, one in left:
        if referent in sure:
            uses.add(Referent("thing", referent), term, article, one.start, one.end)
    told.deeds(record.article, {one.end for one in found}, uses)
