"""How values read: numbers with hedges, moments, sources, lists. Used by the digest and by every output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from math import isfinite

import msgspec

from ..model import Attribution, Backing, Reading, Voice, When
from ..model.moment import parsed
from .tables import table
from .units import amount


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """stop: words that do not count when headlines are compared; separators: between a headline and its outlet's name."""

    stop: list[str]
    separators: list[str]


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Templates for moments and intervals; `span`, `from` and `until` take finished dates."""

    day: str
    month: str
    year: str
    clock: str
    days: str
    months: str
    span: str
    until: str
    basis: dict[str, str]
    since: str = msgspec.field(name="from")


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table rules/<language>/phrases.toml; its comments say what each part is for."""

    months: list[str]
    both: str = msgspec.field(name="and")
    either: str = msgspec.field(name="or")
    unknown: str
    unsaid: str
    impersonal: list[str]
    determiners: list[str]
    somebody: str
    unsourced: str
    nobody: str
    dependent: list[str]
    mute: list[str]
    plurals: list[str]
    persons: list[str]
    definite: list[str]
    foremost: list[str]
    met: str
    speaker: str
    added: str
    pronouns: list[str]
    citing: str
    according: str
    rough: dict[str, str]
    hedges: dict[str, str]
    times: Times
    counts: dict[str, tuple[str, str]]
    measures: dict[str, str]
    modalities: dict[str, str]
    stances: dict[str, str]
    terms: dict[str, str]
    events: dict[str, str]
    happenings: dict[str, str]
    meetings: dict[str, str]
    readings: dict[str, str]
    findings: dict[str, str]
    quotes: dict[str, str]
    voices: dict[str, str]
    actors: dict[str, str]
    reuse: dict[str, str]
    wording: dict[str, str]
    origins: dict[str, str]
    flags: dict[str, str]
    titles: Titles
    digest: dict[str, str]
    states: dict[str, str]
    stood: dict[str, str]
    stands: dict[str, str]
    agreements: dict[str, str]


@cache
def phrases(language: str = "en") -> Phrases:
    """The phrases of a language; raises `RulesError` when the table is broken."""
    return table("phrases", Phrases, language=language)


def number(x: float) -> str:
    """12000 as "12,000", 0.25 as "0.25"; very large ones in powers of ten."""
    if not isfinite(x) or abs(x) >= 1e15:
        return f"{x:.3g}"
    return f"{int(x):,}" if x == int(x) else f"{round(x, 4):,}"


def value(low: float | None, high: float | None, hedge: str, unit: str | None = None) -> str:
    """A number with its hedge: "at least 35,000", "700 to 1,000", "about $3.2 million"."""
    said = phrases()
    known = low if low is not None else high
    if known is None:
        return said.unknown
    if hedge == "about" and high is None and unit is None and (rough := said.rough.get(f"{known:.0f}")):
        return rough
    top = high if high is not None else low
    if hedge == "range" and low == high:
        hedge = "exact"
    shown = known if hedge != "at_most" and hedge != "less_than" else (top if top is not None else known)
    first, low_text, high_text = (amount(x, unit, number) for x in (shown, known, top if top is not None else known))
    return said.hedges.get(hedge, "{value}").format(value=first, low=low_text, high=high_text)


def measure(name: str) -> str:
    """A measure's id in words."""
    return phrases().measures.get(name, name.replace("_", " "))


def whom(of: str, name: str) -> str:
    """Those whom a measure counts; empty where its name says no less: the "injured" of injured."""
    return "" if of.lower() == measure(name).lower() else of


def moment(text: str) -> str:
    """An ISO date or datetime in words; anything else as it stands."""
    day = parsed(text)
    if day is None:
        return text
    times = phrases().times
    words = times.day.format(day=day.day, month=_month(day), year=day.year)
    clock = text[11:16]
    return times.clock.format(date=words, time=clock) if len(clock) == 5 and clock != "00:00" else words


def when(one: When | None) -> str:
    """An interval in words: "21 March 2024", "March 2024", "2 to 5 March 2024", "3 March 2024 or later"; empty if unknown."""
    if one is None or not (one.earliest or one.latest):
        return ""
    times = phrases().times
    if one.earliest is None:
        return times.until.format(last=moment(one.latest or ""))
    if one.latest is None:
        return times.since.format(first=moment(one.earliest))
    if one.earliest[:10] == one.latest[:10]:
        return moment(one.earliest if one.earliest == one.latest else one.earliest[:10])
    first, last = parsed(one.earliest), parsed(one.latest)
    if first is None or last is None:
        return times.span.format(first=one.earliest, last=one.latest)
    return _interval(first, last)


def dated(one: When | None) -> str:
    """`when`, and that it is inferred where it is."""
    text = when(one)
    return f"{text} ({phrases().times.basis['inferred']})" if text and one and one.basis == "inferred" else text


