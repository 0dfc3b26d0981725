"""Builders of months, years, holidays and times of day."""

from __future__ import annotations

from collections.abc import Iterator

from .draft import Draft, Match, mod, shift
from .lexicon import cue

SIGNS, UNITS = frozenset("$£€#-./:@&=_"), frozenset("%/:@=_&°")
"""Characters right before and after a number that is no year."""
REJECT = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT", "FAC", "PRODUCT", "ORDINAL", "GPE", "LOC"})


def month(match: Match) -> Iterator[Draft]:
    """ "March 2008", "early May", "last October"."""
    word, year = match.get("Mm"), match.value("y")
    if word is None:
        return
    move, anchor = shift(match)
    if not year and move is None and not match.get("fkK") and _unsure(match, word.start, word.end):
        return
    unit = "year" if match.get("1") else None
    yield Draft(
        "DATE",
        f"{year or 'XXXX'}-{int(word.value):02}",
        unit or ("year" if move == 0 else None),
        move,
        anchor=anchor,
        mod=mod(match),
        side="future" if match.after().lower() in cue("delivery") else None,
    )


def _unsure(match: Match, start: int, end: int) -> bool:
    """Whether a bare name of a month may be a verb or a name."""
    name = match.text[start:end].lower()
    token = match.look.token(start)
    if token is not None and (
        token.tag_ == "MD" or token.ent_type_ in {"PERSON", "ORG", "WORK_OF_ART", "FAC", "EVENT"}
    ):
        return True
    if name in cue("loose") and match.before() == "the":
        return True
    return name in cue("loose") and match.before() not in cue("date") and (token is None or token.ent_type_ != "DATE")


def year(match: Match) -> Iterator[Draft]:
    """A year alone, where it is not a count, an address or a sum."""
    word = match.get("y")
    if word is None or (len(match.words) == 1 and not _yearly(match, word.value)):
        return
    if match.words[0].kind == "T" and len(match.words) == 2:
        yield Draft("DATE", word.value, first=1)
    else:
        yield Draft("DATE", word.value, mod=mod(match))


def _yearly(match: Match, value: str) -> bool:
    word, token = match.words[0], match.look.token(match.words[0].start)
    before, after = match.text[max(0, word.start - 1) : word.start], match.text[word.end : word.end + 2]
    if before and before in "-–" and match.at > 1 and match.scan.kinds[match.at - 2] == "y":
        return True
    if match.before() in {"copyright", "©"}:
        return True
    if match.before() in cue("label"):
        return False
    if before in SIGNS or after[:1] in UNITS or (after[:1] == "," and after[1:2].isdecimal()):
        return False
    cued = match.before() in cue("date") or before == "("
    nominal = match.look.token(word.end + 1)
    plural = nominal is not None and nominal.idx == word.end + 1 and nominal.tag_ == "NNS" and not nominal.ent_type_
    if not 1900 <= int(value) < 2100:
        return cued and not plural and token is not None and token.ent_type_ == "DATE"
    if token is None or token.ent_type_ in {"DATE", "EVENT", "LAW", "WORK_OF_ART"}:
        return True
    if token.ent_type_ in REJECT:
        return cued and not plural and token.ent_type_ == "CARDINAL"
    return cued or (match.before() != "" and not plural and token.tag_ in {"CD", "NNP"})


def clock(match: Match) -> Iterator[Draft]:
    """A time of day, on the day just told or the article's own."""
    word = match.words[0]
    if word.kind == "7":
        minutes = 60 * int(match.words[1].value) + int(word.value)
        if minutes < 780:
            yield Draft("TIME", f"XXXX-XX-XXT{minutes // 60:02}:{minutes % 60:02}", anchor="told")
        return
    value = word.value if word.kind == "C" else f"{int(word.value):02}:00"
    written = match.text[word.start : word.end].lower()
    bare = written[-1].isdecimal() and len(match.words) == 1
    if bare and match.scan.kinds[match.at - 1 : match.at] != "@":
        return  # 3:16 may be a verse, 3:10 a score
    yield Draft("TIME", f"XXXX-XX-XXT{value}", anchor="told")


def part(match: Match) -> Iterator[Draft]:
    """ "that night", "the next morning"; "the morning" of the day just told."""
    word = match.get("P")
    if word is None or (match.words[0].kind == "T" and len(match.words) == 2 and match.before() not in cue("part")):
        return
    move, _ = shift(match)
    yield Draft("TIME", f"XXXX-XX-XXT{word.value}", "day" if move is not None else None, move, anchor="told")
