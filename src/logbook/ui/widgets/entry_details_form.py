"""What can wait: title, place, exact words, effect, response, police report, private note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.models.entry_draft import EntryDraft
from logbook.ui.style import sized, spaced
from logbook.ui.widgets.choice import Segmented
from logbook.ui.widgets.field import Field, LineEdit, TextBox
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.wrap_button import WrapButton

_BOX_PX = 76


class DetailsForm(QWidget):
    """Folded away until asked for; opens by itself when it holds something."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = translate("NewEntry", "Place, police report, how it affected you")
        self.toggle = WrapButton(words, icon="caret-right")
        self.toggle.clicked.connect(self._flip)
        self._body = QWidget()
        self._body.hide()
        form = QVBoxLayout(self._body)
        spaced(form, margins=(0, 8, 0, 0), gap=12)
        self._lines: dict[str, LineEdit] = {}
        self._boxes: dict[str, TextBox] = {}
        self._add_line(
            form,
            "title",
            translate("NewEntry", "Title"),
            translate("NewEntry", "Without one, the first sentence is the title."),
        )
        self._add_line(form, "place", translate("NewEntry", "Place"))
        self._add_box(form, "exact_words", translate("NewEntry", "Exact words"))
        self._add_box(form, "effect", translate("NewEntry", "How it affected you"))
        self._add_box(form, "response", translate("NewEntry", "What you did"))
        form.addWidget(Text(translate("NewEntry", "Report to police or others"), "strong"))
        self._add_line(form, "agency", translate("NewEntry", "Who you told"))
        self._add_line(form, "officer", translate("NewEntry", "Officer's name"))
        self._add_line(form, "badge", translate("NewEntry", "Badge"))
        self._add_line(form, "number", translate("NewEntry", "Report number"))
        self.outcome = Segmented(
            translate("NewEntry", "What came of it"),
            (
                ("", translate("NewEntry", "Not said")),
                ("reported", translate("NewEntry", "Taken")),
                ("refused", translate("NewEntry", "Refused")),
            ),
        )
        row = QHBoxLayout()
        row.addWidget(self.outcome)
        row.addStretch(1)
        form.addLayout(row)
        self._add_box(
            form,
            "private_note",
            translate("NewEntry", "Private note"),
            translate("NewEntry", "Stays in this book. No report and no copy can hold it."),
        )
        self.outcome.chosen.connect(self._edited)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(self.toggle)
        column.addWidget(self._body)

    def values(self) -> dict[str, str]:
        """Return the fields by the names that a draft has for them."""
        found = {name: line.text() for name, line in self._lines.items()}
        found |= {name: box.toPlainText() for name, box in self._boxes.items()}
        return found | {"outcome": str(self.outcome.value())}

    def fill(self, draft: EntryDraft) -> None:
        """Show the fields of a draft."""
        for name, line in self._lines.items():
            line.setText(getattr(draft, name))
        for name, box in self._boxes.items():
            box.setPlainText(getattr(draft, name))
        self.outcome.choose(draft.outcome)
        self._open(shown=any(self.values().values()))

    def _add_line(self, form: QVBoxLayout, name: str, label: str, hint: str = "") -> None:
        line = LineEdit(label)
        line.textEdited.connect(self._edited)
        self._lines[name] = line
        form.addWidget(Field(label, line, hint=hint))

    def _add_box(self, form: QVBoxLayout, name: str, label: str, hint: str = "") -> None:
        box = TextBox(label)
        sized(box, height=_BOX_PX)
        box.textChanged.connect(self._edited)
        self._boxes[name] = box
        form.addWidget(Field(label, box, hint=hint))

    def _edited(self, _value: object = None) -> None:
        self.changed.emit()

    def _flip(self) -> None:
        self._open(shown=not self._body.isVisibleTo(self))

    def _open(self, *, shown: bool) -> None:
        self._body.setVisible(shown)
        self.toggle.set_icon("caret-down" if shown else "caret-right")
        self.toggle.setAccessibleDescription(
            translate("NewEntry", "Open") if shown else translate("NewEntry", "Closed")
        )
