"""Sound and video in the viewer: nothing plays by itself, and everything is silent at once."""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.domain.ids import EvidenceId
from logbook.media import loudspeaker
from logbook.tasks import keep_file
from logbook.ui.book_view import BookView
from logbook.ui.pages.viewer import ViewerPage
from logbook.ui.viewer.player_page import PlayerPage
from logbook.vault.vault import Vault

av = pytest.importorskip("av", reason="NOT TESTED HERE: the library for sound is not installed")
Do = Callable[..., Any]
Rest = Callable[[Any], None]


def _sound(seconds: int = 20, *, quiet: bool = False) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as target:
        target.setparams((1, 2, 8_000, 0, "NONE", ""))
        loud = 0 if quiet else 9_000
        samples = [int(loud * math.sin(at / 5)) for at in range(8_000 * seconds)]
        target.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return out.getvalue()


def _video(seconds: int = 6) -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as target:
        stream = target.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
        for number in range(seconds * 10):
            frame = av.VideoFrame(160, 120, "rgb24")
            rows = b"\xff" * 240 + b"\0" * 240
            frame.planes[0].update((rows * 120).ljust(frame.planes[0].buffer_size, b"\0"))
            frame = frame.reformat(format="yuv420p")
            frame.pts = number
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return out.getvalue()


@pytest.fixture(autouse=True)
def _heard_by_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """The output that keeps the time and is heard by nobody: no computer speaks during tests."""

    def open_null(give: loudspeaker.Fill) -> loudspeaker._Device | None:
        return loudspeaker._Device._opened(give, [loudspeaker.lib.ma_backend_null])

    monkeypatch.setattr(loudspeaker._Device, "open", staticmethod(open_null))


@pytest.fixture
def play_page(
    book_view: BookView, do: Do, at_rest: Rest, activate: Callable[[Any], None]
) -> Callable[..., PlayerPage]:
    def keep(vault: Vault, name: str, data: bytes) -> EvidenceId:
        return keep_file.keep_file(vault, keep_file.look_at_bytes(name, data)).id

    def show(data: bytes, name: str = "voicemail.wav") -> PlayerPage:
        kept = do(keep, name, data)
        book_view.show_page("viewer", {"evidence": int(kept)})
        activate(book_view)
        at_rest(book_view)
        page = book_view.current
        assert isinstance(page, ViewerPage)
        return page.stage.player

    return show


def test_a_sound_shows_its_wave_form_and_its_length_and_does_not_play(
    play_page: Callable[..., PlayerPage],
) -> None:
    page = play_page(_sound())
    assert page.wave._peaks
    assert page.time.text() == "0:00 of 0:20"
    assert not page.player.on
    assert page.player._heard.playing is None, "nothing is decoded for playing yet"
    assert page.play.hasFocus()
    said = QAccessible.queryAccessibleInterface(page.wave)
    assert said.role() == QAccessible.Role.Slider
    assert said.text(QAccessible.Text.Name) == "Place in the sound"


def test_space_plays_and_holds(play_page: Callable[..., PlayerPage], qtbot: QtBot) -> None:
    page = play_page(_sound())
    QTest.keyClick(page.play, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.player.at_s > 0.3)
    assert page.play.accessibleName() == "Hold"
    page.wave.setFocus()
    QTest.keyClick(page.wave, Qt.Key.Key_Space)
    assert not page.player.on
    assert page.play.accessibleName() == "Play"
    held = page.player.at_s
    page.toggle()
    qtbot.waitUntil(lambda: page.player.at_s > held + 0.1)


def test_it_is_at_the_same_place_again_and_does_not_play(
    play_page: Callable[..., PlayerPage], book_view: BookView, qtbot: QtBot, at_rest: Rest
) -> None:
    page = play_page(_sound())
    viewer = book_view.current
    assert isinstance(viewer, ViewerPage)
    page.player.seek(12.5)
    place = viewer.place()
    for arguments in ({}, place):
        book_view.show_page("settings", {})
        book_view.show_page("viewer", arguments)
        at_rest(book_view)
        assert page.time.text() == "0:12 of 0:20"
        assert not page.player.on
    page.toggle()
    qtbot.waitUntil(lambda: page.player.at_s > 12.7)
    page.player.seek(0.0)
    page.player.pause()
    book_view.show_page("settings", {})
    book_view.show_page("viewer", {})
    at_rest(book_view)
    assert page.player.at_s < 1.0


