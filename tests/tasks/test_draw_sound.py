"""Wave forms of kept sounds: measured once, remembered, and forgotten with the sound."""

import io
import math
import struct
import wave

import pytest

from logbook.domain.evidence import Evidence
from logbook.errors import PictureUnreadable
from logbook.media import moving
from logbook.tasks import draw_sound, keep_file
from logbook.vault.vault import Vault

MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" + bytes(413)


def _sound(seconds: float = 1.0) -> bytes:
    """Return a tone that is loud in its first half and silent in its second."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        count = int(8000 * seconds)
        loud = [int(20_000 * math.sin(at / 4)) * (at < count // 2) for at in range(count)]
        sound.writeframes(struct.pack(f"<{count}h", *loud))
    return out.getvalue()


def _keep(vault: Vault, name: str, data: bytes) -> Evidence:
    return keep_file.keep_file(vault, keep_file.look_at_bytes(name, data))


def test_a_sound_is_measured_and_remembered(vault: Vault) -> None:
    kept = _keep(vault, "voicemail.wav", _sound())
    assert draw_sound.kept_waves(vault, [kept.id]) == {}
    opened = draw_sound.open_sound(vault, kept.id)
    assert opened is not None
    peaks = draw_sound.measure_sound(opened)
    assert peaks is not None
    assert opened.file.closed
    assert len(peaks) == draw_sound.STEPS
    assert min(peaks[:190]) > 100
    assert max(peaks[210:]) == 0
    draw_sound.keep_wave(vault, kept.id, peaks)
    assert draw_sound.kept_waves(vault, [kept.id]) == {kept.id: peaks}


def test_what_is_no_such_sound_is_not_opened(vault: Vault) -> None:
    assert draw_sound.open_sound(vault, _keep(vault, "note.txt", b"words").id) is None


def test_a_sound_whose_bytes_are_gone_is_not_opened(vault: Vault) -> None:
    kept = _keep(vault, "voicemail.wav", _sound())
    vault._store.con.execute("DELETE FROM blob_piece")
    assert draw_sound.open_sound(vault, kept.id) is None


def test_another_kind_of_sound_is_measured_by_the_library_for_it(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = _keep(vault, "voicemail.mp3", MP3)
    monkeypatch.setattr(moving, "wave_form", lambda *_: (0.0, 0.5, 1.0))
    opened = draw_sound.open_sound(vault, kept.id)
    assert opened is not None
    assert opened.media_type == "audio/mpeg"
    assert draw_sound.measure_sound(opened) == bytes([0, 128, 255])


@pytest.mark.parametrize(("problem", "answer"), [("unsupported", None), ("broken", b"")])
def test_what_cannot_be_read_yet_is_told_from_what_is_damaged(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, problem: str, answer: bytes | None
) -> None:
    def refuse(*_: object) -> None:
        raise PictureUnreadable(problem)

    monkeypatch.setattr(moving, "wave_form", refuse)
    opened = draw_sound.open_sound(vault, _keep(vault, "voicemail.mp3", MP3).id)
    assert opened is not None
    assert draw_sound.measure_sound(opened) == answer
    assert opened.file.closed


def test_a_damaged_sound_has_an_empty_wave_form_that_is_remembered(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving, "wave_form", lambda *_: ())
    kept = _keep(vault, "voicemail.wav", _sound()[:30])
    opened = draw_sound.open_sound(vault, kept.id)
    assert opened is not None
    assert draw_sound.measure_sound(opened) == b""
    draw_sound.keep_wave(vault, kept.id, b"")
    assert draw_sound.kept_waves(vault, [kept.id]) == {kept.id: b""}


def test_a_sound_that_is_closed_meanwhile_has_no_wave_form(vault: Vault) -> None:
    opened = draw_sound.open_sound(vault, _keep(vault, "voicemail.wav", _sound()).id)
    assert opened is not None
    opened.file.close()
    assert draw_sound.measure_sound(opened) == b""


def test_a_wave_form_goes_with_its_sound(vault: Vault) -> None:
    kept = _keep(vault, "voicemail.wav", _sound())
    draw_sound.keep_wave(vault, kept.id, b"123")
    vault.evidence.erase(kept.id)
    assert vault._store.con.one("SELECT count(*) FROM blob_wave") == 0
    assert vault.check().ok
