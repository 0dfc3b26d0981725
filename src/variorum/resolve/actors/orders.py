"""Names whose family name may stand first: "Chen Guowei" and "Guowei Chen"."""

from __future__ import annotations

from ...rules.people import families, genders, turning
from ...rules.spelling import romanised, spelling

Name = tuple[str, ...]
LONGEST = 3
"""Words of such a name: a family name and a given name of one or two syllables."""


def turned(left: Name, right: Name) -> bool:
    """Whether two names can be one in two orders or in two spellings of its family name."""
    return any(
        family_alike(a, b) and (_given_alike(x, y) or _romanised(a, x, b, y))
        for a, x, first in _readings(left)
        for b, y, second in _readings(right)
        if not (first == second == "last")
    )


def _romanised(left: str, one: str, right: str, two: str) -> bool:
    """Whether two given names are romanisations of one, for Koreans, and for Chinese whose family names are romanised apart."""
    shared = {row.split()[0] for row in families().get(left, frozenset()) & families().get(right, frozenset())}
    languages = sorted(shared & ({"korean"} if left == right else {"korean", "chinese"}))
    return any(min(len(one), len(two)) >= 4 and romanised(one, x) == romanised(two, x) for x in languages)


def exchanged(left: Name, right: Name) -> bool:
    """Whether two names are the same two words in two orders, which is one person, or Saif bin Rashid and Rashid bin Saif."""
    return len(left) == 2 and left == right[::-1]


def given_known(name: Name) -> bool:
    """Whether just one word is a given name of a people that says it last, as Hungarians and Japanese do."""
    return sum(word in turning() for word in name) == 1


def led(left: Name, right: Name) -> bool:
    """Whether one of them is the other with a given name of another language before it: "Tony Lau Waikeung"."""
    short, long = sorted((left, right), key=lambda names: (len(names), names))
    return len(long) == len(short) + 1 and len(short) > 1 and long[1:] == short and short[0] in families()


def apart(left: Name, right: Name) -> bool:
    """Whether both begin with one family name and go on with other given names: then the last words are no family names."""
    return (
        left[0] == right[0]
        and len(left) > 2
        and len(right) > 2
        and left[0] in families()
        and not _western(left)
        and not _western(right)
        and not _given_alike("".join(left[1:]), "".join(right[1:]))
        and left[-1] != right[-1]
    )


def family_alike(left: str, right: str) -> bool:
    """Whether two family names are one, or spellings of one."""
    return left == right or not families().get(left, frozenset()).isdisjoint(families().get(right, frozenset()))


def _readings(name: Name) -> list[tuple[str, str, str]]:
    """(family name, given name in one word, where the family name stands) for each end with such a family name."""
    if not 1 < len(name) <= LONGEST:
        return []
    ends = ((name[0], name[1:], "first"), (name[-1], name[:-1], "last"))
    return [(family, "".join(given), where) for family, given, where in ends if family in families()]


def _given_alike(left: str, right: str) -> bool:
    return left == right or (min(len(left), len(right)) >= 4 and spelling(left) == spelling(right))


def _western(name: Name) -> bool:
    """Whether a given name of Europe stands in it, so that its last word is the family name: "Lee Robert Harvey"."""
    return any(word in genders() for word in name)
