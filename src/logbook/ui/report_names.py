"""The person's name on a report: the legal one is asked about once more, a missing one is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.selection import EntryFilter, NameForm
from logbook.i18n import translate
from logbook.tasks import own_names
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.report_choices import Known, ReportChoices

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault


class ReportNames(QObject):
    """Listens to the choice of the name; `known` comes when the book has a new one."""

    known = Signal(object)  # Known

    def __init__(
        self, desk: Desk, choices: ReportChoices, pages: Callable[[], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choices = choices
        self._pages = pages
        choices.look_form.legal_asked.connect(self._ask_legal)
        choices.look_form.own_name_typed.connect(self._keep_name)

    def _ask_legal(self) -> None:
        pages = self._pages()
        where = (
            translate(
                "Report",
                "It will stand at the foot of every page, %n page in all, and on the cover.|"
                "It will stand at the foot of every page, %n pages in all, and on the cover.",
                "",
                pages,
            )
            if pages
            else translate("Report", "It will stand at the foot of every page, and on the cover.")
        )
        line = translate("Report", "Everyone who gets the file can read it, the other side too.")
        self._desk.ask(
            translate("Report", "Print your legal name?"),
            f"{where} {line}",
            ("no", translate("Report", "Not now"), Variant.SECONDARY),
            ("yes", translate("Report", "Print my legal name"), Variant.SECONDARY),
            then=self._answered,
        )

    def _answered(self, answer: str) -> None:
        form = self._choices.look_form
        if answer != "yes":
            form.use_name(NameForm(self._choices.draft.name_as))
        elif form.needs_name:
            form.own.setFocus()
        else:
            form.edited.emit()

    def _keep_name(self) -> None:
        names = self._choices.look_form.own_name()
        self._desk.on_vault(_keep, names, then=self._kept)

    def _kept(self, known: Known) -> None:
        self.known.emit(known)
        self._choices.look_form.edited.emit()


def read_known(vault: Vault) -> Known:
    """Read what a report can offer; runs on the vault's thread."""
    return Known(
        own_names.read_me(vault),
        vault.messages.conversations(),
        vault.entries.count(EntryFilter()),
    )


def _keep(vault: Vault, names: dict[str, str]) -> Known:
    own_names.keep_my_names(vault, **names)
    return read_known(vault)
