"""The small open file beside a book: what is in it, and what is taken from it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.tasks.keep_look import keep_look
from logbook.ui import look_file
from logbook.ui.look_file import BookLook, look_of, read_look, written
from logbook.vault.place import Place

CHOSEN = BookLook("notes", "recipes", "es", 1.5, "dark", 3)


def test_without_a_choice_there_is_nothing_to_write():
    assert written(BookLook()) == b""
    assert written(look_of({"book_name": "Case", "backed_up_at": "2026-11-14"})) == b""


def test_what_was_chosen_is_read_again(tmp_path: Path):
    (tmp_path / look_file.NAME).write_bytes(written(CHOSEN))
    assert read_look(tmp_path) == CHOSEN
    assert Place(tmp_path).look.name == look_file.NAME


def test_of_the_settings_only_the_look_goes_out():
    settings = {
        "plain_look": True,
        "book_name": "Harassment by D. Marsh",
        "book_initials": "DM",
        "lock_after_min": 2,
        "theme": "dark",
    }
    assert json.loads(written(look_of(settings))) == {"plain": "notes", "theme": "dark"}
    assert written(look_of({"plain_name": "budget", "plain_look": False})) == b""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"plain": 3, "language": "../../x", "scale": 1e9, "theme": null, "colour": 7}',
        b'{"scale": NaN, "colour": true, "picture": "' + b"a" * 400 + b'"}',
        b"[" * 400,
        b'{"language": "es"}' + b" " * 600 + b"more",
    ],
)
def test_odd_content_counts_as_not_chosen(tmp_path: Path, content: bytes):
    (tmp_path / look_file.NAME).write_bytes(content)
    found = read_look(tmp_path)
    assert found._replace(language="", colour=0) == BookLook()
    assert found.language in {"", "es"}


@given(st.dictionaries(st.sampled_from(BookLook._fields), st.from_type(object) | st.text()))
def test_any_settings_make_a_look_that_fits_the_file(settings: dict[str, object]):
    said = written(look_of({**settings, "plain_look": True, "plain_name": settings.get("plain")}))
    assert len(said) <= look_file.MOST_BYTES


def test_a_link_a_pipe_and_a_folder_are_not_followed(tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(written(CHOSEN))
    book = tmp_path / "book"
    book.mkdir()
    (book / look_file.NAME).symlink_to(elsewhere)
    assert read_look(book) == BookLook()
    (book / look_file.NAME).unlink()
    os.mkfifo(book / look_file.NAME)
    assert read_look(book) == BookLook()
    (book / look_file.NAME).unlink()
    (book / look_file.NAME).mkdir()
    assert read_look(book) == BookLook()


def test_the_file_comes_and_goes_and_the_book_stays_whole(vault, jobs, outcome, tmp_path: Path):
    path = vault.folder / look_file.NAME
    outcome(jobs.on_vault(keep_look, vault, written(CHOSEN)))
    assert read_look(vault.folder) == CHOSEN
    assert path.stat().st_mode & 0o777 == 0o600
    assert outcome(jobs.on_vault(vault.check)).ok
    outcome(jobs.on_vault(vault.back_up, tmp_path / "copy.dat"))
    outcome(jobs.on_vault(keep_look, vault, b""))
    assert not path.exists()
    outcome(jobs.on_vault(keep_look, vault, b""))


def test_a_planted_link_is_replaced_and_not_written_through(vault, jobs, outcome, tmp_path: Path):
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    (vault.folder / look_file.NAME).symlink_to(mine)
    outcome(jobs.on_vault(keep_look, vault, written(CHOSEN)))
    assert mine.read_text() == "mine"
    assert read_look(vault.folder) == CHOSEN
