"""Builders of what is counted: units near the article's day or the day just told, lengths of time, repeated times."""

from __future__ import annotations

from collections.abc import Iterator

from .draft import TOLD, Draft, Match, mod, shift
from .lexicon import words

NAMES = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "FN": "week",
    "D": "day",
    "DE": "decade",
    "CE": "century",
    "Q": "quarter",
    "WE": "weekend",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
    "NI": "day",
}
TEMPLATES = {
    "year": "XXXX",
    "month": "XXXX-XX",
    "week": "XXXX-WXX",
    "day": "XXXX-XX-XX",
    "decade": "XXX",
    "century": "XX",
    "quarter": "XXXX-QX",
    "weekend": "XXXX-WXX-WE",
}
LENGTHS = {
    "Y": "P{}Y",
    "M": "P{}M",
    "W": "P{}W",
    "FN": "P{}W",
    "D": "P{}D",
    "TH": "PT{}H",
    "TM": "PT{}M",
    "TS": "PT{}S",
    "DE": "P{}Y",
    "CE": "P{}Y",
    "Q": "P{}M",
    "WE": "P{}WE",
    "NI": "P{}D",
}
TIMES = {"DE": 10, "CE": 100, "FN": 2, "Q": 3}


def count(match: Match) -> float | None:
    """The number in a match: figures, words, "a"; a half counts; None for "several" and for no number."""
    if match.get("q"):
        return None
    tens = [float(w.value) for w in match.words if w.kind == "c"]
    figures = [w.value for w in match.words if w.kind in "dny" and w.value]
    total = float(figures[0]) if figures else sum(tens[:2]) if tens else None
    if total is not None and tens and len(tens) > 1 and tens[0] < tens[1]:
        total = tens[0] * tens[1]
    if total is None and match.get("a") and not match.get("b"):
        total = 1.0
    return (total or 0) + 0.5 if match.get("b") else total


def duration(number: float | None, unit: str) -> str:
    """TIMEX3: (2, "W") -> P2W, (None, "D") -> PXD."""
    if number is None:
        return LENGTHS[unit].format("X")
    number *= TIMES.get(unit, 1)
    if number == 0.5 and unit in {"Y", "D", "TH"}:
        return {"Y": "P6M", "D": "PT12H", "TH": "PT30M"}[unit]
    return LENGTHS[unit].format(f"{number:g}")


def _unit(match: Match) -> str:
    word = match.get("uU14")
    return word.value if word else "D"


def unit(match: Match) -> Iterator[Draft]:
    """ "last week", "earlier this year", "that day", "the end of the month", "the weekend"."""
    code, (move, anchor) = _unit(match), shift(match)
    name = NAMES[code]
    if name not in TEMPLATES:
        return
    if move is None:
        move = 0
        if match.words[0].kind == "T" and (name != "weekend" or len(match.words) > 2):
            return
        if match.get("fk") and name == "day":
            return  # "at the end of the day"
        if match.get("H"):
            return
    if name == "day" and match.words[0].kind == "x":
        return  # "next day delivery"
    if name == "day" and match.get("x") and match.get("T"):
        anchor = "told"
    if (
        name == "day"
        and match.get("j")
        and match.before() not in {"", "on", "later", "earlier", "of", "until", "since", "from", "by", "that"}
    ):
        return
    open_ = name == "weekend" and shift(match)[0] is None
    start = 0 if match.words[0].kind != "o" else 1
    yield Draft(
        "DATE",
        TEMPLATES[name],
        name,
        None if open_ else move * (2 if code == "FN" else 1),
        anchor=anchor,
        mod=mod(match),
        first=start,
    )


def ago(match: Match) -> Iterator[Draft]:
    """ "two weeks ago", "half a year ago"."""
    yield from _away(match, -1, "article")


def hence(match: Match) -> Iterator[Draft]:
    """ "a month from now"."""
    yield from _away(match, 1, "article")


def before(match: Match) -> Iterator[Draft]:
    """ "the year-ago quarter", "the year-earlier period"."""
    if match.words[-1].kind == "4":
        yield Draft("DATE", "XXXX-QX", "quarter", -4)
    else:
        yield Draft("DATE", "XXXX", "year", -1)


def later(match: Match) -> Iterator[Draft]:
    """ "a day earlier", "three years later": from what was just told."""
    if match.words[-2].kind == "P":
        return
    yield from _away(match, -1 if match.words[-1].kind == "E" else 1, "told")


