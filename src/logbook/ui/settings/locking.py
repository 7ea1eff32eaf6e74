"""Lock and passphrase: what opens the book, and a new recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks import books
from logbook.ui.dialogs.new_passphrase import NewPassphraseDialog
from logbook.ui.failures import words_for
from logbook.ui.settings.section import SettingsSection
from logbook.ui.setup.recovery_key import RecoveryKey
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.setting_card import row_of
from logbook.ui.widgets.tone import Tone

if TYPE_CHECKING:
    from logbook.ui.desk import Desk


class LockingSection(SettingsSection):
    """The passphrase and the recovery key; neither can be looked up here."""

    section_id: ClassVar[str] = "locking"
    order: ClassVar[int] = 2
    icon: ClassVar[str] = "lock-simple"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._key: RecoveryKey | None = None
        self._banner = Banner()
        self._banner.hide()
        self.column.addWidget(self._banner)
        self._build_passphrase()
        self._build_code()
        self._build_start()

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "Lock and passphrase")

    def on_leave(self) -> None:
        """Take the new key off the screen; it is kept nowhere."""
        self._banner.hide()
        if self._key is not None:
            self._key.forget()
            self._key.deleteLater()
            self._key = None

    def _build_passphrase(self) -> None:
        card = self.add_card(translate("Settings", "Passphrase"))
        self._change = Button(translate("Settings", "Change"), icon="key")
        self._change.setAccessibleName(translate("Book", "Change the passphrase"))
        self._change.clicked.connect(self._ask_passphrase)
        card.add_row(
            translate("Book", "Change the passphrase"),
            translate(
                "Book", "Copies that were made before keep the passphrase and the key of that day."
            ),
            self._change,
        )

    def _build_code(self) -> None:
        self._card = self.add_card(
            translate("Settings", "Recovery key"),
            translate(
                "Settings",
                "It opens the book when the passphrase is forgotten. The book keeps no copy of it,"
                " so the old key cannot be shown again. A new one can be made.",
            ),
        )
        self._code = Button(translate("Book", "New recovery key"))
        self._code.clicked.connect(self._ask_code)
        self._card.add(row_of(self._code))

    def _build_start(self) -> None:
        card = self.add_card(translate("Settings", "After unlocking"))
        self.start = self.add_switch(
            card,
            "open_on_new_entry",
            (
                translate("Settings", "Open on a new entry"),
                translate(
                    "Settings",
                    "The cursor stands in the box, and you can write at once.",
                ),
            ),
            default=False,
        )

    def _ask_passphrase(self) -> None:
        line = translate("Book", "The old one stops working for this book at once.")
        dialog = NewPassphraseDialog(self.desk.window(), line)

        def change(passphrase: bytearray) -> None:
            self.desk.on_vault(
                books.change_passphrase, passphrase, then=changed, failed=refused, keep=True
            )

        def changed(_nothing: object) -> None:
            dialog.accept()
            self.desk.toast(translate("Book", "Passphrase changed"))

        def refused(error: LogbookError) -> None:
            words = words_for(error)
            dialog.refuse(f"{words.title}. {words.do}")

        dialog.chosen.connect(change)
        dialog.open()

    def _ask_code(self) -> None:
        self.desk.ask(
            translate("Book", "Make a new recovery key?"),
            translate("Book", "The one on paper stops working for this book."),
            ("no", translate("Book", "Keep the old one"), Variant.SECONDARY),
            ("yes", translate("Book", "Make a new key"), Variant.PRIMARY),
            then=self._answered,
        )

    def _answered(self, answer: str) -> None:
        if answer == "yes":
            self.desk.on_vault(
                books.new_recovery_code, then=self._show_code, failed=self._failed, keep=True
            )

    def _show_code(self, code: str) -> None:
        self.on_leave()
        self._key = RecoveryKey(code)
        self._card.add(self._key)
        self._banner.say(
            translate("Book", "Write the new recovery key down."),
            translate("Book", "It is shown below until you leave this page, and kept nowhere."),
            Tone.INFO,
        )
        self._banner.show()
        self.desk.announce(translate("Book", "Write the new recovery key down."))

    def _failed(self, error: LogbookError) -> None:
        words = words_for(error)
        self._banner.say(words.title, f"{words.what} {words.do}".strip(), Tone.WARNING)
        self._banner.show()
        self.desk.announce(words.title, urgent=True)
