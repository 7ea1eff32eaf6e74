"""A line to type in, a passphrase, and the field around a control: label, hint, problem.

Apart from the other fields, because the lock screen needs these and must be up at once.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui import icons
from logbook.ui.announce import announce
from logbook.ui.style import color, px, set_role, set_variant, sized, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import IconButton, Variant
from logbook.ui.widgets.text import Text

# Input methods and on-screen keyboards must not learn a person's words (research: features.md 28).
PRIVATE_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class LineEdit(QLineEdit):
    """One line of private text; `left_field` comes when the person goes on, for checks."""

    left_field = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setInputMethodHints(PRIVATE_HINTS)
        self.setDragEnabled(False)  # words do not leave by an accident of the mouse
        self.setProperty("own_ring", True)
        set_role(self, "body")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left_field.emit()


class PassphraseEdit(QWidget):
    """A passphrase field with a button that shows it, and a note when Caps Lock seems on."""

    changed = Signal()
    submitted = Signal()
    caps_lock = Signal(bool)

    def __init__(self, name: str, *, with_show: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = LineEdit(name)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            PRIVATE_HINTS | Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.edit.textChanged.connect(self._text_changed)
        self.edit.returnPressed.connect(self.submitted)
        self.edit.installEventFilter(self)
        self.show_button = IconButton(
            "eye", translate("Passphrase", "Show the passphrase"), Variant.SECONDARY
        )
        self.show_button.setCheckable(False)
        sized(self.show_button, width=39, height=39)
        self.show_button.clicked.connect(self._toggle)
        if not with_show:
            self.show_button.hide()
        row = QHBoxLayout(self)
        spaced(row, gap=8)
        row.addWidget(self.edit)
        row.addWidget(self.show_button)
        self.setFocusProxy(self.edit)

    def take(self) -> bytearray:
        """Return what was typed as bytes that can be wiped."""
        return bytearray(self.edit.text().encode("utf-8", "surrogatepass"))

    def clear(self) -> None:
        """Forget what was typed, its undo history too, and hide the next one."""
        self.edit.clear()
        self.show_text(shown=False)

    @property
    def empty(self) -> bool:
        """True when nothing is typed."""
        return not self.edit.text()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent):
            self._watch_caps(event)
        return False

    def _watch_caps(self, event: QKeyEvent) -> None:
        """Guess Caps Lock from a typed letter; Qt has no way to ask for it on every system."""
        typed = event.text()
        if event.type() != QEvent.Type.KeyPress or len(typed) != 1:
            return
        if typed.upper() != typed.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit((typed == typed.upper()) != shift)

    def _text_changed(self) -> None:
        self.changed.emit()

    def _toggle(self) -> None:
        self.show_text(shown=self.edit.echoMode() == QLineEdit.EchoMode.Password)

    def show_text(self, *, shown: bool) -> None:
        """Show or hide what is typed."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self.show_button.set_icon("eye-slash" if shown else "eye")
        self.show_button.set_name(
            translate("Passphrase", "Hide the passphrase")
            if shown
            else translate("Passphrase", "Show the passphrase")
        )


class Field(QWidget):
    """A control with its label above and a hint or a problem below."""

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        hint: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.label = Text(label, "label")
        self.label.setBuddy(control.focusProxy() or control)
        self._hint = Text(hint, "caption", "text-3", wrap=True)
        if not hint:
            self._hint.hide()
        self._problem = _Problem()
        self._problem.hide()
        head = QHBoxLayout()
        spaced(head, gap=6)
        head.addWidget(self.label)
        if optional:
            head.addWidget(Text(translate("Field", "optional"), "caption", "text-3"))
        head.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, gap=5)
        column.addLayout(head)
        column.addWidget(control)
        column.addWidget(self._hint)
        column.addWidget(self._problem)

    def set_hint(self, hint: str) -> None:
        """Show other help below the field."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and not self._problem.isVisibleTo(self))

    def set_problem(self, problem: str) -> None:
        """Say what to do about the field, or nothing."""
        set_variant(self._edge(), "problem", bool(problem))
        self._problem.set_words(problem)
        self._problem.setVisible(bool(problem))
        self._hint.setVisible(bool(self._hint.text()) and not problem)
        edge = self._edge()
        if problem and problem != edge.accessibleDescription() and self.isVisible():
            announce(edge, problem, urgent=True)  # the focus may stay where it is
        edge.setAccessibleDescription(problem or self._hint.text())

    def _edge(self) -> QWidget:
        return self.control.focusProxy() or self.control


class _Problem(QWidget):
    """An icon and a sentence in red that says what to do."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Text("", "small", "danger", wrap=True)
        row = QHBoxLayout(self)
        spaced(row, margins=(22, 0, 0, 0), gap=0)
        row.addWidget(self._text)

    def set_words(self, words: str) -> None:
        self._text.setText(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = px(16)
        where = paint.mirrored(self, QRectF(0, px(1), side, side))
        place = QPoint(int(where.x()), int(where.y()))
        painter.drawPixmap(place, icons.pixmap("warning-circle", color("danger"), side))
