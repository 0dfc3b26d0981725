"""Dossiers written by hand: an invented ferry sinking in three reports, an invented strike in one, and many copies of them."""

from __future__ import annotations

from typing import Any

import msgspec

from variorum.compose import timeline
from variorum.model import (
    Actor,
    ActorRole,
    Alias,
    Article,
    Attribution,
    Dossier,
    Entry,
    Event,
    EventLink,
    Figure,
    Finding,
    Flag,
    Generator,
    Line,
    Merge,
    Part,
    Participant,
    Passage,
    Position,
    Problem,
    Quote,
    Reading,
    Reuse,
    Source,
    Span,
    Story,
    Term,
    Voice,
    When,
    Witness,
    Wording,
    WordingTerm,
)

FERRY = """Ferry sinks off Tarnvik, dozens dead
By Liv Moen
TARNVIK, 4 March 2031 - At least 41 people died when the ferry Marit Dahl sank on Monday, the coastguard said.
Captain Jonas Brekke told reporters: “We had no time to lower the boats.”
Five of the dead were crew.
The owner, Nordlys Lines, offered to pay for the salvage within 60 days. Read more"""
WIRE = """Toll rises in ferry disaster
Forty-seven people are now known to have died in the sinking of the Marit Dahl, the Tarnvik health office said on Thursday.
“We had no time to lower the boats,” said Captain Brekke.
Transport Minister Ingrid Sole will meet Nordlys Lines in Oster on Friday.
About 120 passengers were rescued, an official who was not allowed to speak said."""
LATE = """After the Marit Dahl
470 people died when the vessel sank, the Tarnvik health office said.
The minister met the company in Oster and rejected its offer. The families demand an inquiry under a foreign judge.
Forty-seven people are now known to have died in the sinking of the Marit Dahl, the Tarnvik health office said on Thursday."""
STRIKE = """Drivers of Kessel Bay walk out
Some 900 tram drivers stopped work on Tuesday, their union said. They want a tenth more pay."""

DAY = {"a": "2031-03-04", "b": "2031-03-06", "c": None, "d": "2031-05-13"}


def article(name: str, text: str, **fields: Any) -> Article:
    """An article whose sentences are its lines."""
    ends, at = [], 0
    for line in text.split("\n"):
        ends.append((at, at + len(line)))
        at += len(line) + 1
    day = DAY.get(name)
    published = (
        When(day, day, "metadata", "the page's own date")
        if day
        else When("2031-03-07", "2031-03-12", "inferred", "after the meeting on Friday")
    )
    return Article(
        id=name,
        text=text,
        source=f"reports/{name}.txt",
        published=published,
        sentences=tuple(ends),
        language="en",
        **fields,
    )


ARTICLES = (
    article(
        "a",
        FERRY,
        title="Ferry sinks off Tarnvik, dozens dead",
        outlet="The Tarnvik Mail",
        authors=("Liv Moen",),
        parts=(
            Part("headline", 0, 36),
            Part("byline", 37, 48),
            Part("dateline", 49, 71),
            Part("furniture", FERRY.index("Read more"), len(FERRY)),
        ),
    ),
    article("b", WIRE, title="Toll rises in ferry disaster", outlet="Oster Wire", url="https://wire.example/ferry"),
    article("c", LATE, title="After the Marit Dahl"),
    article("d", STRIKE, title="Drivers of Kessel Bay walk out", outlet="Kessel Bay Post"),
)
TEXTS = {a.id: a for a in ARTICLES}


def at(name: str, words: str) -> Span:
    """Where an article has these words first."""
    start = TEXTS[name].text.index(words)
    return TEXTS[name].cut(start, start + len(words))


def by(name: str, words: str, kind: Any = "institution") -> Attribution:
    span = at(name, words)
    return Attribution((Voice(words, kind, None, span),), span)


def on(day: str, last: str | None = None, basis: Any = "stated") -> When:
    return When(day, last or day, basis, "said in the report")


