"""What the text calls a person beside the name: before it, after it in apposition, or by "is"."""

from __future__ import annotations

from ...rules.nations import nation
from ...rules.people import gendered, genders, kin, links, lower, role_last, role_words, titles, written
from ...rules.pronouns import pronouns
from .words import Name, Words

NOUNS = frozenset({"NN", "NNP", "NNS", "NNPS"})
INSIDE = NOUNS | {"JJ", "JJS", "JJR", "POS", "HYPH", "CD", "FW", "AFX"}
CLOSE = frozenset({",", ".", ";", ")", "–", "—", ":", "(", '"', "”", "?", "!", "--", "…", "'", "’", "]"})
OUT = frozenset({"DATE", "TIME", "CARDINAL"})
REACH = 12
"""Tokens that a role may be long on one side: longer ones are clauses."""


def give(words: Words, names: list[Name]) -> list[Name]:
    """Fills `roles` and `gender` of the persons; returns a nominal mention for each role phrase."""
    owner: dict[int, Name] = {i: name for name in names for i in range(name.start, name.end)}
    used: set[int] = set()
    out: list[Name] = []
    for find in (_before, _after, _copula, _introduced, _affiliation):
        for name in names:
            if name.kind == "person":
                pair = find(words, name, owner)
                if pair and _free(words, pair, used):
                    used.update(range(*pair))
                    name.roles.append(pair)
                    if find not in (_copula, _affiliation):
                        out.append(Name(*pair, "person", "ROLE", form="nominal", antecedent=(name.start, name.end)))
    for name in names:
        if name.kind == "person":
            name.roles.sort()
            name.gender = _gender(words, name)
    return out


def _free(words: Words, pair: tuple[int, int], used: set[int]) -> bool:
    """Whether no other role has these tokens; a role of the possessor within them is no matter: "Mayor Reed's envoy"."""
    taken = [i for i in range(*pair) if i in used]
    return not taken or any(words.tag[i] == "POS" for i in range(taken[-1] + 1, pair[1]))


def by_pronoun(words: Words, names: list[Name], meant: list[Name]) -> None:
    """Adds the roles that a sentence gives to a pronoun: "She is the transport minister"."""
    owner = {i: name for name in names for i in range(name.start, name.end)}
    used = {i for name in names for pair in name.roles for i in range(*pair)}
    for one in meant:
        name = (
            owner.get(one.antecedent[0]) if one.form == "pronoun" and one.kind == "person" and one.antecedent else None
        )
        pair = _copula(words, one, owner) if name else None
        if name and pair and used.isdisjoint(range(*pair)):
            used.update(range(*pair))
            name.roles = sorted([*name.roles, pair])


def _gender(words: Words, name: Name) -> str | None:
    i = name.start - 1
    while i >= 0 and words.low[i] in titles():
        told = titles()[words.low[i]]
        if told:
            return told
        i -= 1
    for start, end in name.roles:
        told = titles().get(words.low[end - 1]) or gendered().get(words.low[end - 1])
        if told and end > start:
            return told
    return genders().get(words.low[name.start]) if name.end - name.start > 1 else None


def is_role(words: Words, i: int) -> bool:
    """Whether the token is the last word of a role in the singular."""
    return words.low[i] in role_last() and words.tag[i] in NOUNS | {"JJ"} and not words.text[i].isspace()


def _blocked(words: Words, i: int, owner: dict[int, Name]) -> bool:
    """Whether a role phrase cannot hold this token: a time, or another person who is no owner ("Reed's lawyer")."""
    if words.doc[i].ent_type_ in OUT and words.tag[i] != "CD":
        return True
    name = owner.get(i)
    return (
        name is not None and name.kind == "person" and not (name.end < len(words.tag) and words.tag[name.end] == "POS")
    )


def _leftward(words: Words, head: int, owner: dict[int, Name]) -> int:
    """First token of the role phrase whose last noun is at `head`."""
    i, sentence = head, words.sentence[head]
    while i > 0 and head - i < REACH and words.sentence[i - 1] == sentence and not _blocked(words, i - 1, owner):
        tag, low = words.tag[i - 1], words.low[i - 1]
        if (low == "-" and words.doc[i - 1].whitespace_) or (tag == "CD" and ":" in low):
            break  # "LUND - Foreign Minister": a dash
        joins = low in ("and", "&", "/") and i >= 2 and is_role(words, i - 2) and words.low[i - 2] not in kin()
        if (
            low in lower()
            and i - 1 < head
            and i >= 2
            and words.tag[i - 2] in ("NN", "NNS")
            and words.low[i - 2] not in lower()
        ):
            i -= 1
            break  # "the city government former mayor", where a comma is lost
        if not (tag in INSIDE or joins or low in lower() or low in ("-", "then")):
            break
        i -= 1
    while i < head and (
        words.tag[i] in ("POS", "HYPH") or not words.text[i][0].isalnum() or words.low[i] in ("and", "&")
    ):
        i += 1
    return _own_nation(words, i, head)


