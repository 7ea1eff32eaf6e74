"""Reads what a page shows only where the book was changed since: else what it shows is true."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from logbook.vault.vault import Vault

Found = TypeVar("Found")


class Anew(NamedTuple, Generic[Found]):
    """What was read, and how often the book had been changed then (`Vault.changes`)."""

    at: int
    found: Found


def read_anew(
    vault: Vault,
    known: int | None,
    read: Callable[..., Found],
    *args: object,
    drafts: bool = False,
) -> Anew[Found] | None:
    """Return what `read(vault, *args)` says; None where nothing was changed since `known`.

    Both are told by the vault's thread, after every save that was asked for before. `drafts`:
    drafts and settings belong to what is read.
    """
    at = vault.changes(drafts=drafts)
    return None if at == known else Anew(at, read(vault, *args))
