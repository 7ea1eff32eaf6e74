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
_UNREAD_MODULES_ARE_WHOLE_WHEN_ASKED = """
import sys
from logbook.ui import plain_import
plain_import.take_back()
assert "_unpack" in vars(sys.modules["inspect"])
from inspect import signature
import traceback, tempfile, shutil, ipaddress, inspect
assert str(signature(lambda x, /: x)) == "(x, /)"
assert "_unpack" not in vars(inspect) and type(inspect) is type(sys)
assert inspect.__spec__.name == "inspect" and inspect.getsource(inspect.isclass)
assert inspect.__loader__ is inspect.__spec__.loader and inspect.__file__.endswith(".py")
assert traceback.format_exception_only(ValueError("x")) == ["ValueError: x\\n"]
assert "Error" in shutil.__all__ and not hasattr(shutil, "copy_nothing")
assert ipaddress.ip_address("::1").is_loopback
"""
_MANY_THREADS_READ_A_MODULE_ONCE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import SourceFileLoader
from threading import Barrier
from logbook.ui import plain_import
plain_import.take_back()
import inspect
runs, run, together = [], SourceFileLoader.exec_module, Barrier(8)
def counted(self, module):
    runs.append(module.__name__)
    run(self, module)
SourceFileLoader.exec_module = counted
def ask(_):
    together.wait()
    return inspect.unwrap, inspect.Signature, inspect.BoundArguments
with ThreadPoolExecutor(8) as pool:
    assert len(set(pool.map(ask, range(8)))) == 1
assert runs.count("inspect") == 1, runs
"""
_A_MODULE_THAT_FAILED_IS_READ_AGAIN = """
from logbook.ui import plain_import
plain_import.take_back()
import inspect
spec = vars(inspect)["_unpack"]
reader, failures = spec.loader, [MemoryError()]
class Failing:
    def exec_module(self, module):
        if failures:
            raise failures.pop()
        reader.exec_module(module)
spec.loader = Failing()
try:
    inspect.isclass
except MemoryError:
    pass
else:
    raise SystemExit("it did not fail")
assert inspect.isclass(int)
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


def test_a_module_left_unread_is_whole_once_something_is_asked_of_it() -> None:
    assert _runs(_UNREAD_MODULES_ARE_WHOLE_WHEN_ASKED)


def test_threads_that_ask_at_once_read_a_module_once() -> None:
    assert _runs(_MANY_THREADS_READ_A_MODULE_ONCE)


def test_a_module_whose_reading_failed_is_read_by_the_next_who_asks() -> None:
    assert _runs(_A_MODULE_THAT_FAILED_IS_READ_AGAIN)
