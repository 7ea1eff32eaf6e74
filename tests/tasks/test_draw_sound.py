"""Wave forms of kept sounds: measured once, remembered, and forgotten with the sound."""

import io
import math
import struct
import wave

from logbook.domain.evidence import Evidence
from logbook.tasks import draw_sound, keep_file
from logbook.vault.vault import Vault


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
    assert opened.closed
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


def test_a_damaged_sound_has_an_empty_wave_form_that_is_remembered(vault: Vault) -> None:
    kept = _keep(vault, "voicemail.wav", _sound()[:30])
    opened = draw_sound.open_sound(vault, kept.id)
    assert opened is not None
    assert draw_sound.measure_sound(opened) == b""
    draw_sound.keep_wave(vault, kept.id, b"")
    assert draw_sound.kept_waves(vault, [kept.id]) == {kept.id: b""}


def test_a_sound_that_is_closed_meanwhile_has_no_wave_form(vault: Vault) -> None:
    opened = draw_sound.open_sound(vault, _keep(vault, "voicemail.wav", _sound()).id)
    assert opened is not None
    opened.close()
    assert draw_sound.measure_sound(opened) == b""


def test_a_wave_form_goes_with_its_sound(vault: Vault) -> None:
    kept = _keep(vault, "voicemail.wav", _sound())
    draw_sound.keep_wave(vault, kept.id, b"123")
    vault.evidence.erase(kept.id)
    assert vault._store.con.one("SELECT count(*) FROM blob_wave") == 0
    assert vault.check().ok
