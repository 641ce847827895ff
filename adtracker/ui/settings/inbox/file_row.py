"""One file that waits: its name, what there is to say of it, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.inbox.looking import State
from adtracker.language import isolated, tr
from adtracker.resources import Texts
from adtracker.ui.kit.basics import button, label
from adtracker.ui.settings.inbox.sorting import CAN_BE_TAKEN, Sorted, What


class FileRow(QWidget):
    """`open` brings it in, `aside` moves it to those that were taken without bringing it in."""

    def __init__(self, one: Sorted, texts: Texts, *, can_be_set_aside: bool) -> None:
        super().__init__()
        name, state = one.item.name, one.item.state
        self.name = label(isolated(name), "strong", wrap=True)
        self.about = label(_about(one, texts), "soft", wrap=True)
        self.open = button(tr("Open…"), name=tr("Open {file}", file=name))
        self.aside = button(tr("Set aside"), "link", name=tr("Set aside {file}", file=name))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.aside)
        row.addWidget(self.open)
        self.open.setVisible(one.what not in (None, What.PHOTO))
        self.aside.setVisible(can_be_set_aside and state in CAN_BE_TAKEN)


def _about(one: Sorted, texts: Texts) -> str:
    said = texts.say(f"inbox.states.{one.item.state.value}")
    if one.why_not is not None:
        return texts.error(one.why_not)
    if one.what is None:
        return said
    kind = texts.say(f"inbox.kinds.{one.what.value}")
    return kind if one.item.state is State.READY else f"{kind} {said}"
