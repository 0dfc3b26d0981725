"""Who a source is: named, not named, a body, an outlet or a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model.claim import VoiceKind
from ...rules.people import genders
from ..kin import children, kept, opening
from . import lexicon
from .trees import beside, child

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

AGENTS = ("ist", "ists", "ian", "ians", "man", "men", "woman", "women", "person", "people")
"""Endings of nouns for people who do or are something."""
TIMES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY"})
"""Names that are never a source."""
LIKE_WORDS = frozenset({"NN", "NNS", "JJ", "VB", "VBP", "VBZ", "VBD", "RB", "NNP"})
"""Tags of words that a name was taken for."""
MISTAKEN = frozenset({"", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
"""What a surname alone is taken for; a place may be a place after all."""
MEMO = "speech.surnames"
BODIES = frozenset({"ORG", "GPE", "LOC", "FAC"})
DEFINITE = frozenset({"the", "his", "her", "its", "their", "our", "my"})


@kept
def kind(head: Token) -> VoiceKind | None:
    """What sort of source a noun phrase with this head is; None where nothing says that it can speak at all."""
    word = head.text.lower()
    if (noun := beside(head)) is not None and (known := kind(noun)) in {"outlet", "institution", "document"}:
        return known  # "news agency Sarna"
    if head.tag_.startswith("PRP") or word == "who":
        return lexicon.pronouns().get(word)
    if outlet(head):
        return "outlet"
    if head.ent_type_ == "PERSON" or surname(head):
        return "named"
    if head.tag_ == "CD":
        return "anonymous" if _share(head) else None
    if head.tag_ in {"NNP", "NNPS"} or head.ent_type_ in BODIES:
        return _proper(head, word)
    if head.ent_type_ == "NORP":
        return "anonymous"
    found = lexicon.people().get(word)
    if found == "role" and _ends_named(head):
        return "named"
    if found == "role":
        return "named" if _definite(head) else "anonymous"
    if (
        found is None
        and head.tag_ in {"NN", "NNS"}
        and any(c.ent_type_ == "PERSON" and c.dep_ == "appos" for c in children(head))
    ):
        return "named"
    if found is None and word.endswith(AGENTS) and head.tag_ in {"NN", "NNS"}:
        return "anonymous"
    return found  # type: ignore[return-value]  # the table's other values are kinds


def surname(head: Token) -> bool:
    """Whether the parse took a name that is also a word for the word ("Price", "Young"): another place of the text has it
    as a person's."""
    if not head.text[0].isupper() or head.ent_type_ not in MISTAKEN or head.tag_ not in LIKE_WORDS:
        return False
    if child(head, "det") is not None or (head.i and head.nbor(-1).tag_ == "NNP"):
        return False
    found: frozenset[str] | None = head.doc.user_data.get(MEMO)
    if found is None:
        found = head.doc.user_data[MEMO] = frozenset(_surnames(head.doc))
    return head.text in found


def _surnames(doc: Doc) -> Iterator[str]:
    """The last words of the names of persons."""
    for one in doc.ents:
        if one.label_ == "PERSON" and one[-1].tag_ == "NNP":
            yield one[-1].text


def _share(number: Token) -> bool:
    """Whether a number counts people that were asked: "three in ten", "two of them"."""
    if number.dep_ not in {"nsubj", "nsubjpass", "pobj"} or number.ent_type_ in TIMES:
        return False
    return any(c.dep_ == "prep" and c.text.lower() in {"in", "of", "out"} for c in children(number))


def _ends_named(head: Token) -> bool:
    """Whether a role goes on to its holder's name: "ambassador to the council Dana Reed"."""
    last = head.right_edge
    first = last
    while first.i > head.i and first.ent_type_ == "PERSON" and first.ent_iob_ == "I":
        first = first.nbor(-1)
    return (
        last.ent_type_ == "PERSON"
        and last.i > head.i
        and first.nbor(-1).ent_type_ != ""
        and first.nbor(-1).tag_ == "NNP"
    )


def _proper(head: Token, word: str) -> VoiceKind:
    if outlet(head):
        return "outlet"
    found = lexicon.people().get(word)
    if found in {"institution", "document"}:
        return found  # type: ignore[return-value]
    if found == "anonymous":
        return "anonymous" if head.tag_ == "NNPS" else "named"
    if head.tag_ == "NNPS" and head.ent_type_ in {"NORP", ""}:
        return "anonymous"
    return "institution" if head.ent_type_ in BODIES or head.ent_type_ == "NORP" else "named"


@kept
def outlet(head: Token) -> bool:
    """Whether the name that ends with this token is that of a newspaper, agency or broadcaster."""
    names, words = lexicon.outlets()
    if head.tag_ == "NN" and any(c.dep_ == "compound" and c.text.lower() in lexicon.sending() for c in children(head)):
        return lexicon.people().get(head.text.lower()) == "institution"  # "the state news agency"
    if head.tag_ not in {"NNP", "NNPS"}:
        return head.ent_type_ == "ORG" and head.text[0].isupper() and head.text.lower() in names
    start = head.i
    while start > opening(head) and head.doc[start - 1].tag_ in {"NNP", "NNPS"} and head.i - start < 4:
        start -= 1
    name = head.doc[start : head.i + 1].text.lower()
    if start == head.i and name in names and _bearer(head):
        return False
    if name in names or any(c.dep_ == "compound" and c.tag_ == "NN" and c.text in words for c in children(head)):
        return True  # "the newspaper Dagens Bild"
    if head.ent_type_ == "PERSON" or (start < head.i and head.doc[start].text.lower() in genders()):
        return False  # "Dana Fox"
    if head.text.lower() in names:
        return True
    article = head.i > opening(head) and head.nbor(-1).text.lower() == "the" and head.text[0].isupper()
    return head.text.lower() in words and (
        article or start < head.i or any(c.dep_ in {"amod", "compound"} for c in children(head))
    )


def _bearer(head: Token) -> bool:
    """Whether the text has a person with a given name whose surname this is: "Dana Fox", then "Fox said"."""
    people = (one for one in head.doc.ents if one.label_ == "PERSON" and len(one) > 1)
    return any(one[-1].text == head.text and one[0].text.lower() in genders() for one in people)


def _definite(head: Token) -> bool:
    """One certain holder of a role: "the mayor", "the country's president", as a title "navy chief", not "a minister"."""
    if head.tag_ == "NNS":
        return False
    article = child(head, "det", "poss")
    return article is None or article.dep_ == "poss" or article.text.lower() in DEFINITE


def guess(head: Token) -> VoiceKind:
    """The kind of a source whose noun is in no table."""
    return "anonymous" if head.tag_ in {"NN", "NNS", "CD"} else "named"
