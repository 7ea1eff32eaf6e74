"""New entry and edit: one box is needed, everything else can wait, nothing is ever thrown away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.domain.entry import Entry
from logbook.domain.ids import EntryId
from logbook.domain.moment import Moment
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks.change_entries import Change
from logbook.ui.draft_keeper import DraftKeeper
from logbook.ui.entry_actions import EntryActions
from logbook.ui.entry_bringing import Bringing, Parts, parts_of
from logbook.ui.models import entry_saving
from logbook.ui.models.entry_draft import EntryDraft, key_of, new_draft_id
from logbook.ui.models.entry_saving import Brought, Saved, Start
from logbook.ui.on_key import on_key
from logbook.ui.page import Page
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, IconButton, Variant
from logbook.ui.widgets.entry_foot import EntryFoot
from logbook.ui.widgets.entry_main import EntryMain
from logbook.ui.widgets.entry_side import EntrySide
from logbook.ui.widgets.entry_side_pane import EntrySidePane
from logbook.ui.widgets.key_cap import keys_in_words

if TYPE_CHECKING:
    from logbook.domain.person import Person
    from logbook.ui.desk import Desk

_NARROW_PX, _STACKED_PX = 1100, 900  # effective widths: below the second the side lies below


class NewEntryPage(Page):
    """Writes a new entry, or a new version of one (`entry` among the arguments).

    `files` and `messages` are numbers of what the book has and the entry shall have; a text among
    `files` is the path of one that is to be brought in, and `picture` a picture that is. Where a
    new entry is half written, the person says whether they go to it or to another one.
    """

    page_id: ClassVar[str] = "new_entry"
    help_id: ClassVar[str] = "new_entry"
    rail_page: ClassVar[str] = "timeline"
    has_back: ClassVar[bool] = True
    heavy: ClassVar[Mapping[type[QWidget], bool]] = {EntrySide: False, EntryMain: True}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._subject: int | None = None  # the entry on the page, 0 for a new one, None: not read
        self._before: Entry | None = None
        self._draft_id = ""
        self._base = 0  # version of the entry that the draft began from
        self._reads = 0  # what an earlier one brings is not shown
        self._typed_kept = ""  # of what is typed while the draft is read
        self._loading = False
        self._saving = False
        self._save = Button(translate("NewEntry", "Save entry"), Variant.PRIMARY)
        self._save.setToolTip(translate("NewEntry", "Save entry (Ctrl+Enter)"))
        self._save.setAccessibleDescription(keys_in_words("Ctrl+Enter"))
        self._save.clicked.connect(self.save)
        self._throw = IconButton("trash", translate("NewEntry", "Throw draft away"))
        self._throw.clicked.connect(self._throw_away)
        self._footer = EntryFoot()
        self._footer.later.clicked.connect(self._edited)
        self._acts = EntryActions(desk)
        self._keeper = DraftKeeper(desk, self)
        self._keeper.due.connect(self.keep_draft)
        self._keeper.status_changed.connect(self._show_status)
        self._keeper.failed.connect(self._say_failed)
        self._build_main()
        self._build_side()
        self._bringing = Bringing(desk, self, self.files.adding, self._acts, self)
        row = QHBoxLayout(self)
        spaced(row, gap=0)
        row.addWidget(self.main, 1)
        row.addWidget(self._side_pane)
        for keys, act in (
            ("Ctrl+D", self.side.when.first.setFocus),
            ("Ctrl+Shift+P", self.side.people.edit.setFocus),
            ("Ctrl+Shift+A", self._choose_files),
        ):
            on_key(self, keys, act)

    def title(self) -> str:
        if self._subject:
            return translate("NewEntry", "Edit entry")
        return translate("NewEntry", "New entry")

    def status_is_good(self) -> bool:
        return self._keeper.is_kept

    def status(self) -> str:
        return "" if self._side_pane.is_away else self._keeper.status

    def bar_actions(self) -> list[QWidget]:
        return [self._throw]

    def primary(self) -> QWidget | None:
        return self._save

    def footer(self) -> QWidget | None:
        return self._footer

    def panes(self) -> list[QWidget]:
        return [self.text, self.files, self.side]

    def focus_target(self) -> QWidget | None:
        return self.text

    def on_show(self, **arguments: object) -> None:
        wanted = arguments.get("entry")
        subject = wanted if isinstance(wanted, int) and wanted > 0 else 0
        self._bringing.wait_with(parts_of(arguments))
        if subject == self._subject:
            self.desk.on_vault(entry_saving.read_people, then=self._know_people)
            self._bringing.settle()
        else:
            self.keep_draft()
            self._put_up_empty()
            self._read(subject, entry_saving.read_start)

    def _read(self, subject: int, read: Callable[..., Start]) -> None:
        self._subject = subject
        self._loading = True
        self._reads += 1
        now = self._reads
        self.bar_changed.emit()
        self.desk.on_vault(
            read,
            EntryId(subject) if subject else None,
            then=lambda start: self._begin(start) if now == self._reads else None,
            failed=lambda error: self._cannot_begin(error) if now == self._reads else None,
        )

    def on_leave(self) -> None:
        self.keep_draft()

    def place(self) -> dict[str, object]:
        return {"entry": self._subject} if self._subject else {}

    def take_files(self, untrusted_paths: list[Path]) -> bool:
        self._bringing.drop(Parts(paths=tuple(untrusted_paths)))
        return True

    def take_picture(self, picture: QImage) -> bool:
        self._bringing.drop(Parts(pictures=(picture,)))
        return True

    def set_width(self, effective_px: int) -> None:
        self._side_pane.set_narrow(narrow=effective_px < _NARROW_PX)
        self._stack(stacked=effective_px < _STACKED_PX)

    def draft(self) -> EntryDraft:
        """Return what is on the page."""
        side = self.side
        typed_at = side.when.typed_at()
        return EntryDraft(
            entry=self._subject or 0,
            text=self.text.toPlainText(),
            precision=side.when.precision().value,
            when=side.when.first.text(),
            until=side.when.last.text(),
            typed_at=typed_at.isoformat() if typed_at is not None else self._keeper.edited_at,
            kept_when=side.when.is_untouched(),
            kind=side.kind().value,
            people=side.people.names_and_typed(),
            witnesses=side.witnesses.names_and_typed(),
            evidence=self.files.numbers(),
            messages=self.messages.numbers(),
            caret=self.text.textCursor().position(),
            about_min=side.when.about_min(),
            later=self._footer.later.isChecked(),
            base=self._base,
            draft_id=self._draft_id,
            **side.details.values(),
        )

    def keep_draft(self) -> None:
        self._keeper.rest()
        if self._subject is None or self._saving:
            return
        if self._loading:
            self._keep_typed()
        else:
            self._keeper.keep(self.draft(), empty_too=self._bringing.expects(self._draft_id))

    def _keep_typed(self) -> None:
        """Add to the draft in the book what was typed before that draft is here."""
        typed = self.text.toPlainText()
        words = typed.removeprefix(self._typed_kept)
        if words.strip():
            self._typed_kept = typed
            self.desk.on_vault(entry_saving.keep_typed, self._subject, words, keep=True)

    def save(self) -> None:
        """Save the entry; on any failure the words stay where they are."""
        if self._saving or self._loading:
            return
        if not self.text.toPlainText().strip():
            self._say(
                translate("NewEntry", "Write a few words first"),
                translate("NewEntry", "One sentence is enough. Everything else can wait."),
            )
            self.text.setFocus()
            return
        self.side.settle_typed()
        understood = self.side.when.understand()
        if understood.moment is None:
            self._say(translate("NewEntry", "Look at the date again"), understood.problem)
            self.side.when.first.setFocus()
            return
        self._save_as(understood.moment)

    def _save_as(self, happened: Moment) -> None:
        self.keep_draft()  # the newest words are durable before anything can go wrong
        self._freeze(saving=True)
        self._banner.hide()
        self.desk.on_vault(
            entry_saving.save_draft,
            self.draft(),
            happened,
            then=self._saved,
            failed=self._save_failed,
            keep=True,
        )

    # What the page is made of

    def _build_main(self) -> None:
        self.main = self.part(EntryMain)
        self.text, self.files, self.messages = self.main.text, self.main.files, self.main.messages
        self.text.textChanged.connect(self._edited)
        self.text.left_field.connect(self.keep_draft)
        self._banner = self.main.banner
        self._banner.again.clicked.connect(self.save)
        self._banner.copy.clicked.connect(self._copy_text)
        self.main.hint.closed.connect(self._drop_hint)
        self.files.changed.connect(self._parts_changed)
        self.files.drop.dropped.connect(self.take_files)
        self.files.drop.pressed.connect(self._choose_files)
        self.messages.changed.connect(self._parts_changed)

    def _build_side(self) -> None:
        self.side = self.part(EntrySide)
        self.side.changed.connect(self._edited)
        self._side_pane = EntrySidePane(self.side)

    def _stack(self, *, stacked: bool) -> None:
        """Lay the side below the text where both side by side have no room."""
        self.main.stack(stacked=stacked)
        if stacked == self._side_pane.is_away:
            return
        if stacked:
            self._side_pane.lend(self.main.parts)
        else:
            self._side_pane.take_back()
        self._show_status()

    # Reading and showing

    def _begin(self, start: Start) -> None:
        typed = self.text.toPlainText()  # a fast hand writes while the book is still read
        self._before = start.entry
        self._know_people(start.people)
        untouched = entry_saving.untouched(start)
        draft = start.draft or untouched
        if typed:
            draft = replace(draft, text=draft.text + typed, caret=len(draft.text + typed))
        self.main.fill_parts(start, draft)
        self._fill(draft, restored=start.draft is not None)
        self._keeper.edited_at = draft.typed_at
        self._draft_id, self._base = draft.draft_id or new_draft_id(), draft.base
        self._loading = False
        if start.draft is None:
            untouched = replace(self.draft(), text=untouched.text)
        self._keeper.untouched = untouched
        self._keeper.begin(self.draft(), is_kept=start.draft is not None)
        self.main.hint.setVisible(bool(self.desk.setting("entry hint", default=True)))
        if typed:
            self._edited()
        self._bringing.settle()

    # What is brought to the entry

    def draft_id(self) -> str:
        return self._draft_id

    def is_settled(self) -> bool:
        return not self._loading and not self._saving

    def is_untouched(self) -> bool:
        return bool(self._subject) or self.draft().says_the_same_as(self._keeper.untouched)

    def take_in(self, brought: Brought) -> None:
        self.files.bring(brought.files)
        self.messages.bring(brought.messages)
        if self._subject == 0 and brought.messages:  # a new entry: what the messages tell of it
            self.side.suggest(brought.told)

    def begin_another(self) -> None:
        self._keeper.rest()
        self._freeze(saving=True)
        self.desk.on_vault(
            entry_saving.put_aside,
            self.draft().to_json(),
            then=self._is_aside,
            failed=self._not_aside,
            keep=True,
        )

    def _is_aside(self, _result: object) -> None:
        self._freeze(saving=False)
        self._put_up_empty()
        self._read(0, entry_saving.read_empty)
        self.desk.toast(translate("NewEntry", "Your other draft is kept"))

    def _not_aside(self, error: LogbookError) -> None:
        self._bringing.give_up()
        self._freeze(saving=False)
        self._keeper.not_kept(error)
        self._bringing.settle()

    def _cannot_begin(self, error: LogbookError) -> None:
        """An entry that is gone cannot be edited; the page goes on with the new one."""
        self.desk.say_problem(error)
        if self._subject:
            self.text.setPlainText(self.text.toPlainText().removeprefix(self._typed_kept))
            self._typed_kept = ""  # it comes back with the draft
            self._read(0, entry_saving.read_start)
        else:
            self._begin(Start(None, None, (), (), ()))

    def _know_people(self, people: tuple[Person, ...]) -> None:
        self.side.set_people(people)

    def _fill(self, draft: EntryDraft, *, restored: bool) -> None:
        self.main.fill_words(draft)
        self._footer.later.setChecked(draft.later)
        kept = self._before.what.happened if self._before is not None else None
        self.side.fill(draft, kept, restored=restored)

    def _put_up_empty(self) -> None:
        self._loading = True
        self._subject = self._before = None
        self._draft_id = self._typed_kept = ""
        self._base = 0
        self.main.forget_parts()
        self._fill(EntryDraft(), restored=False)
        self._keeper.forget()
        self._loading = False

    def _edited(self) -> None:
        if not self._loading and self._subject is not None:
            self._keeper.touch()

    def _parts_changed(self) -> None:
        self._edited()
        self.keep_draft()

    def _show_status(self) -> None:
        self.main.kept_line.setText(self._keeper.status)
        self.main.kept_line.setVisible(self._side_pane.is_away and bool(self._keeper.status))
        self.bar_changed.emit()

    def _say(self, title: str, line: str) -> None:
        self._banner.say_first(title, line)
        self.desk.announce(title, urgent=True)

    def _say_failed(self, error: LogbookError) -> None:
        if not self.isVisible():
            self.desk.say_problem(error)
        self.desk.announce(self._banner.say_failed(error), urgent=True)

    # Saving, and taking back

    def _saved(self, saved: Saved) -> None:
        self._freeze(saving=False)
        entry, before = saved
        self._bringing.became(self._draft_id, entry.id)
        self._put_up_empty()
        self._bringing.settle()
        if before is None:
            self._acts.written(entry.id)
        else:
            changes = [Change(entry.id, before, entry.what)] if before != entry.what else []
            self._acts.changed(changes, translate("NewEntry", "Saved"))
        if self.isVisible():
            self.desk.go("timeline", entry=int(entry.id))
        if before == entry.what:
            self.desk.toast(translate("NewEntry", "Saved"))

    def _save_failed(self, error: LogbookError) -> None:
        self._freeze(saving=False)
        self._say_failed(error)
        self._bringing.settle()

    def _freeze(self, *, saving: bool) -> None:
        """Let nothing be typed that the save under way does not hold."""
        self._saving = saving
        self._save.setEnabled(not saving)
        self.main.freeze(saving=saving)
        for part in (self.side, self._footer.later):
            part.setEnabled(not saving)

    def _copy_text(self) -> None:
        self.desk.clipboard.put(self.text.toPlainText())

    def _throw_away(self) -> None:
        if self._subject is None or not self.is_settled():
            return
        self._keeper.rest()
        thrown = self.draft()
        key = key_of(thrown.entry)
        self.desk.on_vault(entry_saving.drop_draft, key, keep=True)
        self._put_up_empty()
        self.desk.back()
        self.desk.toast(
            translate("NewEntry", "Draft thrown away"), lambda: self._bring_back(key, thrown)
        )

    def _bring_back(self, key: str, thrown: EntryDraft) -> None:
        self.desk.on_vault(
            entry_saving.keep_draft,
            key,
            thrown.to_json(),
            then=lambda _: self.desk.go("new_entry", entry=thrown.entry),
            keep=True,
        )

    def _drop_hint(self) -> None:
        self.main.hint.hide()
        self.desk.keep_setting("entry hint", value=False)

    def _choose_files(self) -> None:
        self.desk.choose_files(self.take_files)
