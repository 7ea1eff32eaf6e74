"""Fields: lines of text, a choice from a list, the search box; and those of `line_field`."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTextEdit,
    QWidget,
)

from logbook.i18n import translate
from logbook.ui import icons
from logbook.ui.style import color, font, look, px, set_role
from logbook.ui.tips import plain_tip
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import IconButton, Size
from logbook.ui.widgets.key_cap import KeyCap
from logbook.ui.widgets.line_field import PRIVATE_HINTS as PRIVATE_HINTS
from logbook.ui.widgets.line_field import Field as Field
from logbook.ui.widgets.line_field import LineEdit as LineEdit
from logbook.ui.widgets.line_field import PassphraseEdit as PassphraseEdit


class TextBox(QTextEdit):
    """Several lines of private text; `left_field` comes when the person goes on.

    Plain text in the whole: what is pasted loses its dress, and what is copied takes none along.
    Not a `QPlainTextEdit`, which can set its lines no further apart than the font has them.
    """

    left_field = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setInputMethodHints(PRIVATE_HINTS | Qt.InputMethodHint.ImhMultiLine)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setProperty("own_ring", True)
        set_role(self, "reading")
        self._start_anew()
        look().changed.connect(self._space_lines)

    def setPlainText(self, text: str) -> None:
        super().setPlainText(text)
        self._start_anew()

    def clear(self) -> None:
        super().clear()
        self._start_anew()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def _start_anew(self) -> None:
        """Space the lines of a text that was put in, which nobody can undo."""
        self._space_lines()
        self.setUndoRedoEnabled(False)
        self.setUndoRedoEnabled(True)

    def _space_lines(self) -> None:
        natural = QFontMetrics(font("reading")).lineSpacing()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            max(look().line_px("reading") - natural, 0),
            QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value,
        )
        held = self.blockSignals(True)  # the words are the same as before
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self.blockSignals(held)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left_field.emit()


class Select(QComboBox):
    """A choice from a short list."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("own_ring", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # A long answer must not make its pane wider; the open list shows it whole.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        set_role(self, "body")
        self._least_px = 0

    def fit_choices(self, least_px: int) -> None:
        """Be as wide as the longest choice, and no narrower than `least_px` at 100 %."""
        self._least_px = least_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._least_px:
            hint.setWidth(max(px(self._least_px), self.room_for_choices()))
        return hint

    def room_for_choices(self) -> int:
        """Return the width in which the longest choice is whole."""
        measure = self.fontMetrics().horizontalAdvance
        longest = max((measure(self.itemText(row)) for row in range(self.count())), default=0)
        return longest + _beside_words_px()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._label_itself()

    def _label_itself(self) -> None:
        """Have a label, seen or not: on Linux readers take the value of a choice for its name."""
        around = self.parentWidget()
        if around is None:
            return
        beside = Qt.FindChildOption.FindDirectChildrenOnly
        labels = around.findChildren(QLabel, options=beside)
        if not any(label.buddy() is self for label in labels):
            label = QLabel(self.accessibleName(), around)
            label.hide()
            label.setBuddy(self)

    def _room_px(self) -> int:
        return self.width() - _beside_words_px()

    def _is_cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.currentText()) > self._room_px()

    def show_names(self, names: QAbstractListModel) -> None:
        """Offer the rows of a list that may be very long: opened, it measures one of them."""
        self.setModel(names)
        view = self.view()
        if isinstance(view, QListView):
            view.setUniformItemSizes(True)
        self.setCurrentIndex(0)

    def event(self, event: QEvent) -> bool:
        """Show a choice that has no room as a tooltip."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(plain_tip(self.currentText()) if self._is_cut() else "")
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self._room_px()
        option.currentText = self.fontMetrics().elidedText(  # the style would cut it off
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        side = px(16)
        where = QRectF(self.width() - px(12) - side, (self.height() - side) / 2, side, side)
        where = paint.mirrored(self, where)
        ink = color("text-2" if self.isEnabled() else "text-disabled")
        painter.drawPixmap(where.topLeft().toPoint(), icons.pixmap("caret-down", ink, side))


def _beside_words_px() -> int:
    """Return what a choice leaves free beside its words, as the style sheet has it."""
    return px(11) + px(34) + px(6)


class SearchField(LineEdit):
    """The search box: an icon before, the key that reaches it or a clear button behind."""

    searched = Signal(str)

    def __init__(self, name: str, placeholder: str, *, key: str = "") -> None:
        super().__init__(name, placeholder)
        self._telling = True
        self._key = KeyCap(key, parent=self) if key else None
        self._clear = IconButton(
            "x", translate("Search", "Clear the search"), size=Size.SMALL, parent=self
        )
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._text_changed)
        look().changed.connect(self._place)
        self._place()

    def forget(self) -> None:
        """Empty it without a search, for a page or a file that is new."""
        self.remember("")

    def remember(self, words: str) -> None:
        """Show words without a search, for a page that shows already what has them."""
        self._telling = False
        self.setText(words)
        self._telling = True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = px(17)
        where = paint.mirrored(self, QRectF(px(12), (self.height() - side) / 2, side, side))
        painter.drawPixmap(
            where.topLeft().toPoint(), icons.pixmap("magnifying-glass", color("text-2"), side)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _text_changed(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        if self._key:
            self._key.setVisible(not words)
        if self._telling:
            self.searched.emit(words)

    def _place(self) -> None:
        right_px = px(62) if self._key else px(34)
        start, end = px(26), right_px - px(11)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(end if mirrored else start, 0, start if mirrored else end, 0)
        for part in (self._key, self._clear):
            if part is not None:
                part.adjustSize()
                box = QRectF(part.rect()).translated(
                    self.width() - part.width() - px(8 if part is self._clear else 11),
                    (self.height() - part.height()) / 2,
                )
                part.move(paint.mirrored(self, box).topLeft().toPoint())