COAST, HEALTH = by("a", "the coastguard"), by("b", "the Tarnvik health office")
BREKKE, SOLE, NORDLYS, OSTER = "p1", "p2", "o1", "x1"
ACTORS = (
    Actor(
        id=BREKKE,
        name="Jonas Brekke",
        kind="person",
        aliases=(Alias(text="Captain Brekke", count=1), Alias(text="Captain Jonas Brekke", count=1)),
        roles=(ActorRole(text="captain", evidence=(at("a", "Captain"), at("b", "Captain"))),),
        mentions=(at("a", "Jonas Brekke"), at("b", "Captain Brekke")),
        merges=(
            Merge(
                left="Jonas Brekke",
                right="Captain Brekke",
                why="The surname alone follows the full name and nobody else bears it.",
            ),
        ),
    ),
    Actor(
        id=SOLE,
        name="Ingrid Sole",
        kind="person",
        roles=(ActorRole(text="transport minister", evidence=(at("b", "Transport Minister"),)),),
        mentions=(at("b", "Ingrid Sole"), at("c", "The minister")),
    ),
    Actor(
        id=NORDLYS,
        name="Nordlys Lines",
        kind="organisation",
        mentions=(at("a", "Nordlys Lines"), at("b", "Nordlys Lines"), at("c", "the company")),
    ),
    Actor(id=OSTER, name="Oster", kind="place", mentions=(at("b", "Oster"), at("c", "Oster"))),
)


def reading(
    name: str, low: float | None, high: float | None, hedge: Any, span: Span, as_of: When | None, **rest: Any
) -> Reading:
    return Reading(
        id=name,
        low=low,
        high=high,
        hedge=hedge,
        text=span.text,
        as_of=as_of,
        spans=(span, *rest.pop("also", ())),
        attribution=rest.pop("attribution", None),
        **rest,
    )


