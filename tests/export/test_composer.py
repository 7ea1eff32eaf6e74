"""A report made by a process of its own: the same bytes, the same failures, and nothing left."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest

from logbook.domain.progress import SILENT
from logbook.errors import Cancelled, HiddenNameInReport, NothingChosen, OriginalDamaged
from logbook.export import composer, report
from logbook.export.child import Child, ChildFailed
from logbook.export.cleaned import cleaning_in
from logbook.export.composer import Composer
from logbook.i18n import use_language


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Every process that was started to make a report."""
    found: list[subprocess.Popen[bytes]] = []
    start = composer.start_process

    def remember() -> subprocess.Popen[bytes]:
        found.append(start())
        return found[-1]

    monkeypatch.setattr(composer, "start_process", remember)
    return found


@pytest.fixture
def spanish() -> Iterator[None]:
    use_language("es_MX")
    yield
    use_language("en")


class Watching:
    """A progress that counts, and perhaps stops."""

    def __init__(self, *, stop_at: str = "") -> None:
        self.said: list[tuple[int, int]] = []
        self.ways_given = 0
        self._stop_at = stop_at

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        self.said.append((done, total))
        if self._stop_at and doing == self._stop_at:
            raise Cancelled

    def give_way(self) -> None:
        self.ways_given += 1


def shown_here(dossier):
    with Child() as helper:
        return report.show(dossier, cleaning_in(helper))


def test_the_other_process_makes_the_same_bytes_and_says_the_same(make, started):
    dossier = make.full()

    assert Composer().show(dossier) == shown_here(dossier)
    assert [process.poll() is None for process in started] == [False]


@pytest.mark.usefixtures("spanish")
def test_it_speaks_as_this_process_does(make):
    dossier = replace(make.full(), language="en")

    assert Composer().show(dossier).checks == shown_here(dossier).checks


def test_what_was_cleaned_is_not_cleaned_again(make, conforming):
    asked: list[str] = []

    def data() -> bytes:
        asked.append("own.pdf")
        return conforming

    file = replace(make.document(5, "own.pdf", conforming), pdf_bytes=data)
    dossier = make.dossier(entries=(make.entry(1, "Papers", "Served.", files=(5,)),), files=(file,))
    made = Composer()
    first = made.show(dossier)

    assert made.show(dossier).data == first.data
    assert asked == ["own.pdf"]


@pytest.mark.parametrize("can_be_left_out", [True, False])
def test_a_failure_comes_over_with_its_facts(make, *, can_be_left_out):
    dossier = make.full()
    protected = replace(
        dossier,
        protected=("street",),
        caption=dossier.caption if can_be_left_out else replace(dossier.caption, court="street"),
    )
    with pytest.raises(HiddenNameInReport) as here:
        shown_here(protected)
    with pytest.raises(HiddenNameInReport) as there:
        Composer().show(protected)

    assert there.value.can_be_left_out is here.value.can_be_left_out is can_be_left_out
    assert (there.value.detail, there.value.where) == (here.value.detail, here.value.where)


def test_nothing_chosen_is_told_as_ever(make):
    with pytest.raises(NothingChosen):
        Composer().show(make.dossier(entries=(), files=()))


def test_what_loading_a_file_raises_passes_through_and_the_process_ends(make, started):
    def damaged() -> None:
        raise OriginalDamaged(where="review.png")

    full = make.full()
    files = (replace(full.files[0], print_copy=damaged), *full.files[1:])
    with pytest.raises(OriginalDamaged):
        Composer().show(replace(full, files=files))

    assert started[0].poll() is not None


def test_a_bug_is_told_without_the_words_of_a_person(make):
    full = make.full()
    broken = replace(full, entries=(replace(full.entries[0], happened="My own words"),))
    with pytest.raises(RuntimeError) as bug:
        Composer().show(broken)

    assert "wire.py:" in str(bug.value)
    assert "words" not in str(bug.value)


def test_stop_ends_the_process(make, started):
    watching = Watching(stop_at="Laying out pages")
    with pytest.raises(Cancelled):
        Composer().show(make.full(), watching)

    assert started[0].poll() is not None


def test_progress_goes_forward_and_lets_other_work_run(make):
    watching = Watching()
    Composer().show(make.full(), watching)
    done = [part / total for part, total in watching.said if total]

    assert done == sorted(done)
    assert watching.ways_given > 0


def test_a_process_that_was_made_ready_is_used(make, started):
    made = Composer()
    made.make_ready()
    made.make_ready()
    made.show(make.full(), SILENT)

    assert len(started) == 1


def test_a_process_that_was_made_ready_for_nothing_ends(started):
    made = Composer()
    made.make_ready()
    made.end()
    made.make_ready()

    assert len(started) == 1
    assert started[0].wait(10) != 0


def test_a_process_that_dies_is_told(make, started):
    made = Composer()
    made.make_ready()
    started[0].kill()
    started[0].wait()
    with pytest.raises(ChildFailed):
        made.show(make.full())
