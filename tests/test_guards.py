from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = (
    "import os, resource\n"
    "from logbook.guards import guard_process\n"
    "guard_process()\n"
    "with open(os.environ['OUT'], 'w') as file: file.write('x')\n"
    "print(resource.getrlimit(resource.RLIMIT_CORE))\n"
    "print(sorted(name for name in os.environ if name.startswith(('OPENSSL', 'SQLITE'))))\n"
)


def run(script: str, out: Path) -> str:
    settings = {
        "OUT": str(out),
        "OPENSSL_CONF": "planted.cnf",
        "OPENSSL_MODULES": "planted",
        "SQLITE_TMPDIR": "planted",
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | settings,
        umask=0,
    )
    return done.stdout


def test_a_guarded_process_dumps_no_core_and_takes_no_settings_from_outside(tmp_path: Path) -> None:
    assert run(REPORT, tmp_path / "new").splitlines()[:2] == ["(0, 0)", "[]"]


def test_new_files_of_a_guarded_process_are_private(tmp_path: Path) -> None:
    run(REPORT, tmp_path / "new")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
@pytest.mark.parametrize(("guarded", "dumpable"), [(True, "0"), (False, "1")])
def test_the_memory_of_a_guarded_process_is_closed_to_others(
    tmp_path: Path, dumpable: str, *, guarded: bool
) -> None:
    """3 is PR_GET_DUMPABLE; without the guard, the control, memory can be read and dumped."""
    script = (
        "import ctypes\nfrom logbook.guards import guard_process\n"
        + ("guard_process()\n" if guarded else "")
        + "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"
    )
    assert run(script, tmp_path / "new").strip() == dumpable
