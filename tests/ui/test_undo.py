"""Steps are taken back and done again in order, each by its name."""

from __future__ import annotations

from functools import partial

from logbook.ui.book_view import BookView
from logbook.ui.undo import Step, Steps


def _step(told: list[str], name: str) -> Step:
    return Step(name, partial(told.append, f"-{name}"), partial(told.append, f"+{name}"))


def test_steps_go_back_and_forth_in_order() -> None:
    told: list[str] = []
    steps = Steps()
    for name in "abc":
        steps.add(_step(told, name))
    assert (steps.next_undo, steps.next_redo) == ("c", "")
    steps.undo()
    steps.undo()
    assert (steps.next_undo, steps.next_redo) == ("a", "b")
    steps.redo()
    steps.undo()
    assert told == ["-c", "-b", "+b", "-b"]


def test_a_new_step_ends_what_could_be_done_again() -> None:
    told: list[str] = []
    steps = Steps()
    steps.add(_step(told, "a"))
    steps.undo()
    steps.add(_step(told, "b"))
    assert steps.redo() is None
    assert steps.next_undo == "b"


def test_a_step_that_cannot_be_done_again_stays_undone() -> None:
    steps = Steps()
    steps.add(Step("a", lambda: None))
    assert steps.undo() is not None
    assert steps.redo() is None
    assert steps.undo() is None


def test_the_toast_names_what_was_undone_and_offers_to_do_it_again(book_view: BookView) -> None:
    told: list[str] = []
    desk = book_view.desk
    for name in ("Entry starred", "Entry moved to the bin"):
        desk.did(name, partial(told.append, f"-{name}"), partial(told.append, f"+{name}"))
    toast = book_view._toast
    assert toast.accessibleName() == "Entry moved to the bin"
    assert book_view.undo_toast()
    assert toast.accessibleName() == "Undone: Entry moved to the bin"
    assert toast.button.text() == "Redo"
    toast.button.click()
    assert toast.accessibleName() == "Done again: Entry moved to the bin"
    assert book_view.undo_toast()
    assert book_view.undo_toast()
    assert toast.accessibleName() == "Undone: Entry starred"
    assert not book_view.undo_toast()
    assert book_view.redo()
    assert told == [
        "-Entry moved to the bin",
        "+Entry moved to the bin",
        "-Entry moved to the bin",
        "-Entry starred",
        "+Entry starred",
    ]


def test_undo_of_a_passing_toast_comes_before_the_steps(book_view: BookView) -> None:
    told: list[str] = []
    book_view.desk.did("Entry starred", partial(told.append, "step"))
    book_view.desk.toast("Draft thrown away", partial(told.append, "draft"))
    assert book_view.undo_toast()
    assert book_view.undo_toast()
    assert told == ["draft", "step"]
