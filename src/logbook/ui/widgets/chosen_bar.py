"""The foot of a thread: how many messages are chosen, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from logbook.domain.entry import Kind
from logbook.i18n import translate
from logbook.ui.style import icon, spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.surface import Line
from logbook.ui.widgets.text import Text


class ChosenBar(QWidget):
    """Acts on the ticked messages, or on the one that is shown when none is ticked."""

    make_pressed = Signal()
    add_pressed = Signal()
    kind_chosen = Signal(object)  # Kind
    clear_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Text("", "label", elide=True)
        self.clear = Button(translate("Messages", "Choose none"), Variant.LINK, size=Size.SMALL)
        self.clear.clicked.connect(self.clear_pressed)
        self.make = Button(translate("Messages", "Make an entry"), icon="plus", size=Size.SMALL)
        self.make.clicked.connect(self.make_pressed)
        self.add = Button(translate("Messages", "Add to an entry"), size=Size.SMALL)
        self.add.clicked.connect(self.add_pressed)
        self.kind = Button(translate("Messages", "Mark as"), trailing="caret-down", size=Size.SMALL)
        self.kind.setToolTip(translate("Messages", "Say what kind of thing the messages are"))
        self.kind.clicked.connect(self._open_kinds)
        self.kinds = QMenu(self)
        for one, name in ICONS.items():
            act = self.kinds.addAction(icon(name), kind_name(one))
            act.setData(one.value)
        self.kinds.addSeparator()
        self.kinds.addAction(translate("Messages", "No kind")).setData("")
        self.kinds.triggered.connect(self._kind_chosen)
        head = QHBoxLayout()
        spaced(head, gap=10)
        head.addWidget(self._count, 1)
        head.addWidget(self.clear)
        acts = ChipFlow(gap=8)
        for part in (self.make, self.add, self.kind):
            acts.add(part)
        inside = QVBoxLayout()
        spaced(inside, margins=(22, 8, 20, 10), gap=6)
        inside.addLayout(head)
        inside.addWidget(acts)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(Line())
        column.addLayout(inside)
        self.say(0, can_act=False)

    def say(self, ticked: int, *, can_act: bool) -> None:
        """Say how many are ticked; `can_act`: there is one to act on at least."""
        words = translate("Messages", "Tick messages that belong together.")
        if ticked:
            words = translate("Messages", "%n message chosen|%n messages chosen", "", ticked)
        self._count.setText(words)
        self.clear.setVisible(bool(ticked))
        for part in (self.make, self.add, self.kind):
            part.setEnabled(can_act)

    def count_words(self) -> str:
        """Return what is said of the ticked messages."""
        return self._count.text()

    def _open_kinds(self) -> None:
        """Open the menu above its button; it closes by itself with everything that hides."""
        corner = self.kind.mapToGlobal(QPoint(0, 0))
        self.kinds.popup(corner - QPoint(0, self.kinds.sizeHint().height()))

    def _kind_chosen(self, act: QAction) -> None:
        self.kind_chosen.emit(Kind(str(act.data())))
