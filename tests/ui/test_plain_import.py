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

_SIGNATURES_STAY_PACKED = """
import sys
from logbook.ui import plain_import
plain_import.take_back()
import logbook.ui.pages.lock
assert "argparse" not in sys.modules  # what the writer of stubs imports
assert "_unpack" in vars(sys.modules["shibokensupport.signature.parser"])
"""
_A_WRONG_CALL_SAYS_WHAT_IS_RIGHT = """
from logbook.ui import plain_import
plain_import.take_back()
from PySide6.QtCore import QPoint
from PySide6.support.signature import get_signature, parser
try:
    QPoint(1, 2).setX("wide")
except TypeError as error:
    said = str(error)
assert "setX(x: int, /)" in said, said
assert str(get_signature(QPoint.setX)) == "(self, x: int, /) -> None"
assert type(parser) is type(plain_import)
assert parser.__spec__.name == "PySide6.support.signature.parser"
"""
_TAKEN_BACK_TWICE = """
import builtins
plain = builtins.__import__
from logbook.ui import plain_import
plain_import.take_back()
plain_import.take_back()
assert builtins.__import__ is plain
"""


def _runs(program_text: str) -> bool:
    command = [sys.executable, "-c", program_text]
    return subprocess.run(command, check=False, timeout=240).returncode == 0


def test_the_hook_is_taken_out_of_imports() -> None:
    assert _runs(_HOOK_IS_GONE)


def test_no_source_of_a_module_is_read_and_kept() -> None:
    assert _runs(_NO_SOURCE_IS_READ)


def test_what_writes_signatures_is_not_read_for_the_lock_screen() -> None:
    assert _runs(_SIGNATURES_STAY_PACKED)


def test_a_wrong_call_still_says_which_calls_are_right() -> None:
    assert _runs(_A_WRONG_CALL_SAYS_WHAT_IS_RIGHT)


def test_the_import_of_before_is_back_after_taking_back_twice() -> None:
    assert _runs(_TAKEN_BACK_TWICE)