def test_places_by_keys_and_mouse(play_page: Callable[..., PlayerPage], qtbot: QtBot) -> None:
    page = play_page(_sound())
    slider = page.wave
    slider.setFocus()
    for key, at_s in (
        (Qt.Key.Key_Right, 5),
        (Qt.Key.Key_Right, 10),
        (Qt.Key.Key_Left, 5),
        (Qt.Key.Key_End, 20),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(slider, key)
        assert page.player.at_s == pytest.approx(at_s, abs=0.05)
    room = slider._room()
    middle = QPoint(round(room.center().x()), round(room.center().y()))
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=middle)
    assert page.player.at_s == pytest.approx(10, abs=0.2)
    assert page.time.text() in {"0:09 of 0:20", "0:10 of 0:20"}
    page.toggle()
    qtbot.waitUntil(lambda: page.player.at_s > 10.2)
    page.back.click()
    assert page.player.at_s < 6.5
    qtbot.waitUntil(lambda: page.player.at_s > 5.5)


def test_the_speed_goes_round(play_page: Callable[..., PlayerPage], qtbot: QtBot) -> None:
    page = play_page(_sound())
    page.toggle()
    seen = [page.speed.text()]
    for _ in range(4):
        page.speed.click()
        seen.append(page.speed.text())
    assert seen == ["1 ×", "1.25 ×", "1.5 ×", "0.75 ×", "1 ×"]
    before = page.player.at_s
    qtbot.waitUntil(lambda: page.player.at_s > before + 0.2)


def test_at_its_end_it_stops_and_plays_again_from_the_start(
    play_page: Callable[..., PlayerPage], qtbot: QtBot
) -> None:
    page = play_page(_sound(2))
    page.player.seek(1.6)
    page.toggle()
    qtbot.waitUntil(lambda: not page.player.on)
    assert page.time.text() == "0:02 of 0:02"
    page.toggle()
    qtbot.waitUntil(lambda: 0 < page.player.at_s < 1.5)


@pytest.mark.parametrize("leave", ["hide", "page", "next"])
def test_it_is_silent_at_once(
    play_page: Callable[..., PlayerPage], book_view: BookView, qtbot: QtBot, leave: str
) -> None:
    page = play_page(_sound())
    page.toggle()
    qtbot.waitUntil(lambda: page.player.at_s > 0.2)
    loud, playing = page.player._heard.loud, page.player._heard.playing
    assert loud is not None
    assert playing is not None
    if leave == "hide":
        book_view.be_quiet()
    elif leave == "page":
        book_view.show_page("timeline", {})
    else:
        page.parentWidget().parentWidget().clear()  # type: ignore[union-attr] # the stage
    assert loud._give(480) == bytes(480 * 4), "whatever the device asks for now is silence"
    assert playing.take_sound(480) == bytes(480 * 4)
    assert not page.player.on
    assert playing.wait_until_over(30)


def test_a_computer_without_sound_says_so_and_time_passes(
    play_page: Callable[..., PlayerPage], qtbot: QtBot
) -> None:
    page = play_page(_sound())
    page.toggle()
    qtbot.waitUntil(page.note.isVisible)
    assert page.note.text() == "This computer has no way to give sound just now."
    qtbot.waitUntil(lambda: page.player.at_s > 0.2)


def test_a_video_is_blurred_and_muted_until_it_is_wanted(
    play_page: Callable[..., PlayerPage], qtbot: QtBot
) -> None:
    page = play_page(_video(), "door.mp4")
    assert page.video._covered
    first = page.video._picture
    assert first is not None
    assert max(first.width(), first.height()) <= 16, "nothing sharper is here at all"
    QTest.keyClick(page.play, Qt.Key.Key_Space)
    assert not page.video._covered
    qtbot.waitUntil(lambda: page.video._picture is not None)
    shown = page.video._picture
    assert shown is not None
    assert shown.width() >= 160
    assert shown.pixelColor(10, 10).lightness() > 200
    assert shown.pixelColor(shown.width() - 10, 10).lightness() < 60
    qtbot.waitUntil(lambda: page.player.at_s > 0.3)


def test_a_video_with_sound_is_muted_at_first(
    play_page: Callable[..., PlayerPage],
) -> None:
    page = play_page(_sound())
    assert not page.mute.isChecked()
    page.mute.click()
    assert page.player.muted


@pytest.mark.parametrize(
    ("name", "data"),
    [("call.mp3", b"ID3\x04\0\0\0\0\0\0#EXTM3U\nbeside.mp3\n"), ("call.flac", b"fLaC" + bytes(40))],
)
def test_what_cannot_be_played_says_so(
    play_page: Callable[..., PlayerPage], book_view: BookView, name: str, data: bytes
) -> None:
    play_page(data, name)
    page = book_view.current
    assert isinstance(page, ViewerPage)
    assert page.stage.notice.isVisible()
    assert "safe in your book" in page.stage.notice.words.text()
