"""What an id of the dossier stands for, in words."""

from __future__ import annotations

from ...model import Event, Figure, Position, Quote
from ...rules.phrases import capital, clean, clip, inside, measure, phrases, whom
from ..view import StoryView


def counted(story: StoryView, figure: Figure) -> str:
    """What a figure counts: "Killed, crew, in Port Amal (planned)"."""
    text = capital(measure(figure.measure))
    if whom(figure.of, figure.measure):
        text += f", {story.name(figure.of)}"
    if figure.place:
        text += f", in {story.name(figure.place)}"
    modality = phrases().modalities[figure.modality]
    return f"{text} ({modality})" if modality else text


def stance(story: StoryView, position: Position, width: int = 90) -> str:
    """Who wants what: "Demand, the union: a tenth more pay"."""
    party = story.called(position.party_text, position.party) or phrases().somebody
    return f"{capital(phrases().stood[position.stance].format(party=inside(party)))}: {clip(position.about, width)}"


def quoted(story: StoryView, quote: Quote, width: int = 160) -> str:
    """Who said what."""
    name = story.name(quote.speaker) if quote.speaker else story.called(clip(quote.speaker_text, 60), None)
    return capital(f"{name or phrases().speaker}: {clip(quote.text, width)}")


def subject(story: StoryView, about: str) -> str:
    """A figure, event, quote, position or actor by its id; empty for what is unknown."""
    item = story.items.get(about)
    if isinstance(item, Figure):
        return counted(story, item)
    if isinstance(item, Event):
        entry = story.entries.get(about)
        return capital(clip(entry.text if entry else item.title, 110))
    if isinstance(item, Quote):
        return quoted(story, item, 70)
    if isinstance(item, Position):
        return stance(story, item, 70)
    article = story.view.articles.get(about)
    return (
        f"[{story.view.numbers[about]}] {story.view.label(article)}" if article else clean(story.names.get(about, ""))
    )
