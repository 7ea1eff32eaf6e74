"""Step 2: the passphrase, with a suggestion made here, and where the book is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from logbook.i18n import translate
from logbook.ui import files, opening, places
from logbook.ui.jobs import Jobs
from logbook.ui.setup.step import Step
from logbook.ui.style import add_gap, color, look, px, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Size
from logbook.ui.widgets.chip import Tone
from logbook.ui.widgets.line_field import Field, LineEdit, PassphraseEdit
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.synced_note import SyncedNote
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.window_note import Glyph

if TYPE_CHECKING:
    from logbook.tasks.books import Strength

_RATE_AFTER_MS = 150
_BARS = 4


class StrengthLine(QWidget):
    """Four bars and one plain word."""

    def __init__(self) -> None:
        super().__init__()
        self._bars = _Bars()
        self._icon = Glyph("", "text-2", 15)
        self.word = Text("", "body", "text-2")
        row = QHBoxLayout(self)
        spaced(row, gap=7)
        row.addWidget(self._bars, 1)
        add_gap(row, 6)
        row.addWidget(self._icon)
        row.addWidget(self.word, 1)

    def show_strength(self, strength: Strength | None) -> None:
        """Show a rating, or nothing while nothing is typed."""
        words = (
            translate("Strength", "Very easy to guess"),
            translate("Strength", "Easy to guess"),
            translate("Strength", "Still easy to guess"),
            translate("Strength", "Good"),
            translate("Strength", "Strong"),
        )
        score = strength.score if strength else 0
        accepted = strength.accepted if strength else False
        self._bars.fill(max(score, 1) if strength else 0, accepted=accepted)
        self.word.setText(words[score] if strength else "")
        if strength is None:
            self._icon.show_icon("", "text-2")
        elif accepted:
            self._icon.show_icon("check-circle-fill", "success")
        else:
            self._icon.show_icon("warning-circle", "warning")


class PassphraseStep(Step):
    """Two boxes, a suggestion, a strength word, the plain truth about resetting, and the place."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(
            translate("Setup", "Choose a passphrase"),
            translate(
                "Setup",
                "Five words that do not belong together are easy to remember and hard to guess.",
            ),
        )
        self._jobs = jobs
        self._strength: Strength | None = None
        self.suggested = ""
        self.folder = places.folder_for_new_book(places.usual_folder())
        self._rate_timer = QTimer(self)
        self._rate_timer.setSingleShot(True)
        self._rate_timer.setInterval(_RATE_AFTER_MS)
        self._rate_timer.timeout.connect(self._rate)
        self._build_suggestion()
        self._build_fields()
        banner = Banner(
            translate("Setup", "We cannot reset this for you"),
            translate(
                "Setup",
                "There is no account and no back door. "
                "At the end you can print a recovery key to keep somewhere safe.",
            ),
            Tone.INFO,
            icon="key",
        )
        add_gap(self.column, 14)
        self.column.addWidget(banner)
        add_gap(self.column, 10)
        self._build_place()
        self.column.addStretch(1)

    def first_focus(self) -> QWidget:
        return self.first.edit

    def enter(self) -> None:
        if not self.suggested:
            self.suggest()
        self.synced.look_at(self.folder)

    def suggest(self) -> None:
        """Draw five other words."""
        self._jobs.in_pool(opening.suggest_words).done.connect(self._show_suggestion)

    def use_suggestion(self) -> None:
        """Put the words into both boxes, and let the person see them."""
        for box in (self.first, self.second):
            box.edit.setText(self.suggested)
        self.first.show_text(shown=True)
        self.first.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> bytearray:
        """Return the passphrase as bytes that can be wiped."""
        return self.first.take()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.suggested = ""
        self._words.setText("")
        self.first.clear()
        self.second.clear()

    def go_on(self) -> None:
        if self._rate_timer.isActive() or (self._strength is None and not self.first.empty):
            self._rate_timer.stop()
            self._rate(and_go_on=True)
            return
        self._check()

    def _check(self) -> None:
        if self._strength is None or not self._strength.accepted:
            self._first_field.set_problem(
                translate(
                    "Setup", "This is easy to guess. Use five words that do not belong together."
                )
            )
            self.first.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.first.edit.text() != self.second.edit.text():
            self._second_field.set_problem(
                translate("Setup", "Type it a second time, to be sure.")
                if self.second.empty
                else translate("Setup", "The two are not the same. Type it again.")
            )
            self.second.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ready.emit()

    def _build_suggestion(self) -> None:
        self.column.addWidget(
            Text(translate("Setup", "A suggestion, made on this computer"), "label")
        )
        add_gap(self.column, 5)
        group = Surface("group")
        row = QHBoxLayout(group)
        spaced(row, margins=(18, 10, 14, 10), gap=8)
        self._words = Text("", "heading", wrap=True)
        another = Button(translate("Setup", "Another"), icon="arrow-clockwise", size=Size.SMALL)
        another.clicked.connect(self.suggest)
        self._use = Button(translate("Setup", "Use this"), size=Size.SMALL)
        self._use.clicked.connect(self.use_suggestion)
        row.addWidget(self._words, 1)
        row.addWidget(another)
        row.addWidget(self._use)
        self.column.addWidget(group)
        add_gap(self.column, 14)

    def _build_fields(self) -> None:
        self.first = PassphraseEdit(translate("Setup", "Passphrase"))
        self.second = PassphraseEdit(translate("Setup", "Type it again"), with_show=False)
        self.first.changed.connect(self._typed)
        self.second.changed.connect(self._typed_again)
        self._first_field = Field(translate("Setup", "Passphrase"), self.first)
        self._second_field = Field(translate("Setup", "Type it again"), self.second)
        row = QHBoxLayout()
        spaced(row, gap=20)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._first_field, 1, top)
        row.addWidget(self._second_field, 1, top)
        self.strength = StrengthLine()
        self.column.addLayout(row)
        add_gap(self.column, 10)
        self.column.addWidget(self.strength)

    def _build_place(self) -> None:
        self._place = LineEdit(translate("Setup", "Where your book is kept"))
        self._place.setReadOnly(True)
        self._place.setText(str(self.folder))
        choose = Button(translate("Setup", "Choose a folder"))
        choose.clicked.connect(self._choose_folder)
        holder = QWidget()
        row = QHBoxLayout(holder)
        spaced(row, gap=8)
        row.addWidget(self._place, 1)
        row.addWidget(choose)
        holder.setFocusProxy(self._place)
        self.column.addWidget(Field(translate("Setup", "Where your book is kept"), holder))
        self.synced = SyncedNote(self._jobs)
        add_gap(self.column, 8)
        self.column.addWidget(self.synced)

    def _choose_folder(self) -> None:
        files.choose_folder(self, self._folder_chosen)

    def _folder_chosen(self, chosen: Path) -> None:
        self.folder = places.folder_for_new_book(chosen)
        self._place.setText(str(self.folder))
        self.synced.look_at(self.folder)

    def _show_suggestion(self, words: str) -> None:
        self.suggested = words
        self._words.setText("  ·  ".join(words.split()))
        self._words.setAccessibleName(words)

    def _typed(self) -> None:
        self._first_field.set_problem("")
        self._strength = None
        if self.first.empty:
            self.strength.show_strength(None)
        self._rate_timer.start()

    def _typed_again(self) -> None:
        self._second_field.set_problem("")

    def _rate(self, *, and_go_on: bool = False) -> None:
        if self.first.empty:
            self._strength = None
            self.strength.show_strength(None)
            if and_go_on:
                self._check()
            return
        job = self._jobs.in_pool(opening.rate, self.first.edit.text())
        job.done.connect(self._rated)
        if and_go_on:
            job.done.connect(self._check)

    def _rated(self, strength: Strength) -> None:
        self._strength = strength
        self.strength.show_strength(strength)


class _Bars(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._filled = 0
        self._accepted = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def fill(self, bars: int, *, accepted: bool) -> None:
        self._filled, self._accepted = bars, accepted
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(358), px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        gap = px(6)
        wide = (self.width() - gap * (_BARS - 1)) / _BARS
        full = color("accent" if self._accepted else "warning")
        for at in range(_BARS):
            bar = paint.mirrored(self, QRectF(at * (wide + gap), 0, wide, self.height()))
            paint.plate(
                painter, bar, bar.height() / 2, full if at < self._filled else color("line")
            )
