"""The hook of PySide6 in every import; each case needs a process where PySide6 is still fresh."""

import subprocess
import sys

_HOOK_IS_GONE = """
import builtins
import PySide6.QtCore
assert builtins.__import__ is builtins.__feature_import__
from logbook.ui import plain_import
plain_import.take_back()
assert builtins.__import__ is not builtins.__feature_import__
"""
_NO_SOURCE_IS_READ = """
import linecache
from logbook.ui import plain_import
plain_import.take_back()
import logbook.ui.book_view
assert not [name for name in linecache.cache if "logbook" in name]
"""


def _runs(program_text: str) -> bool:
    command = [sys.executable, "-c", program_text]
    return subprocess.run(command, check=False, timeout=60).returncode == 0


def test_the_hook_is_taken_out_of_imports() -> None:
    assert _runs(_HOOK_IS_GONE)


def test_no_source_of_a_module_is_read_and_kept() -> None:
    assert _runs(_NO_SOURCE_IS_READ)