FIGURES = (
    Figure(
        id="f1",
        measure="killed",
        of="people",
        place=None,
        window=on("2031-03-03"),
        readings=(
            reading(
                "r1",
                41,
                None,
                "at_least",
                at("a", "At least 41 people"),
                on("2031-03-04"),
                attribution=COAST,
                status="superseded",
                why="A later report has a new count.",
            ),
            reading(
                "r2",
                47,
                47,
                "exact",
                at("b", "Forty-seven people"),
                on("2031-03-06"),
                attribution=HEALTH,
                also=(at("c", "Forty-seven people"),),
            ),
            reading(
                "r3",
                470,
                470,
                "exact",
                at("c", "470 people"),
                None,
                attribution=by("c", "the Tarnvik health office"),
                status="suspect",
                why="Ten times the count that the same office gives elsewhere.",
            ),
        ),
    ),
    Figure(
        id="f2",
        measure="killed",
        of="crew",
        subset_of="f1",
        readings=(reading("r4", 5, 5, "exact", at("a", "Five of the dead"), on("2031-03-04")),),
    ),
    Figure(
        id="f3",
        measure="rescued",
        of="passengers",
        readings=(
            reading(
                "r5",
                120,
                120,
                "about",
                at("b", "About 120 passengers"),
                on("2031-03-06"),
                attribution=by("b", "an official who was not allowed to speak", "anonymous"),
            ),
        ),
    ),
)
EVENTS = (
    Event(
        id="e1",
        type="ACCIDENT",
        title="the ferry Marit Dahl sank",
        status="held",
        when=on("2031-03-03"),
        spans=(at("a", "sank"), at("b", "sinking"), at("c", "sank")),
    ),
    Event(
        id="e2",
        type="CONSULT",
        mode="meet",
        title="Transport Minister Ingrid Sole will meet Nordlys Lines",
        status="planned",
        when=on("2031-03-07"),
        places=(OSTER,),
        participants=(Participant(actor=SOLE, text="Ingrid Sole"), Participant(actor=NORDLYS, text="Nordlys Lines")),
        spans=(at("b", "meet"),),
    ),
    Event(
        id="e3",
        type="CONSULT",
        mode="meet",
        title="The minister met the company",
        status="held",
        when=None,
        places=(OSTER,),
        participants=(
            Participant(actor=SOLE, text="The minister", inferred=True),
            Participant(actor=NORDLYS, text="the company", inferred=True),
        ),
        spans=(at("c", "met"),),
        links=(
            EventLink(event="e2", kind="planned_for", why="Same parties and place as the meeting planned for Friday."),
        ),
    ),
)
QUOTES = (
    Quote(
        id="q1",
        speaker=BREKKE,
        speaker_text="Captain Jonas Brekke",
        addressee="reporters",
        kind="direct",
        text="We had no time to lower the boats.",
        cue="told",
        span=at("a", "We had no time to lower the boats."),
        sentence=at("a", "Captain Jonas Brekke told reporters: “We had no time to lower the boats.”"),
        same_as=("q2",),
    ),
    Quote(
        id="q2",
        speaker=BREKKE,
        speaker_text="Captain Brekke",
        kind="direct",
        text="We had no time to lower the boats,",
        cue="said",
        span=at("b", "We had no time to lower the boats,"),
        sentence=at("b", "“We had no time to lower the boats,” said Captain Brekke."),
        same_as=("q1",),
    ),
    Quote(
        id="q3",
        speaker=None,
        speaker_text="an official",
        kind="indirect",
        text="About 120 passengers were rescued",
        cue="said",
        span=at("b", "About 120 passengers were rescued"),
        sentence=at("b", "About 120 passengers were rescued, an official who was not allowed to speak said."),
    ),
)
POSITIONS = (
    Position(
        id="s1",
        party=NORDLYS,
        party_text="Nordlys Lines",
        stance="offers",
        about="to pay for the salvage",
        spans=(at("a", "offered to pay for the salvage"),),
        terms=(Term("duration", "within 60 days", "P60D"),),
        when=on("2031-03-04"),
    ),
    Position(
        id="s2",
        party=SOLE,
        party_text="The minister",
        stance="rejects",
        about="its offer",
        toward=NORDLYS,
        spans=(at("c", "rejected its offer"),),
    ),
    Position(
        id="s3",
        party=None,
        party_text="The families",
        stance="demands",
        about="an inquiry under a foreign judge",
        spans=(at("c", "demand an inquiry under a foreign judge"),),
    ),
)
FINDINGS = (
    Finding(
        id="n1",
        kind="misprint",
        about="f1",
        why="470 is ten times 47, which the same health office gives in two reports.",
        readings=(
            Witness(id="f1", article="c", span=at("c", "470 people")),
            Witness(id="f1", article="b", span=at("b", "Forty-seven people")),
        ),
    ),
    Finding(
        id="n2",
        kind="update",
        about="f1",
        why="The count rose from 41 to 47 between 4 and 6 March.",
        readings=(
            Witness(id="f1", article="a", span=at("a", "At least 41 people")),
            Witness(id="f1", article="b", span=at("b", "Forty-seven people")),
        ),
    ),
    Finding(
        id="n3",
        kind="agreement",
        about="q1",
        why="Two reports carry the same words.",
        readings=(
            Witness(id="q1", article="a", span=at("a", "We had no time to lower the boats.")),
            Witness(id="q2", article="b", span=at("b", "We had no time to lower the boats,")),
        ),
    ),
)
SAME = WIRE.split("\n")[1]
COPIED = tuple(at(name, SAME) for name in "bc")
FERRIES = Story(
    id="1",
    title="Ferry sinks off Tarnvik, dozens dead",
    articles=("a", "b", "c"),
    period=on("2031-03-03", "2031-03-12"),
    actors=ACTORS,
    figures=FIGURES,
    events=EVENTS,
    quotes=QUOTES,
    positions=POSITIONS,
    findings=FINDINGS,
    sources=(
        Source(
            id="u1",
            name="the Tarnvik health office",
            kind="institution",
            articles=("b", "c"),
            claims=3,
            same_as_why="Same words in both reports.",
        ),
        Source(id="u2", name="an official who was not allowed to speak", kind="anonymous", articles=("b",), claims=1),
    ),
    wording=(
        Wording(
            referent="e1",
            terms=(
                WordingTerm(text="disaster", count=1, articles=("b",)),
                WordingTerm(text="sinking", count=2, articles=("b", "c")),
            ),
        ),
    ),
    reuse=(
        Reuse(
            articles=("b", "c"),
            passages=(Passage(spans=COPIED),),
            kind="wire",
            why="One sentence is the same word for word.",
        ),
    ),
    digest=(
        Line(
            text="Reported killed, people: 47, as of 6 March 2031, according to the Tarnvik health office (2 reports).",
            evidence=(at("b", "Forty-seven people"),),
        ),
    ),
)
STRIKES = Story(
    id="2",
    title="Drivers of Kessel Bay walk out",
    articles=("d",),
    period=on("2031-05-13"),
    figures=(
        Figure(
            id="f9",
            measure="on_strike",
            of="tram drivers",
            readings=(reading("r9", 900, 900, "about", at("d", "Some 900"), on("2031-05-13")),),
        ),
    ),
)
FERRIES = msgspec.structs.replace(FERRIES, timeline=timeline(FERRIES, ARTICLES[:3]))
FLAGGED = msgspec.structs.replace(
    ARTICLES[2], flags=(Flag("garbled", at("c", "After the Marit Dahl"), "Too short to be a sentence."),)
)
SAMPLE = Dossier(
    generator=Generator(version="0.1.0", rules="en-00000000", model="none"),
    articles=(*ARTICLES[:2], FLAGGED, ARTICLES[3]),
    stories=(FERRIES, STRIKES),
    problems=(Problem(source="reports/scan.pdf", error="not a text that this program reads"),),
)
ONE = msgspec.structs.replace(SAMPLE, stories=(FERRIES,), articles=SAMPLE.articles[:3])
EMPTY = Dossier(generator=SAMPLE.generator)


