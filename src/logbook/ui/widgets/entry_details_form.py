"""What can wait: title, place, exact words, effect, response, police report, private note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.models.entry_draft import EntryDraft
from logbook.ui.style import sized, spaced, wear_roles
from logbook.ui.widgets.choice import Segmented
from logbook.ui.widgets.field import Field, LineEdit, TextBox
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.wrap_button import WrapButton

_BOX_PX = 76
_NAMES = (
    *("title", "place", "exact_words", "effect", "response"),
    *("agency", "officer", "badge", "number", "outcome", "private_note"),
)


class DetailsForm(QWidget):
    """Folded away until asked for; opens by itself when it holds something.

    Its fields are made when they are first opened: most entries never need them.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = translate("NewEntry", "Place, police report, how it affected you")
        self.toggle = WrapButton(words, icon="caret-right")
        self.toggle.clicked.connect(self._flip)
        self._built: DetailsBody | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=0)
        self._column.addWidget(self.toggle)

    @property
    def body(self) -> DetailsBody:
        """The fields."""
        if self._built is None:
            self._built = DetailsBody()
            self._built.changed.connect(self.changed)
            self._built.hide()
            self._column.addWidget(self._built)
            wear_roles(self._built)
        return self._built

    def values(self) -> dict[str, str]:
        """Return the fields by the names that a draft has for them."""
        return dict.fromkeys(_NAMES, "") if self._built is None else self._built.values()

    def fill(self, draft: EntryDraft) -> None:
        """Show the fields of a draft."""
        holds = any(getattr(draft, name) for name in _NAMES)
        if holds or self._built is not None:
            self.body.fill(draft)
        self.open(shown=holds)

    def open(self, *, shown: bool) -> None:
        """Show the fields, or fold them away."""
        if shown or self._built is not None:
            self.body.setVisible(shown)
        self.toggle.set_icon("caret-down" if shown else "caret-right")
        self.toggle.setAccessibleDescription(
            translate("NewEntry", "Open") if shown else translate("NewEntry", "Closed")
        )

    def _flip(self) -> None:
        self.open(shown=self._built is None or not self._built.isVisibleTo(self))


class DetailsBody(QWidget):
    """The fields themselves."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, LineEdit] = {}
        self.boxes: dict[str, TextBox] = {}
        self._form = QVBoxLayout(self)
        spaced(self._form, margins=(0, 8, 0, 0), gap=12)
        self._add_line(
            "title",
            translate("NewEntry", "Title"),
            translate("NewEntry", "Without one, the first sentence is the title."),
        )
        self._add_line("place", translate("NewEntry", "Place"))
        self._add_box("exact_words", translate("NewEntry", "Exact words"))
        self._add_box("effect", translate("NewEntry", "How it affected you"))
        self._add_box("response", translate("NewEntry", "What you did"))
        self._form.addWidget(Text(translate("NewEntry", "Report to police or others"), "strong"))
        self._add_line("agency", translate("NewEntry", "Who you told"))
        self._add_line("officer", translate("NewEntry", "Officer's name"))
        self._add_line("badge", translate("NewEntry", "Badge"))
        self._add_line("number", translate("NewEntry", "Report number"))
        self._add_outcome()
        self._add_box(
            "private_note",
            translate("NewEntry", "Private note"),
            translate("NewEntry", "Stays in this book. No report and no copy can hold it."),
        )

    def values(self) -> dict[str, str]:
        """Return what stands in the fields."""
        found = {name: line.text() for name, line in self.lines.items()}
        found |= {name: box.toPlainText() for name, box in self.boxes.items()}
        return found | {"outcome": str(self.outcome.value())}

    def fill(self, draft: EntryDraft) -> None:
        """Show what a draft has for the fields."""
        for name, line in self.lines.items():
            line.setText(getattr(draft, name))
        for name, box in self.boxes.items():
            box.setPlainText(getattr(draft, name))
        self.outcome.choose(draft.outcome)

    def _add_outcome(self) -> None:
        self.outcome = Segmented(
            translate("NewEntry", "What came of it"),
            (
                ("", translate("NewEntry", "Not said")),
                ("reported", translate("NewEntry", "Taken")),
                ("refused", translate("NewEntry", "Refused")),
            ),
        )
        self.outcome.chosen.connect(self._edited)
        row = QHBoxLayout()
        row.addWidget(self.outcome)
        row.addStretch(1)
        self._form.addLayout(row)

    def _add_line(self, name: str, label: str, hint: str = "") -> None:
        line = LineEdit(label)
        line.textEdited.connect(self._edited)
        self.lines[name] = line
        self._form.addWidget(Field(label, line, hint=hint))

    def _add_box(self, name: str, label: str, hint: str = "") -> None:
        box = TextBox(label)
        sized(box, height=_BOX_PX)
        box.textChanged.connect(self._edited)
        self.boxes[name] = box
        self._form.addWidget(Field(label, box, hint=hint))

    def _edited(self, _value: object = None) -> None:
        self.changed.emit()
