"""What stands in the window of a form: fields that can be read and filled by name, whatever the form asks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.draft import Content
from adtracker.ui.kit.fields.inputs import hand_of


class FormBody(QWidget):
    """`touched` comes when what stands in a field changes, letter by letter, once `listen` was called."""

    touched = Signal()

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """Every field of the form by a name of its own, in the order in which they are filled."""
        raise NotImplementedError

    @property
    def content(self) -> Content:
        """What stands in the fields, finished or not."""
        return {name: hand_of(field).read(field) for name, field in self.inputs.items()}

    def fill(self, content: Content) -> None:
        """Write into the fields as a person does, so that what depends on an answer follows; others stay."""
        for name, field in self.inputs.items():
            hand = hand_of(field)
            if name in content and field.isEnabled() and content[name] != hand.read(field):
                hand.write(field, content[name])

    def listen(self) -> None:
        """Tell of every change from now on."""
        for field in self.inputs.values():
            hand_of(field).changed(field).connect(self._on_changed)

    def take_focus(self) -> None:
        """Put the keyboard into the first field that takes it."""
        for field in self.inputs.values():
            if field.isEnabled() and field.isVisible() and field.focusPolicy() & Qt.FocusPolicy.TabFocus:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _on_changed(self) -> None:
        self.touched.emit()