def _entry(name: str, words: str, spans: tuple[Span, ...], when: When | None, precision: Any) -> Entry:
    """An entry of which every text is `words`."""
    return Entry(
        id=name,
        kind="event",
        text=words,
        when=when,
        precision=precision,
        status="held",
        rank=int(name[1:]),
        events=("e",),
        articles=("a", "b"),
        evidence=spans,
        why=words,
    )


def hostile(words: str) -> Dossier:
    """A story with `words` in every field that holds a text; its offsets are true, since the articles are made of them."""
    body = f"{words}\n{words} said {words}."
    one = Article(
        id="a",
        source=words,
        text=body,
        title=words,
        outlet=words,
        authors=(words,),
        sentences=((0, len(words)), (len(words) + 1, len(body))),
        published=When("2031-03-04", words, "stated", words),
        flags=(Flag("garbled", Span("a", 0, len(words), words), words),),
    )
    other = msgspec.structs.replace(one, id="b")
    spans = (Span("a", 0, len(words), words), Span("b", 0, len(words), words))
    said = Attribution((Voice(words, "named"), Voice(words, "anonymous")), spans[0])
    readings = tuple(
        Reading(
            id=f"r{n}",
            low=n,
            high=n + 5.0,
            hedge="range",
            text=words,
            as_of=on(f"2031-03-0{n}"),
            attribution=said,
            spans=spans,
            why=words,
        )
        for n in (1, 2)
    )
    story = Story(
        id="1",
        title=words,
        articles=("a", "b"),
        period=When("2031-03-04", words, "stated", words),
        actors=(
            Actor(
                id="p",
                name=words,
                kind="person",
                aliases=(Alias(text=words, count=1), Alias(text=words + "!", count=1)),
                roles=(ActorRole(text=words, evidence=spans),),
                mentions=spans,
                merges=(Merge(left=words, right=words, why=words),),
            ),
        ),
        figures=(Figure(id="f", measure=words, of=words, place=words, unit=words, readings=readings),),
        events=(
            Event(
                id="e",
                type="CONSULT",
                title=words,
                status="held",
                when=None,
                places=(words,),
                participants=(Participant(actor=None, text=words),),
                spans=spans,
            ),
        ),
        quotes=(
            Quote(
                id="q",
                speaker=None,
                speaker_text=words,
                kind="direct",
                text=words,
                cue=words,
                span=spans[0],
                sentence=spans[0],
                attribution=said,
                flags=(words,),
            ),
        ),
        positions=(
            Position(
                id="s",
                party=None,
                party_text=words,
                stance="demands",
                about=words,
                toward=words,
                terms=(Term("count", words, words),),
                attribution=said,
                spans=spans,
            ),
        ),
        sources=(Source(id="u", name=words, kind="named", articles=("a",), claims=1, same_as_why=words),),
        wording=(
            Wording(
                referent=words,
                terms=(
                    WordingTerm(text=words, count=1, articles=("a",)),
                    WordingTerm(text=words[:3], count=1, articles=("b",)),
                ),
            ),
        ),
        reuse=(Reuse(articles=("a", "b"), passages=(Passage(spans=spans),), kind="copy", why=words),),
        findings=(
            Finding(
                id="n", kind="conflict", about="f", why=words, readings=(Witness(id="f", article="a", span=spans[0]),)
            ),
            Finding(
                id="m", kind="agreement", about="f", why=words, readings=(Witness(id="f", article="a", span=spans[0]),)
            ),
        ),
        digest=(Line(text=words, evidence=spans),),
        timeline=(
            _entry("t1", words, spans, When("2031-03-04", words, "stated", words), "days"),
            _entry("t2", words, spans, on("2031-03-04"), "day"),
            _entry("t3", words, spans, None, "none"),
        ),
    )
    return Dossier(
        generator=Generator(version=words, rules=words, model=words),
        articles=(one, other),
        stories=(story,),
        problems=(Problem(source=words, error=words),),
    )


