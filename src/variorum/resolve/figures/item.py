"""One figure claim with what is needed to compare it: its group, the sides and places that it names, its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from ...model import Calendar, Cast, FigureClaim, Record, When
from ...rules.nations import nation
from ...rules.tables import table
from . import amounts


class Group(msgspec.Struct, frozen=True):
    """What is read here of a group of `groups.toml`."""

    name: str
    class_: str = msgspec.field(name="class")
    general: bool = False
    plain: bool = False


class Groups(msgspec.Struct, frozen=True):
    """What is read here of `groups.toml`."""

    group: tuple[Group, ...]


@dataclass(frozen=True)
class Item:
    """A claim in its story."""

    claim: FigureClaim
    kind: tuple[str, str, str, str]
    """Measure, modality, frame and group: claims that differ in one of them are never one figure."""
    label: str
    side: str
    """The people or country named by the phrase, as `stem` has it."""
    place: str
    as_of: When | None
    window: When | None
    voice: str
    """The actor whom the article cites, by id or in its words; empty where it cites none."""
    main: bool
    """Whether the group is the general one, or stands for it."""


@cache
def groups(language: str = "en") -> dict[str, Group]:
    """Name -> group."""
    return {g.name: g for g in table("groups", Groups, language=language).group}


def items(records: Sequence[Record], calendar: Calendar, cast: Cast) -> Iterator[Item]:
    """The figure claims of all records, by article and place in the text."""
    for record in records:
        claims = [c for c in record.claims if isinstance(c, FigureClaim)]
        leads = _leads(claims)
        for claim in claims:
            yield _item(claim, record, calendar, cast, lead=claim.id in leads)


def _leads(claims: Sequence[FigureClaim]) -> set[str]:
    """Claims of a plain group ("five teenagers") that stand for the general count in an article that has none."""
    many = groups()
    general: dict[tuple[str, str, str], set[float | None]] = {}
    for c in claims:
        if not c.subset_of and not c.inferred and (not c.group or many[c.group].general):
            general.setdefault((c.measure, c.modality, c.frame), set()).add(c.low)
    return {
        c.id
        for c in claims
        if not c.subset_of
        and c.group
        and many[c.group].plain
        and ((c.measure, c.modality, c.frame) not in general or c.low in general[c.measure, c.modality, c.frame])
    }


def _item(claim: FigureClaim, record: Record, calendar: Calendar, cast: Cast, *, lead: bool) -> Item:
    group = groups().get(claim.group)
    main = group is None or group.general or (group.plain and lead)
    name = "people" if main and (group is None or group.class_ == "person") else claim.group
    if claim.measure in ("held", "abducted", "missing", "released") and claim.group in ("captives", "people", ""):
        name = "captives"  # hostages, captives and "people still held" are one group
    side = stem(claim.side) if claim.side else ""
    place = stem(claim.place.text) if claim.place else ""
    published = calendar.told(claim.spans[0]) or record.article.published
    return Item(
        claim,
        (claim.measure, claim.modality, claim.frame, amounts.scope(claim) or name),
        _plain(claim.of),
        side,
        place,
        published,
        _window(claim, calendar, published),
        _voice(claim, cast),
        main,
    )


def stem(name: str) -> str:
    """A country, city or people by what their words have in common: the country's code ("Danes", "Danish"), else the first
    letters ("Harven", "Harvenites")."""
    said = name.removesuffix("'s").removesuffix("’s").strip(" .,")
    known = nation(said) or nation(f"{said}s")
    if known is not None and known[1] != "capital":
        return known[0].lower()
    low = said.lower().removeprefix("the ")
    return low[:5] if low.isalpha() else low


def _plain(of: str) -> str:
    return of.lower().removesuffix("s")


def _window(claim: FigureClaim, calendar: Calendar, published: When | None) -> When | None:
    """The day or days that the count covers, where a time expression in its sentence is a date of a month or less; what was
    counted lies not after the report."""
    last = (published.latest or "~")[:10] if published and claim.modality == "actual" else "~"
    for expression in claim.times:
        if expression.type == "DATE" and not expression.value.endswith("_REF"):
            time = calendar.time(expression)
            if time and time.when and time.when.earliest and time.when.earliest[:10] <= last:
                return time.when
    return None


def _voice(claim: FigureClaim, cast: Cast) -> str:
    if claim.attribution is None or not claim.attribution.chain:
        return ""
    voice = claim.attribution.chain[-1]
    return voice.actor or cast.find(voice.span) or voice.text.lower()
