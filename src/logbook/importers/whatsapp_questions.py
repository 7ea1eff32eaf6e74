"""What only the person can say about an export, and what its own evidence suggests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from logbook import errors
from logbook.domain.message import Answers, Question
from logbook.importers.whatsapp_dates import POSSIBLE, Decision, Evidence, Form, read_day, written

Dates = Mapping[Form, Evidence]


def decisions(dates: Dates) -> dict[Form, Decision]:
    """Decide every form of dates for itself, as far as the dates themselves tell."""
    return {form: evidence.decide(form) for form, evidence in dates.items()}


def orders(decided: Mapping[Form, Decision], answers: Answers) -> dict[Form, str]:
    """Return the order of every form, the person's answer taken in.

    An answer cannot change what the dates leave no doubt of; one that merely repeats a suggestion
    does not change what other forms tell of themselves. Raises AnswerNeeded.
    """
    answer = answers.date_order
    suggested = answers.basis.get("date_order") in {"time_order", "separator"}
    found: dict[Form, str] = {}
    for form, decision in decided.items():
        keeps = decision.certain or (decision.order and (suggested or not answer))
        found[form] = decision.order if keeps else answer
        if found[form] not in POSSIBLE[form.year]:
            raise errors.AnswerNeeded("date order", where="date_order")
    return found


def date_question(dates: Dates, decided: Mapping[Form, Decision]) -> Question | None:
    """Ask for the order of day and month; `must_ask` when the file does not tell."""
    if not dates:
        return None
    open_forms = [form for form, decision in decided.items() if not decision.order]
    asked = max(open_forms or list(dates), key=lambda form: dates[form].dates)
    order, basis, _ = decided[asked]
    if open_forms and basis == "none" and "." in asked.signs:
        # No country writes the month first with dots; still only a suggestion.
        order, basis = "dmy", "separator"
    choices = POSSIBLE[asked.year]
    return Question(
        kind="date_order",
        choices=choices,
        suggestion=order,
        basis=basis,
        examples=_worked(dates[asked].example, choices),
        must_ask=bool(open_forms),
    )


def zone_question() -> Question:
    """Ask for the zone of the phone; without it times stay what the phone's clock showed."""
    return Question(kind="zone", choices=(), suggestion="", basis="none")


def me_question(speakers: Iterable[str], owners: Mapping[str, int]) -> Question:
    """Ask which sender the person is; "You deleted this message" is the one thing that tells it."""
    told = len(owners) == 1
    return Question(
        kind="me",
        choices=tuple(speakers),
        suggestion=next(iter(owners)) if told else "",
        basis="deleted_by_owner" if told else "none",
    )


def _worked(example: str, choices: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    numbers = written(example) if example else None
    if numbers is None:
        return ()
    days = ((choice, read_day(numbers, choice)) for choice in choices)
    return tuple((choice, f"{example} → {day.day.isoformat()}") for choice, day in days if day)
