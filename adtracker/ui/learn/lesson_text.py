"""The running text of lessons on the screen: bold words, links to the glossary, small numbers of sources.

A label's markup is made here from runs, with every word escaped, so nothing that a lesson says is taken for markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QTextDocumentFragment
from PySide6.QtWidgets import QLabel

from adtracker.domain.lessons.text import Run, Style, Text
from adtracker.language import NO_BREAK
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.heard.spoken_parts import Part, SpokenParts

_STYLE = "line-height:122%; margin:0 0 4px 0"
_INDENT = -18  # Qt gives lists 40 px
_LINK = re.compile(r"<a [^>]*>(.*?)</a>")
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_FOLLOWED = Qt.TextInteractionFlag.TextBrowserInteraction


class LessonText(QLabel):
    """Text that can be marked and copied; `term_chosen` carries the words of a glossary link that was followed.

    Its links are there for a screen reader one by one. The keyboard stops only where there is a link to follow.
    """

    term_chosen = Signal(str)
    spoken_role = QAccessible.Role.Paragraph

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("kind", "reading")
        self.setWordWrap(True)
        self.setText(markup)
        self.setAccessibleName(QTextDocumentFragment.fromHtml(markup).toPlainText())
        self._links = [unescape(words) for words in _LINK.findall(markup)]
        self.spoken = SpokenParts(self, lambda: len(self._links), self._link)
        self.linkActivated.connect(self._on_link)
        self.setTextInteractionFlags(_FOLLOWED if self._links else Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._links else Qt.FocusPolicy.NoFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first link, or from below to the last, and have it read out."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB and not self.hasSelectedText():
            super().focusNextPrevChild(event.reason() is Qt.FocusReason.TabFocusReason)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Begin at the first link the next time."""
        super().focusOutEvent(event)
        if event.reason() in _BY_TAB:
            self.setSelection(0, 0)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go from link to link, then on."""
        stays = super().focusNextPrevChild(is_next)
        if self.hasFocus():
            self._tell()
        return stays

    def _tell(self) -> None:
        """The link that is marked is the one the keyboard is on; of two that read alike either says the same."""
        marked = self.selectedText()
        self.spoken.go_to(self._links.index(marked) if marked in self._links else None)
        self.spoken.tell()

    def _link(self, number: int) -> Part:
        return Part(self._links[number], self.rect(), role=QAccessible.Role.Link)

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
    return f'{NO_BREAK}<sup style="color:{theme.color("soft").name()}">{numbers}</sup>' if numbers else ""


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
