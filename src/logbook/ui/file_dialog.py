"""Qt's own file dialog in the dress of the program: its icons, sizes and room for long names."""

from __future__ import annotations

from PySide6.QtCore import QFileInfo, QSize
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QSplitter,
    QToolButton,
    QTreeView,
)

from logbook.i18n import translate
from logbook.ui import icons
from logbook.ui.style import color, px

_SIZE_PX = (860, 560)
_SIDE_PX, _MAIN_PX = 170, 650
_ICON_PX = 18
_KIND = 2  # the column
# The names that Qt gives its parts (qfiledialog.ui).
_BUTTONS = {
    "backButton": "arrow-left",
    "forwardButton": "arrow-right",
    "toParentButton": "arrow-up",
    "newFolderButton": "folder-plus",
    "listModeButton": "squares-four",
    "detailModeButton": "list",
}


class FileDialog(QFileDialog):
    """A file dialog that looks like the pages around it."""

    def dress(self) -> None:
        """Give every part its look; the stylesheet has the colours."""
        for label, words in (
            (QFileDialog.DialogLabel.LookIn, translate("Files", "Look in")),
            (QFileDialog.DialogLabel.FileName, translate("Files", "File name")),
            (QFileDialog.DialogLabel.FileType, translate("Files", "Show")),
        ):
            self.setLabelText(label, words)
        wanted = QSize(*(px(side) for side in _SIZE_PX))
        self.resize(wanted.boundedTo(self.screen().availableSize()))
        self._icons = _FileIcons()  # Qt does not keep it
        self.setIconProvider(self._icons)
        for part, name in _BUTTONS.items():
            button = self.findChild(QToolButton, part)
            if button is not None:
                button.setIcon(icons.icon(name, color("text-2"), px(_ICON_PX)))
                button.setIconSize(QSize(px(_ICON_PX), px(_ICON_PX)))
                button.setAutoRaise(True)
        box = self.findChild(QDialogButtonBox)
        for answer in box.buttons() if box is not None else ():
            answer.setIcon(QIcon())
        panes = self.findChild(QSplitter)
        if panes is not None:
            panes.setSizes([px(_SIDE_PX), px(_MAIN_PX)])
        details = self.findChild(QTreeView, "treeView")
        if details is not None:
            details.hideColumn(_KIND)  # the system's long words for what the name ends in
            head = details.header()
            head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


class _FileIcons(QAbstractFileIconProvider):
    """A folder is a folder and everything else a file: no file is opened for its picture."""

    def icon(self, what: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        kinds = QAbstractFileIconProvider.IconType
        if isinstance(what, QFileInfo):
            name = "folder-simple" if what.isDir() else "file"
        else:
            name = {kinds.File: "file", kinds.Computer: "desktop", kinds.Drive: "hard-drives"}.get(
                what, "folder-simple"
            )
        return icons.icon(name, color("text-2"), px(_ICON_PX))
