"""Plays one sound or video for the stage: play, pause, places, speed; silent at once when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QTransform

from logbook.tasks import play_file
from logbook.tasks.play_file import Loudspeaker, Moving, Picture, Playing, Wish

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.detached import DetachedFile

_TICK_MS = 33
_BACK_S = 5.0
_NEAR_END_S = 0.2


class Player(QObject):
    """Decoding begins with the first press of Play, never before."""

    moved = Signal(float)  # seconds
    playing_changed = Signal(bool)
    pictured = Signal(QImage)
    failed = Signal(str)  # a problem's code
    silence_found = Signal()  # this computer has no sound

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: DetachedFile | None = None
        self._media_type = ""
        self._moving = Moving(has_sound=False, has_video=False, duration_s=0.0)
        self._heard = _Heard()
        self.destroyed.connect(self._heard.end)  # a window that is gone must not be heard
        self._on = False
        self._muted = False
        self._at_s = 0.0
        self.speed = 1.0
        self.side_px = 960
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._look)

    def open(self, file: DetachedFile, media_type: str, moving: Moving) -> None:
        """Take a file to play; a video is muted at first."""
        self.forget()
        self._file, self._media_type, self._moving = file, media_type, moving
        self._muted = moving.has_video

    def forget(self) -> None:
        """Be silent at once and let go of everything."""
        self._tick.stop()
        loud = self._heard.silence()
        if loud is not None:
            self._desk.in_pool(loud.settle)
        if self._on:
            self._on = False
            self.playing_changed.emit(False)
        self._file = None
        self._at_s, self.speed = 0.0, 1.0

    @property
    def on(self) -> bool:
        """Whether it plays now."""
        return self._on

    @property
    def muted(self) -> bool:
        """Whether it plays without sound."""
        return self._muted

    @property
    def at_s(self) -> float:
        """Where it is."""
        return self._at_s

    def toggle(self) -> None:
        """Play, or hold."""
        if self._on:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Go on from where it is; from the start when it was at the end."""
        if self._file is None or self._on:
            return
        length_s = self._moving.duration_s
        at_end = 0 < length_s <= self._at_s + _NEAR_END_S
        if at_end or (self._heard.playing is not None and self._heard.playing.ended):
            self._at_s = 0.0
            if self._heard.playing is not None:
                self._heard.playing.seek(0.0)
        if self._heard.playing is None:
            wish = Wish(self._at_s, self.speed, self.side_px)
            self._heard.playing = play_file.begin(
                self._file, self._media_type, wish, has_sound=self._moving.has_sound
            )
        if self._heard.loud is None:
            self._heard.loud = Loudspeaker(_Feed(self._heard.playing))
        self._heard.loud.muted = self._muted
        self._turn(on=True)

    def pause(self) -> None:
        """Hold here."""
        if self._on:
            self._turn(on=False)

    def seek(self, at_s: float) -> None:
        """Go on from another place, or show it while it holds."""
        length_s = self._moving.duration_s
        self._at_s = min(max(at_s, 0.0), length_s) if length_s else max(at_s, 0.0)
        if self._heard.playing is not None:
            self._heard.playing.seek(self._at_s)
        self.moved.emit(self._at_s)

    def back(self) -> None:
        """Go five seconds back."""
        self.seek(self._at_s - _BACK_S)

    def set_speed(self, speed: float) -> None:
        """Play faster or slower, as high as before."""
        self.speed = speed
        if self._heard.playing is not None:
            self._heard.playing.set_speed(speed)

    def set_muted(self, *, muted: bool) -> None:
        """Play with sound or without."""
        self._muted = muted
        if self._heard.loud is not None:
            self._heard.loud.muted = muted

    def _turn(self, *, on: bool) -> None:
        self._on = on
        if self._heard.loud is not None:
            self._heard.loud.turn(on=on)
            self._desk.in_pool(self._heard.loud.settle, then=self._settled)
        if on:
            self._tick.start()
        else:
            self._tick.stop()
        self.playing_changed.emit(on)

    def _settled(self, _nothing: object) -> None:
        if (
            self._heard.loud is not None
            and self._on
            and self._heard.loud.silent
            and self._moving.has_sound
        ):
            self.silence_found.emit()

    def _look(self) -> None:
        """Say where it is, and show the picture for now."""
        playing = self._heard.playing
        if playing is None:
            return
        found = playing.take_picture()
        if found is not None:
            self.pictured.emit(image_of(found))
        self._at_s = playing.at_s
        self.moved.emit(self._at_s)
        if playing.problem:
            problem = playing.problem
            self.forget()
            self.failed.emit(problem)
        elif playing.ended:
            self._turn(on=False)
            self._at_s = self._moving.duration_s or self._at_s
            self.moved.emit(self._at_s)


class _Heard:
    """What plays now; lives a little longer than the player, to end it."""

    def __init__(self) -> None:
        self.playing: Playing | None = None
        self.loud: Loudspeaker | None = None

    def silence(self) -> Loudspeaker | None:
        """Stop at once and forget; return what has to be settled still."""
        playing, self.playing = self.playing, None
        loud, self.loud = self.loud, None
        if playing is not None:
            playing.stop()
        if loud is not None:
            loud.close()
        return loud

    def end(self) -> None:
        """Stop and give everything back."""
        loud = self.silence()
        if loud is not None:
            loud.settle()


class _Feed:
    """Gives the loudspeaker what is decoded, and lets time pass where there is no sound."""

    def __init__(self, playing: Playing) -> None:
        self._playing = playing

    def __call__(self, frames: int) -> bytes:
        data = self._playing.take_sound(frames)
        self._playing.let_pass(frames / play_file.RATE_HZ)
        return data


def image_of(picture: Picture) -> QImage:
    """Return a picture of a video as Qt paints it, upright."""
    rows = QImage(
        picture.rgb,
        picture.width_px,
        picture.height_px,
        picture.width_px * 3,
        QImage.Format.Format_RGB888,
    )
    if picture.quarters:
        return rows.transformed(QTransform().rotate(90.0 * picture.quarters))
    return rows.convertToFormat(QImage.Format.Format_RGB32)
