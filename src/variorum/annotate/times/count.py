"""How many of which unit: numbers within a match, and what TIMEX3 makes of them."""

from __future__ import annotations

from .draft import Match

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
    "Q": "P{}Q",
    "WE": "P{}WE",
    "NI": "P{}D",
}
TIMES = {"DE": 10, "CE": 100, "FN": 2}


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
    if total is None and match.get("b"):
        total = 1.0 if match.get("&") else 0.0  # "a year and a half", "half a year"
    return total + 0.5 if total is not None and match.get("b") else total


def duration(number: float | None, unit: str) -> str:
    """TIMEX3: (2, "W") -> P2W, (None, "D") -> PXD."""
    if number is None:
        return LENGTHS[unit].format("X")
    number *= TIMES.get(unit, 1)
    if number == 0.5 and unit in {"Y", "D", "TH"}:
        return {"Y": "P6M", "D": "PT12H", "TH": "PT30M"}[unit]
    return LENGTHS[unit].format(f"{number:g}")


def unit_of(match: Match) -> str:
    word = match.get("uU14")
    return word.value if word else "D"