def _interval(first: date, last: date) -> str:
    times = phrases().times
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = [times.year.format(year=y) for y in (first.year, last.year)]
        return years[0] if first.year == last.year else times.span.format(first=years[0], last=years[1])
    if first.day == 1 and _last(last):
        names = [times.month.format(month=_month(d), year=d.year) for d in (first, last)]
        return names[0] if names[0] == names[1] else times.span.format(first=names[0], last=names[1])
    if (first.year, first.month) == (last.year, last.month):
        return times.days.format(first=first.day, last=last.day, month=_month(first), year=first.year)
    if first.year == last.year:
        days = {"first_day": first.day, "first_month": _month(first), "last_day": last.day, "last_month": _month(last)}
        return times.months.format(year=first.year, **days)
    return times.span.format(first=moment(first.isoformat()), last=moment(last.isoformat()))


def _last(day: date) -> bool:
    try:
        return day.replace(day=day.day + 1).day == 1
    except ValueError:
        return True


def _month(day: date) -> str:
    return phrases().months[day.month - 1]


def count(kind: str, n: int) -> str:
    """ "1 report", "12 reports"."""
    one, many = phrases().counts[kind]
    return one if n == 1 else many.format(n=number(n))


def resting(reports: int, backings: Iterable[Backing | None]) -> str:
    """ "5 reports", "5 reports, 2 origins" where fewer did the reporting."""
    many = list(backings)
    origins = {one for b in many if b for one in b.origins}
    said = count("report", reports)
    if not many or None in many or len(origins) >= reports:
        return said
    return phrases().origins["backing"].format(reports=said, origins=count("origin", len(origins)))


def listing(items: Sequence[str], *, last: str | None = None) -> str:
    """ "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last or phrases().both} {items[-1]}"


def called(text: str, actor: str | None, name: Callable[[str], str]) -> str:
    """What somebody is called: as the text has it, or by the actor's name where the text has a pronoun or nothing."""
    text = clean(text)
    if text and text.lower() not in phrases().pronouns:
        return text
    return name(actor) if actor else phrases().somebody if text else ""


def chain(one: Attribution | None, name: Callable[[str], str] = str) -> str:
    """Who says so: "AFP, citing an unnamed source briefed on the visit"; for hearsay, that no source is named and the words.
    `name` puts a name to an actor's id."""
    voices = _voices(one, name)
    if not voices:
        return ""
    named = [text for text in voices if not _nobody(text)]
    if named:
        return f", {phrases().citing} ".join(named)
    first = voices[0]
    return phrases().unsourced.format(text=first) if impersonal(first) else first


def credited(one: Attribution | None, name: Callable[[str], str] = str) -> str:
    """The same at a sentence's end: "according to AFP, ...", "no source named (“reportedly”)"; empty where nobody is named."""
    voices = _voices(one, name)
    if all(text == phrases().somebody for text in voices):
        return ""
    who = chain(one, name)
    return who if all(_nobody(text) for text in voices) else f"{phrases().according} {who}"


def _voices(one: Attribution | None, name: Callable[[str], str]) -> list[str]:
    """The voices of a chain in words, each once; one that stands within another's words is told by those: "a draft seen by
    AFP"."""
    voices = [v for v in one.chain if not any(_holds(other, v) for other in one.chain)] if one else []
    return [text for text in dict.fromkeys(inside(called(v.text, v.actor, name)) for v in voices) if text]


def _holds(whole: Voice, part: Voice) -> bool:
    """Whether the words of one voice hold those of another."""
    left, right = whole.span, part.span
    return left is not None and right is not None and left.meets(right) and len(left.text) > len(right.text)


def _nobody(text: str) -> bool:
    return impersonal(text) or text == phrases().somebody


def impersonal(text: str) -> bool:
    """Whether an attribution names nobody: "reportedly", "is believed"."""
    first = text.partition(" ")[0].lower()
    return first in phrases().impersonal or (first == text.lower() and first.endswith("ly"))


def capital(text: str) -> str:
    """A text with its first letter large."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """A text as it stands within a sentence: "The families" as "the families", names as they are."""
    return text[:1].lower() + text[1:] if text.partition(" ")[0].lower() in phrases().determiners else text


def clean(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def clip(text: str, width: int) -> str:
    """A text on one line, cut at a word's end to at most `width` characters, with an ellipsis where cut."""
    text = clean(text)
    if len(text) <= width:
        return text
    return text[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def reading(one: Reading, unit: str | None = None) -> str:
    """A reading's value in words; that it was added up goes without saying of one."""
    text = value(one.low, one.high, one.hedge, unit)
    return phrases().added.format(value=text) if one.inferred and max(one.low or 0, one.high or 0) > 1 else text
