"""What sequences of classes are expressions of time: one regular expression over the classes, the longest reading first.

Each row is a name and a pattern; the builders have a function for each name. Classes: see `lexicon`.
"""

from __future__ import annotations

import re

MONTH, DAY, MOD = r"(?:M|m\.?)", r"(?:W|w\.?)", r"(?:T?[fkK]-?)"
YEAR = r"(?:,?y|,?O?[lix]1|,?O?j1)"
FULL = (
    rf"(?:(?:{DAY},?@?)?(?:{MONTH}T?[do](?![:/\d$])|T?[do]-?O?-?{MONTH})(?:{YEAR}|-y)?|(?:{DAY},?)?I|{MONTH}T?[do],?y)"
)
WEEKDAY = r"(?:(?:T?[lixXFVp])?W(?:O?[lix]u)?)"
SPOT = rf"(?:{FULL}|{WEEKDAY}|D|T?[FV]u|(?:[lix])?H)"
COUNT = r"(?:a?q|c(?:-?c)?|[dny]|a|b)(?:-?&-?ab|-?&-?b)?"
GAP = "(?:-|6)?"
REL = "[lixXFV]"

ROWS: tuple[tuple[str, str], ...] = (
    ("skip", r"B"),
    ("calendar", rf"Cz?\(?z?\)?,?@?[fk]?T?{SPOT}(?:-?P)?"),
    ("calendar", rf"[fk]?{SPOT}(?:-?P)?,?@?-?Cz?"),
    ("calendar", rf"[fkEL]?{SPOT}-?P"),
    ("calendar", rf"T?P(?:O|@)?T?(?:{FULL}|W)"),
    ("months", rf"{MONTH}T?[do][->]T?[do](?![:/\d$n])(?:,?y)?"),
    ("months", rf"{MONTH}T?[do]&T?[do](?:,?y)"),
    ("days", rf"[do][->&][do]O?{MONTH}"),
    ("calendar", rf"{MOD}?(?:T?[fkK]-?)?{FULL}"),
    ("season", r"(?:T?[fkK]-?)?(?:T?[lixjXFV]|e)[sS]"),
    ("season", r"(?:T?[fkK]-?)?T?[sS](?:O?,?y|O?[lix]1)"),
    ("season", r"(?:T?[fkK]-?)?T?[sS]"),
    ("fiscal", r"T?(?:[lixp])?Yy"),
    ("fiscal", r"T?[lix]Y"),
    ("quarter", r"T?(?:(?:[lix]1|y)'_|y)(?:(?:Y-?)?o-?4|ob)"),
    ("quarter", r"T?(?:(?:Y-?)?o-?|[lixpXFV])4(?:O?T?(?:Y?y|[lix]1|[lix]?Y))?|Q(?:O?Y?y)?|T?obOT?(?:y|[lix]?1)"),
    ("month", rf"{MOD}?(?:{MONTH},?O?,?y|M,?O?[lixj]1|[lix]?M)"),
    ("holiday", r"[fk]?[lix]?Hu?(?:,?O?(?:y|[lix]1))?"),
    ("often", r"e(?:q|c|o|d)?-?(?:[u1U4PWMsS])"),
    ("often", r"(?:c|d|q|a)?Ga[u1]"),
    ("often", r"[dcn]-?Ua[u1]"),
    ("ago", rf"(?:h|@)?(?:(?:{COUNT}){GAP}[uU14]|r)g"),
    ("before", r"T?1-[gE](?:(?:Y-?)?o-?4|[4u])?"),
    ("ending", r"T?5(?:O?y)?"),
    ("eve", r"T[u14]@(?=[,.)|&]|$)"),
    ("later", rf"(?:h|@)?(?:{COUNT}|T){GAP}[uUP14][EL]"),
    ("hence", rf"(?:h|@)?(?:{COUNT}){GAP}[uU14]v"),
    ("stretch", rf"T?[lpxXV](?:{COUNT}){GAP}[uU]|T?p[u14]|T?o(?:{COUNT}){GAP}[uU]"),
    ("age", rf"(?:{COUNT})-?[uU1]-?R"),
    ("range", rf"h?(?:{COUNT})(?:-|>|&)(?:{COUNT})-?[U]"),
    ("length", r"(?:h|@)?T(?:c(?:-?c)?|[dn])6?U|(?:h|@)?a[u1]&ab"),
    ("length", rf"(?:h|@)?(?:{COUNT}){GAP}[uU14](?:-?N)?"),
    ("word", r"[rJZ]"),
    ("century", r"(?:T?[fkK]-?)?T?o-?u"),
    ("decade", r"(?:T?[fkK]-?)?(?:T'?)?t"),
    ("unit", rf"(?:[fkKELo]-?)?(?:{MOD})?T?(?:{REL}|j)[u14]"),
    ("unit", r"(?:[fkEL]|T?K)T[u14]"),
    ("unit", r"T?Hu|T[u14]"),
    ("part", r"(?:j|T|x|TF|TV|Tx)P"),
    ("calendar", rf"[fkEL]?{WEEKDAY}"),
    ("calendar", r"[fkEL]?D"),
    ("eighties", rf"T?{MOD}?y'"),
    ("year", rf"{MOD}?T?y"),
    ("plural", r"[qh]?U(?:-?N|g|L)?"),
    ("past", r"Tp"),
    ("clock", r"Cz?|[dc]#|7[cd]"),
)
START = r"(?=[BCfk@ELTWwMmIDHFVilxXpPdoqKsSjeQcanybhrJZtUGY57])(?![Ta@dncqhbolijxXFVpeGYELKfkPmw][_|])"
"""What no expression begins with, and what none consists of alone, is passed over at once: so the whole costs a third."""
PATTERN = re.compile(
    START + "(?:" + "|".join(f"(?P<r{number}>{pattern})" for number, (_, pattern) in enumerate(ROWS)) + ")"
)


def matches(kinds: str) -> list[tuple[str, int, int]]:
    """(name of the row, first word, word after the last), in order, none within another."""
    return [(ROWS[int((m.lastgroup or "r0")[1:])][0], m.start(), m.end()) for m in PATTERN.finditer(kinds)]
