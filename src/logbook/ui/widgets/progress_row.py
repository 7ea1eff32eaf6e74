"""Progress with a way out: what is done, how far, how long still, and Stop."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from logbook.i18n import figures, translate
from logbook.ui.jobs import Job
from logbook.ui.style import color, sized, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import Button, Size
from logbook.ui.widgets.text import Text

_STEPS = 1000
_GUESS_AFTER_S = 2.0


class ProgressBar(QProgressBar):
    """A thin bar; without a known total it shows a resting middle part, since nothing moves."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setRange(0, _STEPS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sized(self, height=6)

    def set_part(self, done: float, total: float) -> None:
        """Show `done` of `total`; a total of 0 is not known."""
        if total <= 0:
            self.setRange(0, 0)
            return
        self.setRange(0, _STEPS)
        self.setValue(min(int(done / total * _STEPS), _STEPS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        track = QRectF(self.rect())
        paint.plate(painter, track, track.height() / 2, color("line"))
        if self.maximum() == 0:
            part = track.adjusted(track.width() * 0.35, 0, -track.width() * 0.35, 0)
        else:
            part = QRectF(track)
            part.setWidth(track.width() * max(self.value(), 0) / _STEPS)
        if part.width() >= 1:
            paint.plate(painter, paint.mirrored(self, part), track.height() / 2, color("accent"))


class ProgressRow(QWidget):
    """One long job as the person sees it."""

    stop_pressed = Signal()

    def __init__(
        self,
        doing: str,
        parent: QWidget | None = None,
        *,
        alone: bool = False,
        in_percent: bool = False,
        slim: bool = False,
    ) -> None:
        """`alone`: nothing else can be done meanwhile; `in_percent`: the counts are bytes.

        `slim`: one line and the bar below it, for a place where every line counts.
        """
        super().__init__(parent)
        self._alone = alone or slim  # there is no room to say that one can go on
        self._in_percent = in_percent
        self._clock: Callable[[], float] = time.monotonic
        self._started_s = self._clock()
        self._job: Job | None = None
        self._doing = Text(doing, "button", elide=True)
        self._count = Text("", "small", "text-2")
        self._bar = ProgressBar(doing)
        self._left = Text("", "caption", "text-2", elide=True)
        self._stop = Button(translate("Progress", "Stop"), size=Size.SMALL)
        self._stop.clicked.connect(self._stop_clicked)
        self._lay_out(slim=slim)

    def _lay_out(self, *, slim: bool) -> None:
        head = QHBoxLayout()
        spaced(head, gap=12)
        foot = head if slim else QHBoxLayout()
        spaced(foot, gap=12)
        head.addWidget(self._doing, 1)
        if slim:
            head.addWidget(self._left)
            head.addWidget(self._count)
        else:
            head.addWidget(self._count)
            foot.addWidget(self._left, 1)
        foot.addWidget(self._stop)
        column = QVBoxLayout(self)
        spaced(column, gap=8)
        column.addLayout(head)
        column.addWidget(self._bar)
        if not slim:
            column.addLayout(foot)

    def begin(self, doing: str, *, in_percent: bool) -> None:
        """Say that other work begins, of which nothing is known yet."""
        self._in_percent = in_percent
        self.show_progress(0, 0, doing)

    def set_clock(self, clock: Callable[[], float]) -> None:
        """Measure time by another clock from now on."""
        self._clock = clock
        self._started_s = clock()

    def count_text(self) -> str:
        """Return how far it says it is."""
        return self._count.text()

    def left_text(self) -> str:
        """Return how long it says it still takes."""
        return self._left.text()

    def follow(self, job: Job, *, goes_on: bool = False) -> None:
        """Show how a job goes, and let Stop stop it; `goes_on`: it is a part of the one before."""
        self._job = job
        if not goes_on:
            self._started_s = self._clock()
        self._stop.setEnabled(True)
        job.progressed.connect(self.show_progress)

    def show_progress(self, done: int, total: int, doing: str = "") -> None:
        """Show a report; `doing` is shown when it is not empty."""
        if doing:
            self._doing.setText(doing)
            self._bar.setAccessibleName(doing)
        self._bar.set_part(done, total)
        self._count.setText(self._how_far(done, total))
        self._left.setText(self._time_left(done, total))

    def _how_far(self, done: int, total: int) -> str:
        if self._in_percent:
            part = min(done * 100 // total, 100) if total > 0 else 0
            return translate("Progress", "{part} %", part=part) if total > 0 else ""
        if total > 0:
            return translate(
                "Progress", "{done} of {total}", done=figures(done), total=figures(total)
            )
        return figures(done) if done else ""

    def _time_left(self, done: int, total: int) -> str:
        spent_s = self._clock() - self._started_s
        if done <= 0 or total <= 0 or spent_s < _GUESS_AFTER_S:
            return "" if self._alone else translate("Progress", "You can keep working.")
        left_s = spent_s * (total - done) / done
        if self._alone:
            return _about(left_s)
        return translate("Progress", "{time} You can keep working.", time=_about(left_s))

    def _stop_clicked(self) -> None:
        self._stop.setEnabled(False)
        self._left.setText(translate("Progress", "Stopping"))
        self.stop_pressed.emit()
        if self._job is not None:
            self._job.cancel()


def _about(left_s: float) -> str:
    """Say a length of time in the largest unit that fits."""
    minute_s, half_minute_s, ten_s = 60, 45, 10
    if left_s < ten_s:
        return translate("Progress", "A few seconds left.")
    if left_s < half_minute_s:
        return translate("Progress", "About {n} seconds left.", n=round(left_s / ten_s) * ten_s)
    minutes = max(round(left_s / minute_s), 1)
    return translate("Progress", "About %n minute left.|About %n minutes left.", "", minutes)
