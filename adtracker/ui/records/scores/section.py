"""Scores and questionnaires as a part of a day: what the open day has of them, what is due, and the way to all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition, is_due
from adtracker.domain.scores.response import Response
from adtracker.language import tr
from adtracker.resources import scales
from adtracker.ui.records.day_section import DaySection, ShownDay, Use, use

if TYPE_CHECKING:
    from adtracker.domain.scores.score_reading import Reading
    from adtracker.ui.records.scores.card import ScoreCard
    from adtracker.ui.records.scores.dialogs import ScoreDialogs


class ScoreDesk(DaySection):
    """Unfolded on a day that has any, and today while a questionnaire is due."""

    key = "scores"
    records = (ClinicScore, Response, Definition)
    _shown: ShownDay | None = None
    _forms: Sequence[Definition] = ()
    _scores: Sequence[ClinicScore] = ()
    _filled: Sequence[Response] = ()

    @property
    def title(self) -> str:
        """What the button says that unfolds it."""
        return tr("Score")

    @property
    def spoken_title(self) -> str:
        """What a screen reader says of that button."""
        return tr("Score or questionnaire")

    @cached_property
    def card(self) -> ScoreCard:
        """Those of the day."""
        from adtracker.ui.records.scores.card import ScoreCard  # noqa: PLC0415 -- not where there are none

        made = ScoreCard()
        made.opened.connect(self._on_opened)
        made.fill_wanted.connect(self._on_fill)
        made.score_wanted.connect(self._on_score)
        made.file_wanted.connect(self._on_file)
        made.all_wanted.connect(self._on_all)
        return made

    @cached_property
    def dialogs(self) -> ScoreDialogs:
        """Where scores are added and questionnaires filled in."""
        from adtracker.ui.records.scores.dialogs import ScoreDialogs  # noqa: PLC0415 -- not for every start

        return ScoreDialogs(self._context, self._page)

    def read(self, shown: ShownDay) -> None:
        """Read what the diary has of them."""
        journal = self._context.journal
        found = self._context.read(lambda: (journal.forms(), journal.scores(), journal.filled_forms()))
        if found is not None:
            self._shown, (self._forms, self._scores, self._filled) = shown, found

    def look(self, shown: ShownDay) -> Use:
        """A day that has any unfolds the card, and today what is due."""
        days = {one.day for one in self._scores} | {one.day for one in self._filled}
        return use(now=shown.day in days, lately=shown.day == shown.today and self._is_any_due(shown.today))

    def fill(self) -> None:
        """Show it; what scores are called and read on is loaded where there is one."""
        if self._shown is None:
            return
        day = self._shown.day
        scores = [one for one in self._scores if one.day == day]
        filled = [one for one in self._filled if one.day == day]
        forms = [form for form in self._forms if not form.hidden]
        self.card.show_readings(self._readings(scores, filled), any_at_all=bool(self._scores or self._filled or forms))
        self.card.show_forms([(form, self._due(form)) for form in forms], self._shown.today)

    def _readings(self, scores: Sequence[ClinicScore], filled: Sequence[Response]) -> Sequence[Reading]:
        if not scores and not filled:
            return ()
        from adtracker.domain.scores.score_reading import readings  # noqa: PLC0415 -- not where there are none

        return readings(scores, filled, self._forms, scales())

    def _due(self, form: Definition) -> date | None:
        return form.due_day(self._filled, self._context.today())

    def _is_any_due(self, today: date) -> bool:
        return any(is_due(self._due(form), today) for form in self._forms)

    @property
    def _day(self) -> date:
        """For what begins now, so whether a new day has come is asked first."""
        today = self._context.gate.today()
        return today if self._shown is None else self._shown.day

    def _on_opened(self, record: ClinicScore | Response) -> None:
        self.dialogs.show(record)

    def _on_fill(self, form: Definition) -> None:
        self.dialogs.fill_in(form, self._day)

    def _on_score(self) -> None:
        self.dialogs.add_score(self._day)

    def _on_file(self) -> None:
        self.dialogs.choose_file()

    def _on_all(self) -> None:
        self.dialogs.show_all()