def _away(match: Match, sign: int, anchor: str) -> Iterator[Draft]:
    code, number = _unit(match), count(match)
    if short := match.get("r"):
        code, number = ("M", 6.0) if short.value == "P6M" else ("Y", 50.0) if short.value == "P50Y" else ("TM", 30.0)
    if match.words[0].kind == "T":
        number = 1.0
    if number is None:
        ahead = sign > 0 and (anchor == "article" or match.look.side(match.words[0].start) == "future")
        yield Draft("DATE", "FUTURE_REF" if ahead else "PAST_REF", mod=mod(match))
        return
    name = NAMES[code]
    if name in {"hour", "minute", "second"}:
        yield Draft(
            "TIME" if anchor == "article" else "DURATION",
            "XXXX-XX-XXTXX" if anchor == "article" else duration(number, code),
            name,
            sign * round(number),
            anchor=anchor,
            mod=mod(match),
        )
        return
    total = number * TIMES.get(code, 1) if code == "FN" else number
    if total != int(total):
        name, total = {
            "year": ("month", total * 12),
            "week": ("day", round(total * 7)),
            "decade": ("year", total * 10),
        }.get(name, (name, round(total)))
    if name in TEMPLATES:
        yield Draft("DATE", TEMPLATES[name], name, sign * int(total), anchor=anchor, mod=mod(match))


def stretch(match: Match) -> Iterator[Draft]:
    """ "the past two years", "the next 48 hours", "the first ten days": a length that touches the anchor."""
    word = match.get("lpxXVo")
    number = count(match)
    if word is None:
        return
    if number is None and not match.get("q"):
        number = 1.0
    side = {"l": "past", "p": "past", "V": "past", "x": "future", "X": "future"}.get(word.kind)
    yield Draft(
        "DURATION",
        duration(number, _unit(match)),
        NAMES[_unit(match)],
        side=side,
        anchor="told" if word.kind in TOLD or word.kind == "o" else "article",
        mod=mod(match),
    )


def length(match: Match) -> Iterator[Draft]:
    """ "six months", "a five-year plan"; "a week" only where a preposition makes it a length, "a day" after a number a set."""
    code, number, head = _unit(match), count(match), match.words[0].kind
    if head == "a" and match.text[match.words[0].start : match.words[0].end].lower() != "one" and len(match.words) == 2:
        before = match.before()
        if match.scan.words[match.at - 1].kind in "$" or _rate(match):
            yield Draft("SET", duration(1.0, code))
            return
        if before not in spans() and match.after().lower() not in {
            "after",
            "before",
            "later",
            "of",
            "since",
            "long",
            "away",
        }:
            return
    if head == "a" and code in {"WE", "NI", "Q"}:
        return
    if "y" in {w.kind for w in match.words} or match.after().lower() in {"old", "older"}:
        return
    if code == "Q" or (code == "TS" and head not in "dcnqh"):
        return
    yield Draft("DURATION", duration(number, code), mod=mod(match))


def spans() -> frozenset[str]:
    """Words that make a length of a bare unit."""
    return frozenset(words().words_of_span["words"])


def _rate(match: Match) -> bool:
    """Whether a number stands a word or two before: "40 barrels a day", "$5 a week"."""
    for back in (1, 2, 3):
        at = match.at - back
        if at < 0 or match.scan.words[at].kind in "|,.":
            return False
        word = match.before(back)
        if word in spans() or word in {"of", "to", "that", "and", "from", "is", "was"}:
            return False
        if match.scan.words[at].kind in "dnc$" or word in {"percent", "million", "billion", "times", "once", "twice"}:
            return True
    return False


def range(match: Match) -> Iterator[Draft]:  # noqa: A001  rows of the grammar are named for what they read
    """ "two to three weeks": at least the first."""
    first = next((w for w in match.words if w.kind in "dnycqab"), None)
    if first is None or first.kind in "yab" or not first.value:
        return
    yield Draft("DURATION", duration(float(first.value), _unit(match)), mod="EQUAL_OR_MORE")


def plural(match: Match) -> Iterator[Draft]:
    """ "for years", "decades-long", "months of talks", "years ago"."""
    code, last = _unit(match), match.words[-1].kind
    if last == "g":
        yield Draft("DATE", "PAST_REF")
    elif last == "L":
        ahead = match.look.side(match.words[0].start) == "future"
        yield Draft("DATE", "FUTURE_REF" if ahead else "PAST_REF", anchor="told")
    elif code in {"NI", "WE", "Q"} and not match.get("q"):
        return
    elif match.after().lower() != "old" and _counted(match):
        yield Draft("DURATION", LENGTHS[code].format("X"), mod=mod(match))


def _counted(match: Match) -> bool:
    """Whether a bare plural is a length: "for years", "months of talks", "decades-long", "several weeks"."""
    if match.get("qh"):
        return match.before() not in {"those", "these"}
    around = match.before() in spans() or match.after().lower() in {"of", "after", "before"}
    return around or match.words[-1].kind == "N"


def often(match: Match) -> Iterator[Draft]:
    """ "every two weeks", "each Friday", "twice a year"."""
    last = match.words[-1]
    if last.kind == "W":
        yield Draft("SET", f"XXXX-WXX-{last.value}")
    elif last.kind == "M":
        yield Draft("SET", f"XXXX-{int(last.value):02}")
    elif last.kind in "Ps":
        yield Draft("SET", f"XXXX-XX-XXT{last.value}" if last.kind == "P" else f"XXXX-{last.value}")
    else:
        number = count(match) if match.words[0].kind == "e" else 1.0
        yield Draft("SET", duration(1.0 if number is None else number, last.value))


