"""Sound and video on the stage: the wave form or the picture, and what one presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from logbook.domain.evidence import Evidence
from logbook.errors import LogbookError, PictureUnreadable
from logbook.i18n import translate
from logbook.tasks import play_file
from logbook.tasks.play_file import SPEEDS, Moving, Picture
from logbook.ui.style import at_least, color, font, look, px, spaced
from logbook.ui.viewer.player import Player, image_of
from logbook.ui.viewer.stage_button import StageBar, StageButton, StageWords
from logbook.ui.viewer.wave_slider import WaveSlider
from logbook.ui.widgets import paint
from logbook.ui.widgets.file_words import length_words
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.detached import DetachedFile

_PEAKS = 600
_BLURRED_SIDE = 16
_MOST_SIDE_PX = 1_280


class PlayerPage(QWidget):
    """`failed` comes with a problem's code when a file cannot be played after all."""

    failed = Signal(str)
    ready = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._generation = 0
        self._file: DetachedFile | None = None
        self._kept: Evidence | None = None
        self._length_s = 0.0
        self.player = Player(desk, self)
        self.video = _Video()
        self.wave = WaveSlider(translate("Viewer", "Place in the sound"))
        self.note = Text("", "small", "on-stage-2", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        spaced(column, margins=(22, 16, 22, 4), gap=10)
        column.addStretch(1)
        column.addWidget(self.video, 1000)
        column.addWidget(self.wave)
        column.addWidget(self.note)
        column.addStretch(1)
        self.bar = StageBar()
        self._build_bar()
        self._connect()
        self.forget()

    def open(self, kept: Evidence, file: DetachedFile) -> None:
        """Look what there is to play; nothing plays by itself."""
        self.forget()
        self._kept, self._file = kept, file
        generation = self._generation
        self._desk.in_pool(
            play_file.look,
            file,
            kept.media_type,
            then=lambda found: self._looked(generation, found),
            failed=lambda error: self._unplayable(generation, error),
        )

    def forget(self) -> None:
        """Be silent and let go of everything."""
        self._generation += 1
        self.player.forget()
        self._file = self._kept = None
        self.video.show_picture(None)
        self.wave.show_length(0.0, low=False)
        self.bar.hide()
        self.note.hide()

    def toggle(self) -> None:
        """Play, or hold."""
        self.video.uncover()
        side = max(self.video.width(), self.video.height()) * self.devicePixelRatioF()
        self.player.side_px = min(round(side), _MOST_SIDE_PX)
        self.player.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        else:
            super().keyPressEvent(event)

    def _build_bar(self) -> None:
        self.back = StageButton("arrow-counter-clockwise", translate("Viewer", "Five seconds back"))
        self.play = StageButton("play", translate("Viewer", "Play"), key="Space")
        self.time = StageWords(role="label")
        self.speed = StageButton("", translate("Viewer", "How fast it plays"))
        self.mute = StageButton(
            "speaker-high", translate("Viewer", "Without sound"), checkable=True
        )
        self.bar.add(self.back, self.play, self.time)
        self.bar.add_line()
        self.bar.add(self.speed, self.mute)

    def _connect(self) -> None:
        self.back.clicked.connect(self.player.back)
        self.play.clicked.connect(self.toggle)
        self.speed.clicked.connect(self._next_speed)
        self.mute.toggled.connect(self._mute)
        self.video.pressed.connect(self.toggle)
        self.wave.sought.connect(self.player.seek)
        self.player.moved.connect(self._moved)
        self.player.playing_changed.connect(self._say_state)
        self.player.pictured.connect(self.video.show_picture)
        self.player.failed.connect(self.failed)
        self.player.silence_found.connect(self._say_silent)

    def _looked(self, generation: int, found: Moving) -> None:
        if generation != self._generation or self._kept is None or self._file is None:
            return
        if not (found.has_sound or found.has_video):
            self.failed.emit("unsupported")
            return
        kept, file = self._kept, self._file
        self._length_s = found.duration_s or kept.duration_s or 0.0
        known = Moving(found.has_sound, found.has_video, self._length_s)
        self.player.open(file, kept.media_type, known)
        self.video.setVisible(found.has_video)
        self.wave.show_length(self._length_s, low=found.has_video)
        self.mute.setVisible(found.has_sound)
        self.mute.setChecked(self.player.muted)
        self._say_speed(1.0)
        self._say_time(0.0)
        self._say_state(False)
        self.bar.show()
        if found.has_video:
            self._ask_first_picture(generation, kept, file)
        if found.has_sound:
            self._desk.in_pool(
                play_file.wave_form,
                file,
                kept.media_type,
                _PEAKS,
                then=lambda peaks: self._take_peaks(generation, peaks),
                failed=_without,
            )
        self.ready.emit()

    def _ask_first_picture(self, generation: int, kept: Evidence, file: DetachedFile) -> None:
        self._desk.in_pool(
            play_file.picture_at,
            file,
            kept.media_type,
            0.0,
            _BLURRED_SIDE,  # nothing sharper is there before the person wants to see it
            then=lambda picture: self._take_first(generation, picture),
            failed=_without,
        )

    def _unplayable(self, generation: int, error: LogbookError) -> None:
        if generation == self._generation:
            known = isinstance(error, PictureUnreadable)
            self.failed.emit(error.detail if known else "unreadable")

    def _take_peaks(self, generation: int, peaks: tuple[float, ...]) -> None:
        if generation == self._generation:
            self.wave.show_peaks(peaks)

    def _take_first(self, generation: int, picture: Picture) -> None:
        if generation == self._generation and not self.player.on:
            self.video.cover(image_of(picture))

    def _moved(self, at_s: float) -> None:
        self.wave.show_at(at_s)
        self._say_time(at_s)

    def _say_time(self, at_s: float) -> None:
        words = translate(
            "Viewer",
            "{time} of {length}",
            time=length_words(at_s),
            length=length_words(self._length_s),
        )
        if words != self.time.text():
            self.time.setText(words)
            self.time.updateGeometry()

    def _say_state(self, on: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        self.play.set_icon("pause" if on else "play")
        name = translate("Viewer", "Hold") if on else translate("Viewer", "Play")
        self.play.set_name(name, translate("Viewer", "Space"))

    def _next_speed(self) -> None:
        now = self.player.speed
        at = SPEEDS.index(now) if now in SPEEDS else 0
        speed = SPEEDS[(at + 1) % len(SPEEDS)]
        self.player.set_speed(speed)
        self._say_speed(speed)

    def _say_speed(self, speed: float) -> None:
        words = translate("Viewer", "{number} ×", number=locale().toString(speed, "g", 3))
        self.speed.setText(words)
        self.speed.setAccessibleDescription(words)
        self.speed.updateGeometry()

    def _mute(self, on: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        self.player.set_muted(muted=on)
        self.mute.set_icon("speaker-slash" if on else "speaker-high")

    def _say_silent(self) -> None:
        self.note.setText(translate("Viewer", "This computer has no way to give sound just now."))
        self.note.show()
        self._desk.announce(self.note.text())


class _Video(QWidget):
    """The picture of a video, or its first one blurred until it is played."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self._covered = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        at_least(self, width=120, height=80)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translate("Viewer", "Picture of the video"))
        look().changed.connect(self.update)

    def show_picture(self, picture: QImage | None) -> None:
        """Show the picture for now, or nothing."""
        self._picture, self._covered = picture, False
        self.update()

    def cover(self, picture: QImage) -> None:
        """Show a picture in which nothing can be made out."""
        self._picture, self._covered = picture, True
        self.update()

    def uncover(self) -> None:
        """Take the blurred picture away; sharp ones come."""
        if self._covered:
            self.show_picture(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        picture = self._picture
        if picture is None or picture.isNull():
            return
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        size = picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF(0, 0, size.width(), size.height())
        where.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(where, picture)
        if self._covered:
            _say_covered(painter, where)


def _say_covered(painter: QPainter, where: QRectF) -> None:
    painter.setFont(font("label"))
    words = translate("Viewer", "Blurred. Press Space to play.")
    metrics = painter.fontMetrics()
    icon = px(30)
    box = QRectF(0, 0, metrics.horizontalAdvance(words) + px(40), icon + px(58))
    box.moveCenter(where.center())
    paint.plate(painter, box, px(12), paint.faint("stage", 0.82))
    middle = box.top() + px(14) + icon / 2
    paint.glyph(painter, "play", box.center().x() - icon / 2, middle, icon, color("on-stage"))
    painter.setPen(color("on-stage"))
    below = box.adjusted(0, icon + px(20), 0, -px(8))
    painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), words)


def _without(_error: LogbookError) -> None:
    """Do without a wave form or a first picture; that it cannot be played is said elsewhere."""
