"""PySide6's import without what this program never asks of it: a third of the way to a window.

PySide6 carries a Python part of its own, packed, and compiles it anew in every process
(`signature_bootstrap.py`, 6.11). Most of it writes signatures: for the words of a TypeError after a
wrong call, for `help` and for stubs. Those modules are compiled when one is first asked for.

It also puts a hook into every import statement. For its switch between `setText` and `set_text`,
which this program does not use, the hook reads the source of every module that is imported from
then on and searches it for the word PySide6: a fifth of the start, and all those sources stay in
memory (`shibokensupport/feature.py`).

Where another version of PySide6 has none of this, nothing is found, and it loads as it wants to.
"""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import ModuleSpec
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
_loading = RLock()  # a wrong call on two threads at once must not run a module twice


def take_back() -> None:
    """Load the base of Qt, leave its seldom used part packed, and take its hook out of imports."""
    plain: Callable[..., ModuleType] = getattr(builtins, "__orig_import__", builtins.__import__)

    def watched(name: str, *rest: object, **named: object) -> ModuleType:
        if name == _PACKED:
            _leave_packed(sys.meta_path[0])
        return plain(name, *rest, **named)

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

    def __init__(self, finder: _Unpacker) -> None:
        self._finder = finder

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Packed(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        vars(module)["_unpack"] = ModuleSpec(module.__name__, cast("Loader", self._finder))


class _Packed(ModuleType):
    """A packed module; once read it is a usual one.

    Not `importlib.util.LazyLoader`: PySide6 asks each for `__spec__` at once, and renames it there.
    """

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # the import system asks for these, and can do without
            raise AttributeError(name)
        with _loading:
            spec = vars(self).pop("_unpack", None)
            if spec is not None:
                published, self.__spec__ = self.__spec__, spec
                spec.loader.exec_module(self)
                self.__spec__ = published
                object.__setattr__(self, "__class__", ModuleType)
        return ModuleType.__getattribute__(self, name)