def large(articles: int = 460, figures: int = 400) -> Dossier:
    """One story of many reports."""
    text = "\n".join(
        f"Sentence number {n} says that {n + 3} people were hurt near the old harbour of the town, an officer said."
        for n in range(40)
    )
    many = [
        msgspec.structs.replace(article("a", text, title=f"Report {n}", outlet=f"Paper {n}"), id=f"n{n}")
        for n in range(articles)
    ]
    cuts = [
        one.cut(text.index(f"{n + 3} people"), text.index(f"{n + 3} people") + 8) for one in many for n in range(20)
    ]
    rows = tuple(
        Figure(
            id=f"f{n}",
            measure="injured",
            of=f"group {n}",
            readings=tuple(
                Reading(
                    id=f"r{n}-{k}",
                    low=k + 3,
                    high=k + 3,
                    hedge="exact",
                    text="x",
                    as_of=on(f"2031-03-{1 + k % 28:02}"),
                    attribution=None,
                    spans=tuple(cuts[(n * 7 + k) % 9000 :][:6]),
                )
                for k in range(6)
            ),
        )
        for n in range(figures)
    )
    events = tuple(
        Event(
            id=f"e{n}",
            type="CONSULT",
            title=f"Meeting {n}",
            status="held",
            when=on("2031-03-04"),
            spans=tuple(cuts[n : n + 5]),
            participants=(Participant(actor=None, text=f"Officer {n}"),),
        )
        for n in range(2000)
    )
    said = tuple(
        Quote(
            id=f"q{n}",
            speaker=None,
            speaker_text=f"Officer {n % 200}",
            kind="direct",
            text=cut.text,
            cue="said",
            span=cut,
            sentence=cut,
        )
        for n, cut in enumerate(cuts[:4000])
    )
    cast = tuple(
        Actor(id=f"p{n}", name=f"Officer {n}", kind="person", mentions=tuple(cuts[n : n + 40])) for n in range(800)
    )
    story = Story(
        id="1",
        title="A large story",
        articles=tuple(a.id for a in many),
        period=None,
        figures=rows,
        events=events,
        quotes=said,
        actors=cast,
    )
    story = msgspec.structs.replace(story, timeline=timeline(story, many))
    return Dossier(generator=SAMPLE.generator, articles=tuple(many), stories=(story,))
