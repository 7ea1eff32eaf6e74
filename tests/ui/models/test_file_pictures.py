"""Small pictures in bounded memory, and none that should not be here."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import EvidenceId
from logbook.ui.desk import Desk
from logbook.ui.jobs import Job, Jobs
from logbook.ui.models import file_pictures
from logbook.ui.models.file_pictures import FilePictures
from logbook.ui.widgets.tile_picture import Shape
from logbook.vault.evidence import NewEvidence
from logbook.vault.vault import Vault

SHARP = Shape(100, 60, 8.0)
BLURRED = Shape(100, 60, 8.0, blurred=True)
ONE_BYTES = 100 * 60 * 4


class _Shell:
    """Says nothing: no picture is worth a word."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        raise AssertionError(name)


@pytest.fixture
def pictures(vault: Vault, jobs: Jobs) -> FilePictures:
    return FilePictures(Desk(vault, jobs, _Shell()))  # type: ignore[arg-type]  # see its words


@pytest.fixture
def files(vault: Vault, jobs: Jobs, outcome: Callable[[Job], Any]) -> list[EvidenceId]:
    kept: list[EvidenceId] = outcome(jobs.on_vault(_keep, vault))
    return kept


def _keep(vault: Vault) -> list[EvidenceId]:
    kept = []
    for number in range(30):
        out = io.BytesIO()
        Image.new("RGB", (200, 120), (number * 8, 90, 90)).save(out, "JPEG")
        facts = FileFacts("image/jpeg", MediaClass.PICTURE, thumbnail=out.getvalue())
        what = NewEvidence(f"{number}.jpg", "file", facts)
        kept.append(vault.evidence.add(what, io.BytesIO(b"%d" % number)).id)
    return kept


def _here(pictures: FilePictures, files: list[EvidenceId]) -> list[int]:
    return [at for at, one in enumerate(files) if pictures.picture(one, blurred=False) is not None]


def test_all_that_is_wanted_comes_though_it_is_fetched_in_parts(
    pictures: FilePictures, files: list[EvidenceId], settle: Callable[[], None]
) -> None:
    pictures.want([(one, SHARP) for one in files])
    settle()
    assert _here(pictures, files) == list(range(30))
    assert pictures.kept_bytes == 30 * ONE_BYTES


def test_the_oldest_go_where_there_is_no_room(
    pictures: FilePictures,
    files: list[EvidenceId],
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(file_pictures, "KEPT_MOST_BYTES", 10 * ONE_BYTES)
    pictures.want([(one, SHARP) for one in files])
    settle()
    assert pictures.kept_bytes == 10 * ONE_BYTES
    assert _here(pictures, files) == list(range(20, 30))


def test_what_is_wanted_no_more_is_not_fetched(
    pictures: FilePictures, files: list[EvidenceId], settle: Callable[[], None]
) -> None:
    pictures.want([(one, SHARP) for one in files])
    pictures.want([(files[29], SHARP)])
    settle()
    assert 29 in _here(pictures, files)
    assert len(_here(pictures, files)) <= 13, "one part was on its way already"


def test_another_size_takes_the_place_of_the_first(
    pictures: FilePictures, files: list[EvidenceId], settle: Callable[[], None]
) -> None:
    pictures.want([(files[0], SHARP)])
    settle()
    pictures.want([(files[0], Shape(50, 30, 4.0))])
    shown = pictures.picture(files[0], blurred=False)
    assert shown is not None
    assert shown.width() == 100, "until the right one comes"
    settle()
    assert pictures.kept_bytes == 50 * 30 * 4


def test_a_sharp_picture_on_its_way_is_not_kept_once_pictures_are_blurred(
    pictures: FilePictures, files: list[EvidenceId], settle: Callable[[], None]
) -> None:
    pictures.want([(one, SHARP) for one in files])
    pictures.forget()
    pictures.want([(one, BLURRED) for one in files])
    settle()
    assert _here(pictures, files) == []
    assert pictures.picture(files[0], blurred=True) is not None
    assert pictures.kept_bytes == 30 * ONE_BYTES


def test_one_file_can_be_forgotten(
    pictures: FilePictures, files: list[EvidenceId], settle: Callable[[], None]
) -> None:
    pictures.want([(one, SHARP) for one in files[:3]])
    settle()
    pictures.forget(files[1])
    assert _here(pictures, files) == [0, 2]
    assert pictures.kept_bytes == 2 * ONE_BYTES


def test_a_file_that_is_gone_has_no_picture(
    pictures: FilePictures, files: list[EvidenceId], settle: Callable[[], None]
) -> None:
    pictures.want([(EvidenceId(9_999), SHARP), (files[0], SHARP)])
    settle()
    assert pictures.picture(EvidenceId(9_999), blurred=False) is None
    assert _here(pictures, files) == [0]