def word(match: Match) -> Iterator[Draft]:
    """ "daily", "now", "recently", "yearlong"."""
    one = match.words[0]
    if one.kind == "J":
        yield Draft("SET", one.value)
    elif one.kind == "r":
        yield Draft("DURATION", one.value)
    elif not _conjunction(match):
        yield Draft("DATE", one.value)


def _conjunction(match: Match) -> bool:
    """ "now that", "shortly after": no time of its own."""
    text, after = match.text[match.words[0].start : match.words[0].end].lower(), match.after().lower()
    if match.after() == "-" and text != "now":
        return True  # "the butt of late-night jokes"
    if text.endswith("future") and after.isalpha():
        noun = match.look.token(match.words[0].end + 1)
        return noun is not None and noun.tag_[:2] in {"NN", "JJ"}
    if text == "soon":
        return after in {"as", "after"} or match.before() in {"as", "too", "how"}
    if text == "shortly":
        return after in {"after", "before", "thereafter", "afterward", "afterwards", "past"}
    token = match.token(match.words[0])
    if text != "now":
        return False
    odd = token is not None and token.tag_ not in {"RB", "NN", "UH", "JJ"}
    return odd or after in {"that", "-", "defunct", "infamous", "famous"} or match.before() == "-"


def century(match: Match) -> Iterator[Draft]:
    """ "the 19th century"."""
    order, unit_ = match.value("o"), match.get("u")
    if order and unit_ and unit_.value == "CE":
        yield Draft("DATE", f"{int(order) - 1:02}", mod=mod(match))


def decade(match: Match) -> Iterator[Draft]:
    """ "the 1990s", "the '80s"."""
    digits = match.value("t") or ""
    if len(digits) == 2 and match.words[0].kind not in "TfkK":
        return
    if len(digits) == 2 and match.before() in {"his", "her", "their", "in"} and match.words[0].kind != "T":
        return
    yield Draft(
        "DATE", digits[:3] if len(digits) == 4 else ("19" if digits[0] > "2" else "20") + digits[0], mod=mod(match)
    )


def eighties(match: Match) -> Iterator[Draft]:
    """ "the 1980's"; elsewhere a year with a genitive."""
    value = match.value("y") or ""
    if match.get("TfkK") and value[-1:] == "0" and match.after() == "s":
        yield Draft("DATE", value[:3], mod=mod(match), last=len(match.words) - 1)
    else:
        yield Draft("DATE", value, mod=mod(match), first=int(match.words[0].kind == "T"), last=len(match.words) - 2)


def season(match: Match) -> Iterator[Draft]:
    """ "last summer", "fall 2017", "the winter"."""
    name, year = match.value("sS"), match.value("y")
    if len(match.words) == 2 and match.words[1].kind == "S" and not _inseason(match):
        return
    if match.get("e"):
        yield Draft("SET", f"XXXX-{name}")
        return
    move, anchor = shift(match)
    yield Draft(
        "DATE", f"{year or 'XXXX'}-{name}", "year" if match.get("1") else None, move, anchor=anchor, mod=mod(match)
    )


def _inseason(match: Match) -> bool:
    """ "in the spring", but not "the spring of the mattress", "in the fall of the city"."""
    token = match.token(match.words[1])
    return (
        match.before() in {"in", "during", "by", "since"}
        and match.after() != "of"
        and (token is None or token.ent_type_ == "DATE")
    )


def quarter(match: Match) -> Iterator[Draft]:
    """ "the third quarter of 2008", "last quarter", "the first half of the year"."""
    order, year, half = match.value("o"), match.value("y"), match.get("b")
    if short := match.get("Q"):
        order = short.value
    if order is None:
        move, anchor = shift(match)
        yield Draft("DATE", "XXXX-QX", "quarter", move, anchor=anchor)
    elif int(order) <= (2 if half else 4):
        rel = match.get("lix")
        move = {"l": -1, "i": 0, "x": 1}[rel.kind] if rel else None
        if half and match.get("1") and move is None:
            move = 0
        yield Draft(
            "DATE", f"{year or 'XXXX'}-{'H' if half else 'Q'}{order}", "year" if move is not None else None, move
        )


def fiscal(match: Match) -> Iterator[Draft]:
    """ "fiscal 1990", "last fiscal year"."""
    year, (move, anchor) = match.value("y"), shift(match)
    yield Draft("DATE", f"FY{year or 'XXXX'}", None if year else "year", None if year else move, anchor=anchor)


def past(match: Match) -> Iterator[Draft]:
    """ "in the past"."""
    if match.before() in {"in", "of", "from"} and not match.after()[:1].isalpha():
        yield Draft("DATE", "PAST_REF")


def age(_: Match) -> Iterator[Draft]:
    """An age is no time."""
    yield from ()
