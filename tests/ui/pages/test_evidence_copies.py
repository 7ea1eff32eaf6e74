"""Copies of chosen files: asked how, saved into a folder, and what was not saved is named."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from logbook.domain.ids import EvidenceId
from logbook.tasks import keep_file
from logbook.ui import files
from logbook.ui.book_view import BookView
from logbook.ui.file_actions import FileActions
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.dialog import Dialog
from logbook.vault.vault import Vault

Do = Callable[..., Any]


def _keep(vault: Vault) -> list[EvidenceId]:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "JPEG")
    some = (("a.jpg", out.getvalue()), ("b.txt", b"words"), ("c.bin", b"\0\1"), ("d.bin", b"\0\2"))
    return [
        keep_file.keep_file(vault, keep_file.look_at_bytes(name, data)).id for name, data in some
    ]


@pytest.fixture
def kept(do: Do) -> list[EvidenceId]:
    found: list[EvidenceId] = do(_keep)
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    monkeypatch.setattr(files, "choose_folder", lambda _window, then: then(made))
    return made


@pytest.fixture
def actions(book_view: BookView) -> FileActions:
    book_view.show_page("evidence", {})
    return FileActions(book_view.desk)


def _question(view: BookView) -> Dialog:
    (dialog,) = (one for one in view.findChildren(Dialog) if one.isVisible())
    return dialog


def test_copies_of_several_files_are_saved_as_they_are(
    actions: FileActions, kept: list[EvidenceId], folder: Path, book_view: BookView, at_rest: Any
) -> None:
    actions.ask_several(kept)
    at_rest(book_view)
    dialog = _question(book_view)
    assert dialog.title.text() == "Save copies of these 4 files?"
    assert "2 of them are of kinds that cannot be cleaned" in dialog.line.text()
    assert [one.text() for one in dialog.findChildren(Button)] == [
        "Not now",
        "As they are",
        "Without hidden data",
    ]
    dialog.close_with("as_is")
    at_rest(book_view)
    assert sorted(path.name for path in folder.iterdir()) == ["a.jpg", "b.txt", "c.bin", "d.bin"]
    assert book_view._toast.accessibleName() == "4 copies saved in “copies”"


def test_what_was_not_saved_is_named_with_the_reason_and_what_helps(
    actions: FileActions, kept: list[EvidenceId], folder: Path, book_view: BookView, at_rest: Any
) -> None:
    actions.ask_several(kept)
    at_rest(book_view)
    _question(book_view).close_with("clean")
    at_rest(book_view)
    assert sorted(path.name for path in folder.iterdir()) == ["a.jpg", "b.txt"]
    said = _question(book_view)
    assert said.title.text() == "2 files were not saved"
    assert said.line.text().startswith("c.bin, d.bin: The hidden data in this kind of file")
    assert "Save it as it is" in said.line.text()
    assert said.line.text().endswith("2 copies saved in “copies”.")
    said.close_with("close")


def test_nothing_is_cleaned_where_nothing_can_be(
    actions: FileActions, kept: list[EvidenceId], folder: Path, book_view: BookView, at_rest: Any
) -> None:
    actions.ask_several(kept[2:])
    at_rest(book_view)
    dialog = _question(book_view)
    assert [one.text() for one in dialog.findChildren(Button)] == ["Not now", "As they are"]
    dialog.close_with("no")
    at_rest(book_view)
    assert list(folder.iterdir()) == []


def test_a_stop_before_the_first_copy_says_that_there_is_none(
    actions: FileActions, kept: list[EvidenceId], folder: Path, book_view: BookView, at_rest: Any
) -> None:
    pressed = threading.Event()
    book_view.desk.on_vault(lambda _vault: pressed.wait(60))  # the copies wait behind it
    actions._save_copies(kept, folder, clean=False)
    stop = book_view.work.findChild(Button)
    assert stop is not None
    stop.click()
    pressed.set()
    at_rest(book_view)
    assert book_view._toast.accessibleName() == "Stopped. No copy was saved."
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_used_is_a_problem_above_the_page(
    actions: FileActions, kept: list[EvidenceId], tmp_path: Path, book_view: BookView, at_rest: Any
) -> None:
    actions._save_copies(kept, tmp_path / "nowhere", clean=False)
    at_rest(book_view)
    assert book_view._problem.isVisible()
