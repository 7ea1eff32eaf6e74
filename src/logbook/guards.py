"""What the process does for its own protection before anything else (research, security.md 2.9)."""

from __future__ import annotations

import ctypes
import os
import sys

# OpenSSL would load modules named here; SQLite would put its files there.
_FOREIGN_SETTINGS = (
    "OPENSSL_CONF",
    "OPENSSL_CONF_INCLUDE",
    "OPENSSL_ENGINES",
    "OPENSSL_MODULES",
    "SSLKEYLOGFILE",
    "SQLITE_HISTORY",
    "SQLITE_TMPDIR",
)
_PR_SET_DUMPABLE = 4  # linux/prctl.h


def guard_process() -> None:
    """Close the process to others; the first line of both doors and of every child process.

    New files are for their owner alone. Nothing dumps memory to disk, and on Linux no other
    process of the same user reads it. Libraries take no settings from the environment: so this
    comes before sqlcipher3 or cryptography are imported.
    """
    os.umask(0o077)
    for name in _FOREIGN_SETTINGS:
        os.environ.pop(name, None)
    _forbid_core_dumps()
    _forbid_memory_reading()


if sys.platform == "win32":

    def _forbid_core_dumps() -> None:
        """Keep Windows Error Reporting from writing a picture of this process's memory."""
        no_dialog = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX
        ctypes.windll.kernel32.SetErrorMode(no_dialog)

else:
    import resource

    def _forbid_core_dumps() -> None:
        """Let no crash write memory to disk."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid_memory_reading() -> None:
    """Refuse debuggers and /proc/PID/mem of the same user; administrators still can."""
    if sys.platform == "linux":
        # A refusal (an unusual kernel or sandbox) leaves the process as it was: no worse.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
