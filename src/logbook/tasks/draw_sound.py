"""The wave form of a kept sound: read once, decoded in the child, then remembered in the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from logbook.domain.evidence import MediaClass
from logbook.domain.ids import EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import LogbookError, PictureUnreadable, VaultError
from logbook.media import moving, wave
from logbook.vault.detached import DetachedFile
from logbook.vault.vault import Vault

STEPS = 400
_LOUDEST = 255
_PLAIN_TYPE = "audio/wav"  # read without the library for sound and video


def kept_waves(vault: Vault, files: Sequence[EvidenceId]) -> dict[EvidenceId, bytes]:
    """Return the wave forms that the book remembers, one byte a step."""
    return vault.waves.of(files)


@dataclass(frozen=True, slots=True)
class OpenedSound:
    """A sound on its way to being measured."""

    file: DetachedFile
    media_type: str


def open_sound(vault: Vault, evidence: EvidenceId) -> OpenedSound | None:
    """Open a sound for `measure_sound`, which closes it; None for what is none, or not there."""
    try:
        kept = vault.evidence.get(evidence)
        if kept.media_class is not MediaClass.SOUND:
            return None
        return OpenedSound(vault.evidence.open_detached(evidence), kept.media_type)
    except VaultError:
        return None  # damaged or gone: the check of the file says so


def measure_sound(opened: OpenedSound, progress: Progress = SILENT) -> bytes | None:
    """Return the wave form of an opened sound; empty where there is nothing to draw.

    None where this program cannot read such a sound, which a later one may.
    """
    try:
        peaks = _peaks(opened, progress)
    except PictureUnreadable as error:
        return None if error.args[0] == "unsupported" else b""
    except (LogbookError, ValueError):
        return b""  # damaged, or closed meanwhile
    finally:
        opened.file.close()
    return bytes(round(peak * _LOUDEST) for peak in peaks)


def _peaks(opened: OpenedSound, progress: Progress) -> tuple[float, ...]:
    if opened.media_type == _PLAIN_TYPE:
        peaks = wave.wave_form(opened.file.stream(), STEPS, progress)
        if peaks:
            return peaks
    return moving.wave_form(opened.file.stream(), opened.media_type, STEPS, progress)


def keep_wave(vault: Vault, evidence: EvidenceId, peaks: bytes) -> None:
    """Remember a wave form, an empty one too, so that nobody looks for it again."""
    vault.waves.keep(vault.evidence.get(evidence).blob, peaks)
