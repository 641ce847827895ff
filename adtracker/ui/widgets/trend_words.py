"""What the trend charts show, in sentences: for those who cannot see them, and for everybody who asks."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from adtracker.domain.look_back import LookBack, week_to
from adtracker.domain.plot import Panel, TrendPlot, panel_facts
from adtracker.ui.widgets.day_words import span_words
from adtracker.ui.widgets.entry_words import Names, entry_sentence
from adtracker.ui.widgets.number_words import baseline_words, days, mean_words, value_words
from adtracker.ui.widgets.trend_panel import PanelWords

translate = QCoreApplication.translate


def panel_words(look: LookBack, panel: Panel, names: Names) -> PanelWords:
    """What is written at a panel."""
    name = names[panel.measure.key]
    return PanelWords(name["label"], name["scale"], _baseline(look, panel))


def day_sentence(look: LookBack, day: date, names: Names) -> str:
    """What was recorded on a day: "Thursday 19 November: worst itch 4, sleep quality 6, skin affected 12 %"."""
    return entry_sentence(day, look.today, look.days.get(day), names)


def chart_sentences(look: LookBack, plot: TrendPlot, names: Names) -> list[str]:
    """What the charts show, a paragraph each: the days they cover, then every panel."""
    covers = translate("trend_words", "The charts show {}.").format(span_words(plot.period))
    return [covers, *(_panel_sentences(look, plot, panel, names) for panel in plot.panels)]


def _panel_sentences(look: LookBack, plot: TrendPlot, panel: Panel, names: Names) -> str:
    name, measure, facts = names[panel.measure.key], panel.measure, panel_facts(panel)
    title = translate("trend_words", "{name}, {scale}:").format(name=name["label"], scale=name["scale"])
    if facts.lowest is None or facts.highest is None:
        return f"{title} {translate('trend_words', 'nothing is recorded.')}"
    range_ = translate("trend_words", "{days} recorded, from {lowest} to {highest}.").format(
        days=days(facts.recorded),
        lowest=value_words(facts.lowest, measure),
        highest=value_words(facts.highest, measure),
    )
    sentences = [f"{title} {range_}", _average(look, plot, panel)]
    if baseline := _baseline(look, panel):
        sentences.append(f"{baseline[:1].upper()}{baseline[1:]}.")
    return " ".join(sentences)


def _average(look: LookBack, plot: TrendPlot, panel: Panel) -> str:
    """The two ends of the line, with the numbers of the key-number cards, not those of the drawing."""
    known = [index for index, value in enumerate(panel.average) if value is not None]
    ends = [
        week_to(look, plot.period.first + timedelta(days=index)).of[panel.measure.key].mean
        for index in known[:1] + known[-1:]
    ]
    words = [mean_words(mean, panel.measure) for mean in ends if mean is not None]
    if len(words) < 2:
        return translate("trend_words", "There are too few days for an average.")
    return translate("trend_words", "The 7-day average goes from {first} to {last}.").format(
        first=words[0], last=words[1]
    )


def _baseline(look: LookBack, panel: Panel) -> str:
    if panel.baseline is None or look.baseline is None:
        return ""
    return baseline_words(panel.baseline, panel.measure, began_late=look.baseline.began_late)