def _own_nation(words: Words, start: int, head: int) -> int:
    """Where the nation of an office begins, if other words run on into it, as in texts that have lost their commas: "after
    talks in Lund Norwegian Foreign Minister"."""
    for i in range(head - 1, start, -1):
        here, before = nation(words.text[i]), words.low[i - 1]
        if here and here[1] in ("adjective", "people"):
            joins = (
                before in ("-", "and", "&", "/", ",", "then")
                or before in lower()
                or words.tag[i - 1] in ("HYPH", "JJ", "POS")
            )
            return start if joins or nation(words.text[i - 1]) or nation(f"{before} {words.low[i]}") else i
    return start


def _useful(words: Words, start: int, end: int, head: int) -> tuple[int, int] | None:
    """The pair, unless it is kin without an owner."""
    if words.low[head] in kin() and head == start and end == head + 1:
        return None
    return start, end


def _before(words: Words, name: Name, owner: dict[int, Name]) -> tuple[int, int] | None:
    end, sentence = name.start, words.sentence[name.start]
    while (
        end > 0
        and words.low[end - 1] in titles()
        and words.low[end - 1] not in role_words()
        and words.low[end - 1] != "the"
    ):
        if words.low[end - 1] in written():
            break
        end -= 1
    head = end - 1
    if head < 0 or words.sentence[head] != sentence:
        return None
    if words.low[head] in written():
        return _leftward(words, head, owner), end
    if not is_role(words, head):
        found = _linked(words, head, owner)
        if found is None:
            return None
        head = found
    if _surname(words, head):
        return None
    return _useful(words, _leftward(words, head, owner), end, head)


def _surname(words: Words, head: int) -> bool:
    """Whether a ruler's title is a family name, as in a list whose commas are lost: "Levon King Jason Jones"."""
    if head == 0 or "monarch" not in role_words().get(words.low[head], ()) or words.low[head - 1] in role_words():
        return False
    before = words.text[head - 1]
    return words.tag[head - 1] in ("NNP", "NNPS") and words.low[head - 1] not in titles() and nation(before) is None


def _linked(words: Words, last: int, owner: dict[int, Name]) -> int | None:
    """The role noun of "secretary of state", "ambassador to the Council", ending at `last`."""
    i = last
    while i > 0 and last - i < 6 and not _blocked(words, i, owner) and words.sentence[i] == words.sentence[last]:
        if words.low[i] in links() and i < last:
            return i - 1 if is_role(words, i - 1) else None
        if words.tag[i] not in INSIDE and words.tag[i] != "DT" and words.low[i] not in ("and", "&"):
            return None
        i -= 1
    return None


def rightward(words: Words, start: int, owner: dict[int, Name]) -> tuple[int, int, int] | None:
    """The noun phrase with a role as head that begins at `start`: (first token, end, head), articles left out."""
    i, count = start, len(words.text)
    sentence = words.sentence[start] if start < count else -1
    while i < count and words.tag[i] in ("DT", "PRP$") and words.sentence[i] == sentence:
        i += 1
    first, head, end = i, -1, i
    while i < count and i - first < REACH * 2 and words.sentence[i] == sentence and not _blocked(words, i, owner):
        low, tag = words.low[i], words.tag[i]
        if tag in INSIDE or low in lower():
            i += 1
            if head < 0 and tag in NOUNS and not (i < count and (words.tag[i] in NOUNS | {"POS"})):
                if not is_role(words, i - 1):
                    return None
                head = i - 1
            end = i
        elif (
            head >= 0
            and (low in links() or tag == "DT" or low in ("and", "&"))
            and i + 1 < count
            and words.tag[i + 1] in INSIDE | {"DT"}
        ):
            if low in ("and", "&") and (words.tag[i + 1] == "DT" or words.low[head] in kin()):
                break
            i += 1
        else:
            break
    while end > first and (
        words.tag[end - 1] in ("POS", "HYPH", "CD", "DT", "CC", "IN", "TO")
        or (words.tag[end - 1] == "JJ" and words.tag[end - 2] in ("DT", "HYPH") and end - 1 > head)
        or (words.tag[end - 1] == "AFX" and end - 1 > head)
    ):
        end -= 1
    return (first, end, head) if head >= 0 and end > head else None


