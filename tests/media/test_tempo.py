"""Another speed: the length changes, the pitch and the loudness do not."""

from __future__ import annotations

import array
import itertools
import math
import random

import pytest

from logbook.media.decoders.tempo import Tempo

RATE_HZ = 48_000


def _tone(hertz: float, seconds: float, loud: int = 12_000) -> array.array[int]:
    """Both sides alike, as the decoder gives them: left, right, left, right."""
    made = array.array("h")
    for at in range(int(RATE_HZ * seconds)):
        made.extend([int(loud * math.sin(2 * math.pi * hertz * at / RATE_HZ))] * 2)
    return made


def _hurried(samples: array.array[int], speed: float, piece: int = 9_600) -> array.array[int]:
    tempo, out = Tempo(speed), array.array("h")
    for at in range(0, len(samples), piece):
        out.extend(tempo.feed(samples[at : at + piece]))
    out.extend(tempo.end())
    return out


def _hertz(samples: array.array[int]) -> float:
    """Count how often the left side crosses from below to above nothing."""
    left = samples[::2]
    crossings = sum(a < 0 <= b for a, b in itertools.pairwise(left))
    return crossings / (len(left) / RATE_HZ)


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("hertz", [110.0, 440.0, 1_333.0])
def test_it_takes_another_time_at_the_same_pitch(speed: float, hertz: float) -> None:
    out = _hurried(_tone(hertz, 2.0), speed)
    assert len(out) / 2 / RATE_HZ == pytest.approx(2.0 / speed, abs=0.1)
    assert _hertz(out) == pytest.approx(hertz, rel=0.02)


@pytest.mark.parametrize("speed", [0.75, 1.5])
def test_no_seam_is_heard(speed: float) -> None:
    """A tone has no jump in it: neither has what is made of it."""
    tone = _tone(200.0, 2.0)
    steepest = max(abs(b - a) for a, b in zip(tone[::2], tone[2::2], strict=False))
    out = _hurried(tone, speed)[::2]
    assert max(abs(b - a) for a, b in itertools.pairwise(out)) < 2 * steepest
    assert max(out) == pytest.approx(12_000, rel=0.02)


def test_the_sides_stay_apart() -> None:
    left_only = array.array("h", [9_000, 0] * RATE_HZ)
    out = _hurried(left_only, 1.5)
    assert set(out[1::2]) == {0}
    assert set(out[::2]) == {9_000}


def test_the_size_of_the_pieces_makes_no_difference() -> None:
    noise = random.Random(7)
    samples = array.array("h", [noise.randrange(-20_000, 20_000) for _ in range(RATE_HZ)])
    whole = _hurried(samples, 1.5, len(samples))
    assert _hurried(samples, 1.5, 962) == whole
    assert _hurried(samples, 1.5, 20_000) == whole


@pytest.mark.parametrize("frames", [0, 1, 100, 479, 481, 3_000])
@pytest.mark.parametrize("speed", [0.5, 2.0])
def test_what_is_shorter_than_a_stretch_is_heard_too(frames: int, speed: float) -> None:
    out = _hurried(array.array("h", [5_000] * 2 * frames), speed)
    assert len(out) % 2 == 0
    assert len(out) / 2 <= frames / speed + 1
    if frames:
        assert out, "nothing is left out whole"
        assert set(out) == {5_000}


def test_after_the_end_it_can_be_used_again() -> None:
    tempo = Tempo(1.5)
    tempo.feed(_tone(300.0, 0.5))
    tempo.end()
    assert tempo.end() == array.array("h")
    assert len(tempo.feed(_tone(300.0, 0.5))) > 0
