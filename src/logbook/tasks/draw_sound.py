"""The wave form of a kept sound: read once, decoded in the child, then remembered in the book."""

from __future__ import annotations

from collections.abc import Sequence

from logbook.domain.ids import EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import LogbookError, VaultError
from logbook.media import wave
from logbook.vault.detached import DetachedFile
from logbook.vault.vault import Vault

STEPS = 400
_LOUDEST = 255
_DRAWN_TYPE = "audio/wav"  # the one kind that the child can read


def kept_waves(vault: Vault, files: Sequence[EvidenceId]) -> dict[EvidenceId, bytes]:
    """Return the wave forms that the book remembers, one byte a step."""
    return vault.waves.of(files)


def open_sound(vault: Vault, evidence: EvidenceId) -> DetachedFile | None:
    """Open a sound for `measure_sound`, which closes it; None for one that cannot be drawn."""
    try:
        if vault.evidence.get(evidence).media_type != _DRAWN_TYPE:
            return None
        return vault.evidence.open_detached(evidence)
    except VaultError:
        return None  # damaged or gone: the check of the file says so


def measure_sound(opened: DetachedFile, progress: Progress = SILENT) -> bytes:
    """Return the wave form of an opened sound; empty where there is nothing to draw."""
    try:
        peaks = wave.wave_form(opened.stream(), STEPS, progress)
    except (LogbookError, ValueError):
        return b""  # damaged, or closed meanwhile
    finally:
        opened.close()
    return bytes(round(peak * _LOUDEST) for peak in peaks)


def keep_wave(vault: Vault, evidence: EvidenceId, peaks: bytes) -> None:
    """Remember a wave form, an empty one too, so that nobody looks for it again."""
    vault.waves.keep(vault.evidence.get(evidence).blob, peaks)
