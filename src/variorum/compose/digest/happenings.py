"""What happened and what is planned: the timeline's weightiest entries, told by who met or in the words of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...model import Article, Backing, Entry, Event, Line, Span, Story, When
from ...model.dossier import Telling
from ...rules.phrases import capital, phrases, when
from ..timeline.words import words
from .lead import LONG, OLD, Stains, outlet, quoted, score, whole
from .words import days, evidence, moment, terms, told

MOST, PLANS = 4, 1
"""Lines of what happened, and more of what is planned."""
ALIKE = 0.5
"""Share of a sentence's words from which on it says what another line says."""
MEETING = "CONSULT"
CROWD = 6
"""Reports from which on one report alone does not make an event the story's."""
ONCE = 2
"""Events that one report of several tells, where no time is too vague and none lies far back."""
BEFORE = 60
"""Days before the first report from which on an event is what led to the story, not the story."""
NEAR = 2
"""Days apart that times told of one event may lie."""
COMING = ("planned",)


def happenings(story: Story, articles: Sequence[Article], first: Sequence[Line]) -> list[Line]:
    """The entries that matter most, each told once, and then a plan if there is none among them. `first` is what the digest
    opens with."""
    teller = _Teller(story, articles, first)
    entries = sorted((e for e in story.timeline if e.kind == "event" and e.events), key=lambda e: e.rank)
    recent = [e for e in entries if not _past(e, story.period)]
    often = [e for e in recent if len(e.articles) > 1]
    once = [e for e in recent if len(e.articles) == 1 and (e.precision in ("day", "days") or len(articles) == 1)]
    done = teller.lines([e for e in often if e.status not in COMING], MOST)
    if len(articles) < CROWD:
        done += teller.lines([e for e in once if e.status not in COMING], min(ONCE, MOST - len(done)))
    return [*done, *teller.lines([e for e in recent if e.status in COMING], PLANS)]


def _elsewhen(told: When | None, when: When | None) -> bool:
    """Whether a time told is another one; a day or two apart may be one night, or how a report counts."""
    return days(told, when) > NEAR or days(when, told) > NEAR


def _past(entry: Entry, period: When | None) -> bool:
    """Whether it ended long before the first report, or all that is known of it is a year."""
    return entry.precision == "period" or days(entry.when, period) > BEFORE


class _Teller:
    """Puts entries into sentences, none of which says what an earlier one said."""

    def __init__(self, story: Story, articles: Sequence[Article], first: Sequence[Line]) -> None:
        self.story = story
        self.articles = {a.id: a for a in articles}
        self.events = {e.id: e for e in story.events}
        self.stains = Stains(story)
        self.said = [terms(line.text) for line in first]

    def lines(self, entries: Sequence[Entry], most: int) -> list[Line]:
        out: list[Line] = []
        for entry in entries:
            line = self.line(entry) if len(out) < most else None
            if line is not None:
                out.append(line)
        return out

    def line(self, entry: Entry) -> Line | None:
        """The entry as a meeting, or as the sentence of a report that stands best for all that tell it."""
        events = [self.events[i] for i in entry.events if i in self.events]
        if _met(events, entry):
            self.said.append(terms(entry.text))
            return Line(text=self._framed(entry, entry.text, ""), evidence=evidence(entry.evidence))
        best = self._best(entry, events)
        if best is None:
            return None
        self.said.append(terms(best.text))
        text = self._framed(entry, quoted(best), outlet(self.articles[best.article]))
        return Line(
            text=text, evidence=evidence((*(s for s in entry.evidence if s.article == best.article), *entry.evidence))
        )

    def _best(self, entry: Entry, events: Sequence[Event]) -> Span | None:
        tellings = [t for e in events for t in e.tellings if not _elsewhen(t.when, entry.when)]
        places = {(t.sentence.article, t.sentence.start): t for t in tellings}.values()
        cuts = [cut for t in places if (cut := self._sentence(t))]
        shared = Counter(word for cut in cuts for word in terms(cut.text))
        fit = [s for s in cuts if whole(s.text) and not self.stains.unfit(s)]
        best = min(fit, key=lambda s: (-self._score(s, shared), len(s.text), s.text, s.article), default=None)
        return None if best is None or self._told(best.text) else best

    def _score(self, sentence: Span, shared: Counter[str]) -> float:
        return score(sentence.text, shared) * (OLD if self.stains.old(sentence) else 1.0)

    def _sentence(self, one: Telling) -> Span | None:
        article = self.articles.get(one.sentence.article)
        return article.cut(one.sentence.start, one.sentence.end) if article else None

    def _told(self, text: str) -> bool:
        words = terms(text)
        return any(len(words & said) > ALIKE * min(len(words), len(said)) for said in self.said)

    def _framed(self, entry: Entry, text: str, source: str) -> str:
        """The sentence with its day, how far the event has come, whose words they are and how many reports tell it."""
        said, day, found = phrases(), self._when(entry), told(entry.evidence, self._backings(entry))
        head = said.states.get(entry.status, "")
        if head and day:
            head = said.digest[
                "planned" if entry.status in COMING and not day.startswith(said.digest["reported"][:4]) else "state"
            ].format(state=head, day=day)
        if source and len(entry.articles) < 2:
            found, source = source, ""
        text = said.digest["event"].format(
            head=f"{capital(head or day)}: " if head or day else "",
            text=text,
            outlet=f"{source}; " if source else "",
            reports=found,
        )
        return capital(text)

    def _backings(self, entry: Entry) -> list[Backing | None]:
        """What its events rest on; nothing where other places tell of it as well."""
        events = [self.events[i] for i in entry.events if i in self.events]
        known = {s.article for one in events for s in one.spans}
        return [one.backing for one in events] if known >= {s.article for s in entry.evidence} else []

    def _when(self, entry: Entry) -> str:
        """The day of the event; where no report gives a time, that of the reports; nothing where neither is known."""
        day = "" if entry.precision in ("between", "none") else moment(entry.when, self.story.period)
        events = [self.events[i] for i in entry.events if i in self.events]
        timed = any(t.when for e in events for t in e.tellings) or (entry.when and entry.when.basis != "inferred")
        return day if timed or not day else phrases().digest["reported"].format(day=when(entry.when))


def _met(events: Sequence[Event], entry: Entry) -> bool:
    """Whether the entry's text says who met: a meeting of two who are known."""
    many = [
        e for e in events if e.type == MEETING and len({p.actor for p in e.participants if p.actor} - {*e.places}) > 1
    ]
    return any(e.mode in words().meetings for e in many) and len(entry.text) <= LONG
