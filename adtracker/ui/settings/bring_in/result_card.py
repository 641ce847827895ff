"""What would become of a file: how many days are new, completed, the same or differ, and whose answer stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.parts import parts_of
from adtracker.exchange.import_result import Refused
from adtracker.exchange.merge import Conflict, Met
from adtracker.language import tr, tr_count
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, button, clear_layout, keep_end_free, label, rule
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.room.pairs import Pairs
from adtracker.ui.settings.bring_in.bringing import Preview
from adtracker.ui.settings.bring_in.own_words import OwnWords
from adtracker.ui.settings.bring_in.words import value_of
from adtracker.ui.words.number_words import written_number

MINE, THEIRS = "mine", "theirs"
_MOST = 30
_MOST_REFUSED = 5
_SPACING = 4
_NAME_WIDTH = 215


class ResultCard(Card):
    """`chosen` carries the conflicts in which the file's answer is to stand."""

    chosen = Signal(object)

    def __init__(self, texts: Texts, own: OwnWords) -> None:
        super().__init__()
        self._texts, self._own = texts, own
        self.theirs: set[Conflict] = set()
        self.rows: dict[Conflict, Chips] = {}
        self.counts = FlowLayout()
        self.body.addLayout(self.counts)
        self.about = label("", "small", wrap=True)
        self.body.addWidget(self.about)
        self._build_head()
        self.lines = Pairs(_NAME_WIDTH, _SPACING)
        self.body.addLayout(self.lines)
        self.more = label("", "small", wrap=True)
        self.body.addWidget(self.more)
        self.refused = label("", "caution", wrap=True)
        self.body.addWidget(self.refused)
        self.body.addStretch(1)

    def _build_head(self) -> None:
        self.head = QWidget()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(tr("Where they differ"), "strong"), 1)
        self.all_mine = button(tr("All mine"), "link")
        self.all_theirs = button(tr("All theirs"), "link")
        row.addWidget(self.all_mine)
        row.addWidget(self.all_theirs)
        self.body.addWidget(self.head)
        self.all_mine.clicked.connect(partial(self._on_all, MINE))
        self.all_theirs.clicked.connect(partial(self._on_all, THEIRS))

    def show_preview(self, preview: Preview) -> None:
        """Show what would become of it; choices that were made for the same conflicts stay."""
        self._conflicts = preview.conflicts
        self.theirs &= set(self._conflicts)
        self._show_counts(preview)
        clear_layout(self.lines)
        self.rows = {}
        met = {(kind, identity): one for kind, identity, one in preview.plan.differing}
        for conflict in self._conflicts[:_MOST]:
            self._add_row(conflict, met[conflict[0], conflict[1]])
        self.head.setVisible(bool(self._conflicts))
        left = len(self._conflicts) - _MOST
        self.more.setText(tr("{count} more differ; the two links above choose for all.", count=left))
        self.more.setVisible(left > 0)
        self._show_refused(preview.parsed.refused, preview.parsed.refused_count)

    def _show_counts(self, preview: Preview) -> None:
        clear_layout(self.counts)
        days = preview.plan.days
        facts = [
            (len(days.new), tr("days new"), "own"),
            (len(days.completed), tr("completed"), "own"),
            (len(days.same), tr("the same"), "number"),
            (len(days.different), tr("differ"), "differs"),
        ]
        for count, words, kind in facts:
            box = QWidget()
            box.setAccessibleName(f"{count} {words}")
            lines = QVBoxLayout(box)
            keep_end_free(lines, 24)
            lines.setSpacing(0)
            lines.addWidget(label(written_number(count, 0), kind if count else "number"))
            lines.addWidget(label(words, "body" if count else "soft"))
            self.counts.addWidget(box)
        others = preview.plan.others
        said = [tr("Completed: only empty answers are filled; nothing else is touched.")]
        if others:
            other = tr_count(
                "Beside days 1 other entry is new, such as a question.",
                "Beside days {count} other entries are new, such as questions.",
                others,
            )
            said.append(other)
        if preview.parsed.several_days:
            several = preview.parsed.several_days
            said.append(tr("Of {count} days more than one row tells; each stands once.", count=several))
        if sheet := preview.parsed.left_sheet:
            said.append(tr("The sheet “{sheet}” stays out: JSON and CSV bring scores back.", sheet=sheet))
        self.about.setText(" ".join(said))

    def _answer(self, part: Part, value: object) -> str:
        return value_of(self._own.answer(part, value), self._texts)

    def _add_row(self, conflict: Conflict, met: Met) -> None:
        part, record = conflict[-1], met.change.before
        assert record is not None, "the diary has it"
        name = ", ".join(filter(None, (self._own.record(record), self._own.called(part, self._texts))))
        mine, theirs = parts_of(record, apart=True).get(part), met.said[part]
        choices = [
            (MINE, tr("mine: {value}", value=self._answer(part, mine))),
            (THEIRS, tr("theirs: {value}", value=self._answer(part, theirs))),
        ]
        chips = Chips(name, choices)
        chips.choose(THEIRS if conflict in self.theirs else MINE)
        chips.chosen.connect(partial(self._on_chosen, conflict))
        self.rows[conflict] = chips
        self.lines.addWidget(rule())
        self.lines.add(label(name, wrap=True), chips)

    def _on_chosen(self, conflict: Conflict, key: str) -> None:
        (self.theirs.add if key == THEIRS else self.theirs.discard)(conflict)
        self.chosen.emit(set(self.theirs))

    def _on_all(self, key: str) -> None:
        self.theirs = set(self._conflicts) if key == THEIRS else set()
        for chips in self.rows.values():
            chips.choose(key)
        self.chosen.emit(set(self.theirs))

    def _show_refused(self, refused: Sequence[Refused], count: int) -> None:
        """Which rows cannot be taken, and why: they are shown, never dropped without a word."""
        lines = [tr_count("1 row cannot be taken:", "{count} rows cannot be taken:", count)]
        for row in refused[:_MOST_REFUSED]:
            where = row.place.path or tr("Row {line}", line=row.place.line)
            problem = row.problems[0]
            said = self._texts.problem(problem)
            if problem.field:
                said = tr("{name}: {value}", name=problem.field, value=said)
            lines.append(tr("{name}: {value}", name=where, value=said))
        self.refused.setText("\n".join(lines))
        self.refused.setVisible(bool(count))