def _after(words: Words, name: Name, owner: dict[int, Name]) -> tuple[int, int] | None:
    i, count, sentence = name.end, len(words.text), words.sentence[name.start]
    if i < count and words.text[i] == "(":  # "(left)", "(pictured)"
        close = next((j for j in range(i, min(i + 5, count)) if words.text[j] == ")"), None)
        inside = rightward(words, i + 1, owner) if i + 1 < count else None
        if inside and close == inside[1]:
            return _useful(words, inside[0], inside[1], inside[2])
        i = close + 1 if close else i
    if i >= count or words.text[i] not in (",", "–", "—", "--", "-") or words.sentence[i] != sentence:
        return None
    if i + 2 < count and words.tag[i + 1] == "CD" and words.text[i + 2] == ",":
        i += 2
    found = rightward(words, i + 1, owner) if i + 1 < count else None
    if found is None:
        return None
    first, end, head = found
    closed = (
        end >= count
        or words.sentence[end] != sentence
        or words.low[end] in CLOSE
        or words.tag[end] in ("WP", "WP$")
        or words.text[end].isspace()
    )
    if not closed or words.tag[head] == "NNS":
        return None
    return _useful(words, first, end, head)


def _copula(words: Words, name: Name, owner: dict[int, Name]) -> tuple[int, int] | None:
    i = name.end
    if i < len(words.text) and words.low[i] in (",", "who"):
        i += 1 + (words.low[i] == "," and i + 1 < len(words.text) and words.low[i + 1] == "who")
    if (
        i + 1 >= len(words.text)
        or words.low[i] not in pronouns().copulas
        or words.sentence[i] != words.sentence[name.start]
    ):
        return None
    found = rightward(words, i + 1, owner)
    if found is None or (words.low[i + 1] not in ("the", "a", "an") and found[0] == found[2]):
        return None
    return _useful(words, *found)


def _affiliation(words: Words, name: Name, owner: dict[int, Name]) -> tuple[int, int] | None:
    """Body or nation right before a full name, as its possessor: "the Coastal Agency's Dana Reed"."""
    mark = name.start - 1
    body = owner.get(mark - 1) if mark > 0 and words.tag[mark] == "POS" else None
    if body is None or name.end - name.start < 2 or words.sentence[mark] != words.sentence[name.start]:
        return None
    known = body.kind == "organisation" or (
        body.kind == "place" and nation(words.piece(body.start, body.end)) is not None
    )
    return (body.start, body.end) if known and body.end == mark else None


def _outer(words: Words, start: int, owner: dict[int, Name]) -> tuple[int, int] | None:
    """First token and head of the role that one beginning at `start` belongs to: "the brother of the gunman"."""
    at = start - 1 if start and words.tag[start - 1] in ("DT", "PRP$") else start
    if at < 2 or words.low[at - 1] not in links() or not is_role(words, at - 2):
        return None
    return _leftward(words, at - 2, owner), at - 2


def _joined(words: Words, name: Name) -> bool:
    """Whether the parse takes the name for an apposition to the noun before the comma, though none closes it."""
    token = words.doc[name.end - 1]
    return token.dep_ == "appos" and token.head.i == name.start - 2


def _introduced(words: Words, name: Name, owner: dict[int, Name]) -> tuple[int, int] | None:
    """ "the head of the agency, Dana Reed, said": a closed phrase with a comma before the name."""
    comma, count = name.start - 1, len(words.text)
    if (
        comma < 2
        or words.text[comma] != ","
        or not (
            name.end >= count or words.text[name.end] in (",", ".", "(", ")", ";", "–", "—") or _joined(words, name)
        )
    ):
        return None
    head = comma - 1
    if not is_role(words, head):
        found = _linked(words, head, owner)
        if found is None:
            return None
        head = found
    start = _leftward(words, head, owner)
    if outer := _outer(words, start, owner):
        start, head = outer
    owned = (
        (start > 0 and words.tag[start - 1] in ("DT", "PRP$"))
        or any(words.tag[i] == "POS" for i in range(start, head))
        or start in owner
    )
    return _useful(words, start, comma, head) if owned else None
