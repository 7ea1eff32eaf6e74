"""What a person brings to open a vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


def wipe(buffer: bytearray) -> None:
    """Overwrite a secret where it lies.

    Copies that Python or a library made on the way are out of reach; they end with the process.
    """
    buffer[:] = bytes(len(buffer))


@dataclass
class Secret:
    """A passphrase (UTF-8, wiped once used) with its key file where one was set, or a code.

    When both a recovery code and a passphrase are given, the code opens: this is the way back in,
    with the passphrase to set next.
    """

    passphrase: bytearray | None = None
    recovery_code: str | None = None
    key_file: Path | None = None

    def wipe(self) -> None:
        """Overwrite the passphrase and forget the code."""
        if self.passphrase is not None:
            wipe(self.passphrase)
        self.passphrase = None
        self.recovery_code = None
