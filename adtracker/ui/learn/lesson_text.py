"""The running text of lessons on the screen: bold words, links to the glossary, small numbers of sources.

A label's markup is made here from runs, with every word escaped, so nothing that a lesson says is taken for markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QLabel

from adtracker.domain.lessons.text import Run, Style, Text
from adtracker.ui.core.theme import Theme

_STYLE = "line-height:122%; margin:0 0 4px 0"
_INDENT = -18  # Qt gives lists 40 px


class LessonText(QLabel):
    """Text that can be marked and copied; `term_chosen` carries the words of a glossary link that was followed."""

    term_chosen = Signal(str)

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("kind", "reading")
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setText(markup)
        self.linkActivated.connect(self._on_link)

    def _on_link(self, address: str) -> None:
        self.term_chosen.emit(QUrl.fromPercentEncoding(address.encode()))


def paragraph(theme: Theme, text: Text, sources: Sequence[int] = ()) -> str:
    """The markup of a paragraph, with the numbers of its sources."""
    return f'<p style="{_STYLE}">{_words(theme, text)}{_cited(theme, sources)}</p>'


def points(theme: Theme, items: Sequence[Text], sources: Sequence[int] = (), *, numbered: bool = False) -> str:
    """The markup of a list; the numbers of its sources stand after the last point."""
    kind = "ol" if numbered else "ul"
    lines = [_words(theme, item) for item in items]
    lines[-1] += _cited(theme, sources)
    inside = "".join(f'<li style="{_STYLE}">{line}</li>' for line in lines)
    return f'<{kind} style="margin:0 0 0 {_INDENT}px">{inside}</{kind}>'


def _cited(theme: Theme, sources: Sequence[int]) -> str:
    numbers = ", ".join(map(str, sources))
    return f' <sup style="color:{theme.color("soft").name()}">{numbers}</sup>' if numbers else ""


def _words(theme: Theme, text: Text) -> str:
    return "".join(_run(theme, run) for run in text)


def _run(theme: Theme, run: Run) -> str:
    words = escape(run.text)
    if run.style is Style.BOLD:
        return f"<b>{words}</b>"
    if run.style is Style.TERM:
        return f'<a href="{_address(run.text)}" style="color:{theme.color("accent").name()}">{words}</a>'
    return words


def _address(term: str) -> str:
    return QUrl.toPercentEncoding(term).toStdString()
