"""The part of the settings about the inbox: which folder it is, what waits there, and a look at it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from adtracker.inbox.looking import Look
from adtracker.language import tr, tr_count
from adtracker.ui.core.context import Context
from adtracker.ui.kit.basics import Card, button, label
from adtracker.ui.kit.fields.field import Field, selectable
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.save_dialog import documents


class InboxCard(Card):
    """`show_files` opens the list of the files."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.heading.setText(tr("Inbox"))
        self.heading.show()
        self._context = context
        words = tr(
            "A folder for sheets, lines of text, photos and exports from your phone or a stick. It is looked at when "
            "you come to this window, and never watched. Nothing goes into the diary by itself."
        )
        self.body.addWidget(label(words, "soft", wrap=True))
        self.folder = selectable("")
        self.body.addWidget(Field(tr("Folder"), self.folder))
        self.state = label("", "body", wrap=True)
        self.body.addWidget(self.state)
        self.files = button(tr("Look at the files…"))
        self.look = button(tr("Look now"))
        self.choose = button(tr("Choose a folder…"))
        self.forget = button(tr("No inbox"))
        row = FlowLayout()
        for made in (self.files, self.look, self.choose, self.forget):
            row.addWidget(made)
        self.body.addLayout(row)
        self.files.clicked.connect(context.events.open_inbox)
        self.look.clicked.connect(context.events.look_inbox)
        self.choose.clicked.connect(self._on_choose)
        self.forget.clicked.connect(self._on_forget)
        context.events.inbox_looked.connect(self._on_looked)

    def refresh(self) -> None:
        """Show which folder it is, and have it looked at."""
        folder = self._context.preferences.value.inbox
        self.folder.setText(folder or tr("None so far."))
        for made in (self.files, self.look, self.forget):
            made.setVisible(bool(folder))
        self.state.setText("")
        self.state.hide()
        if folder:
            self._context.events.look_inbox.emit()

    def _on_looked(self, look: Look) -> None:
        if str(look.folder) != self._context.preferences.value.inbox:
            return
        self.state.setText(self._said(look))
        self.state.show()

    def _said(self, look: Look) -> str:
        if look.trouble is not None:
            return self._context.texts.say(f"inbox.troubles.{look.trouble.value}")
        new, waiting = len(look.ready), len(look.items) - len(look.ready)
        words = tr_count("1 new file.", "{count} new files.", new)
        said = [words if new else tr("Nothing new.")]
        if waiting:
            words = tr_count("1 file waits or was taken before.", "{count} files wait or were taken before.", waiting)
            said.append(words)
        return " ".join(said)

    def _on_choose(self) -> None:
        before = self._context.preferences.value.inbox or str(documents())
        dialog = QFileDialog(self, tr("Folder of the inbox"), before)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_folder)
        dialog.open()

    def take_folder(self, folder: str) -> None:
        """Have this one from now on."""
        self._context.preferences.change(inbox=str(Path(folder)))
        self.refresh()

    def _on_forget(self) -> None:
        """The folder and what is in it stay as they are."""
        self._context.preferences.change(inbox="")
        self.refresh()
