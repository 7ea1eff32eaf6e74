"""PySide6's import without what this program never asks of it: a third of the way to a window.

PySide6 carries a Python part of its own, packed, and compiles it anew in every process
(`signature_bootstrap.py`, 6.11). Most of it writes signatures: for the words of a TypeError after a
wrong call, for `help` and for stubs. Those modules are compiled when one is first asked for.

It also puts a hook into every import statement. For its switch between `setText` and `set_text`,
which this program does not use, the hook reads the source of every module that is imported from
then on and searches it for the word PySide6: a fifth of the start, and all those sources stay in
memory (`shibokensupport/feature.py`).

Both name modules of Python that only what stays packed would use, or the first failure. They too
are read when they are first asked for anything; `_UNREAD` names them.

Where another version of PySide6 has none of this, nothing is found, and it loads as it wants to.
"""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.abc import Loader

_PACKED = "shibokensupport"
# Not `mapping`, into whose table shiboken reaches without asking for an attribute.
_SELDOM = frozenset(
    f"{_PACKED}.signature.{name}"
    for name in (
        "errorhandler",
        "layout",
        "parser",
        "lib.enum_sig",
        "lib.pyi_generator",
        "lib.tool",
    )
)
# PySide6 imports the first four for failures, and `pathlib` and `zipfile` the others.
_UNREAD = ("inspect", "tempfile", "traceback", "ipaddress", "shutil")


def take_back() -> None:
    """Load the base of Qt, leave its seldom used part packed, and take its hook out of imports."""
    for name in _UNREAD:
        _leave_unread(name)
    plain: Callable[..., ModuleType] = getattr(builtins, "__orig_import__", builtins.__import__)

    def watched(name: str, *rest: object, **named: object) -> ModuleType:
        if name == _PACKED:
            _leave_packed(sys.meta_path[0])
        found = plain(name, *rest, **named)
        if name == _PACKED:
            _leave_sources_unread()
        return found

    builtins.__import__ = watched
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - it unpacks its part and brings the hook
    finally:
        builtins.__import__ = plain
        if hasattr(builtins, "__orig_import__"):  # where PySide6 has put down ours
            builtins.__orig_import__ = plain


class _Unpacker(Protocol):
    """PySide6's own finder and loader of its packed modules."""

    find_spec: Callable[[str, object, object], ModuleSpec | None]

    def create_module(self, spec: ModuleSpec) -> ModuleType | None: ...

    def exec_module(self, module: ModuleType) -> None: ...


def _leave_sources_unread() -> None:
    """Have what is imported until the hook is gone not searched for the word PySide6."""
    feature = sys.modules.get(f"{_PACKED}.feature")
    if feature is not None:
        vars(feature)["feature_imported"] = _ask_nothing


def _ask_nothing(_module: ModuleType) -> None:
    """Take a module as one that has no part in the switch."""


def _leave_unread(name: str) -> None:
    """Put a module of Python where imports find it, to be read at the first question to it."""
    spec = find_spec(name) if name not in sys.modules else None
    if spec is None or spec.loader is None:
        return
    reader, spec.loader = spec.loader, cast("Loader", _Later(spec.loader))
    module = module_from_spec(spec)
    spec.loader = module.__loader__ = reader
    vars(module)["_unpack"] = spec
    sys.modules[name] = module


def _leave_packed(finder: object) -> None:
    """Have PySide6's finder of packed modules hand out those seldom needed unread."""
    if type(finder).__name__ != "EmbeddableZipImporter" or "find_spec" in vars(finder):
        return
    unpacker = cast("_Unpacker", finder)
    find_spec = unpacker.find_spec

    def find(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        spec = find_spec(name, path, target)
        if spec is not None and name in _SELDOM:
            spec.loader = cast("Loader", _Later(unpacker))
        return spec

    unpacker.find_spec = find


class _Later:
    """Makes a module that is read at the first question it has no answer to."""

    def __init__(self, reader: object) -> None:
        self._reader = reader

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Packed(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        vars(module)["_unpack"] = ModuleSpec(module.__name__, cast("Loader", self._reader))


class _Packed(ModuleType):
    """A packed or unread module; once read it is a usual one.

    Not `importlib.util.LazyLoader`: PySide6 and every import statement ask for `__spec__` at once,
    at which that reads it, and PySide6 renames it there.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        # Two threads at once must not run a module twice. A lock for each: what one imports may
        # be in another thread's hands, which waits for a third.
        vars(self)["_reading"] = RLock()

    def __getattr__(self, name: str) -> object:
        if name == "__path__":  # the import system asks each whether it is a package
            raise AttributeError(name)
        with vars(self)["_reading"]:
            spec = vars(self).pop("_unpack", None)
            if spec is not None:
                self._read(spec)
        return ModuleType.__getattribute__(self, name)

    def _read(self, spec: ModuleSpec) -> None:
        published, self.__spec__ = self.__spec__, spec
        try:
            cast("Loader", spec.loader).exec_module(self)
        except BaseException:
            vars(self)["_unpack"] = spec  # half a module answers nobody: the next one asks again
            raise
        finally:
            self.__spec__ = published
        object.__setattr__(self, "__class__", ModuleType)
