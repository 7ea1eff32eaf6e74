"""New entry and edit: one box is needed, everything else can wait, nothing is ever thrown away."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, Qt, QTime, QTimer
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.entry import Entry, EntryText, Kind
from logbook.domain.evidence import Evidence
from logbook.domain.ids import EntryId, EvidenceId, PersonId
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import Person, Role
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks import keep_file, write_entry
from logbook.ui.failures import words_for
from logbook.ui.models.entry_draft import DRAFT_KEY, EntryDraft, draft_of, read_draft
from logbook.ui.page import Page
from logbook.ui.style import px, spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, IconButton, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow, Tone
from logbook.ui.widgets.drop_zone import DropZone
from logbook.ui.widgets.entry_details_form import DetailsForm
from logbook.ui.widgets.field import TextBox
from logbook.ui.widgets.key_cap import KeyCap
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.people_picker import Known, PeoplePicker
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thumbnail import Thumbnail
from logbook.ui.widgets.when_field import WhenField
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault

_KEEP_AFTER_MS = 2_000
_SIDE_PX = 356


class Start(NamedTuple):
    """What the page needs from the book when it opens."""

    draft: EntryDraft | None
    entry: Entry | None
    people: tuple[Person, ...]
    files: tuple[Evidence, ...]
    pictures: dict[int, bytes]


class NewEntryPage(Page):
    """Writes a new entry, or a new version of one (`entry` among the arguments)."""

    page_id: ClassVar[str] = "new_entry"
    help_id: ClassVar[str] = "new_entry"
    rail_page: ClassVar[str] = "timeline"
    has_back: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._before: Entry | None = None
        self._files: list[Evidence] = []
        self._pictures: dict[int, bytes] = {}
        self._kept = EntryDraft()
        self._status = ""
        self._loading = True
        self._saving = False
        self._save = Button(translate("NewEntry", "Save entry"), Variant.PRIMARY)
        self._save.setToolTip(translate("NewEntry", "Save entry (Ctrl+Enter)"))
        self._save.clicked.connect(self.save)
        self._throw = IconButton("trash", translate("NewEntry", "Throw draft away"))
        self._throw.clicked.connect(self._throw_away)
        self._build_main()
        self._build_side()
        row = QHBoxLayout(self)
        spaced(row, gap=0)
        row.addWidget(self._main, 1)
        row.addWidget(Line(upright=True))
        row.addWidget(self._side)
        self._footer = self._build_footer()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_KEEP_AFTER_MS)
        self._later.timeout.connect(self.keep_draft)
        for keys, act in (
            ("Ctrl+D", self.when.first.setFocus),
            ("Ctrl+Shift+P", self.people.edit.setFocus),
            ("Ctrl+Shift+A", self._choose_files),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def title(self) -> str:
        if self._before is not None:
            return translate("NewEntry", "Edit entry")
        return translate("NewEntry", "New entry")

    def status(self) -> str:
        return self._status

    def bar_actions(self) -> list[QWidget]:
        return [self._throw]

    def primary(self) -> QWidget | None:
        return self._save

    def footer(self) -> QWidget | None:
        return self._footer

    def panes(self) -> list[QWidget]:
        return [self.text, self.when.first]

    def focus_target(self) -> QWidget | None:
        return self.text

    def on_show(self, **arguments: object) -> None:
        wanted = arguments.get("entry")
        entry = EntryId(wanted) if isinstance(wanted, int) and wanted else None
        self._loading = True
        self.desk.on_vault(_read_start, entry, then=self._begin)

    def on_leave(self) -> None:
        self.keep_draft()

    def place(self) -> dict[str, object]:
        return {"entry": int(self._before.id)} if self._before is not None else {}

    def take_files(self, untrusted_paths: list[Path]) -> bool:
        for path in untrusted_paths:
            self.desk.in_pool(
                keep_file.look_at_file, path, then=self._keep_looked, failed=self._say_failed
            )
        return True

    def take_picture(self, picture: QImage) -> bool:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, b"PNG")
        name = f"pasted-{QTime.currentTime().toString('HHmmss')}-{secrets.token_hex(2)}.png"
        self.desk.in_pool(
            keep_file.look_at_bytes,
            name,
            bytes(buffer.data().data()),
            then=self._keep_looked,
            failed=self._say_failed,
        )
        return True

    def set_width(self, effective_px: int) -> None:
        self._side.setFixedWidth(px(_SIDE_PX if effective_px >= 1100 else 320))  # noqa: PLR2004 - width class

    def draft(self) -> EntryDraft:
        """Return what is on the page."""
        return EntryDraft(
            entry=int(self._before.id) if self._before is not None else 0,
            text=self.text.toPlainText(),
            title=self._before.what.title if self._before is not None else "",
            precision=self.when.precision().value,
            when=self.when.first.text(),
            until=self.when.last.text(),
            kept_when=self.when.is_untouched(),
            kind=self._kind().value,
            people=self.people.names(),
            witnesses=self.witnesses.names(),
            evidence=tuple(int(one.id) for one in self._files),
            caret=self.text.textCursor().position(),
            **self.details.values(),
        )

    def keep_draft(self) -> None:
        self._later.stop()
        draft = self.draft()
        if self._loading or self._saving or draft == self._kept:
            return
        self._kept = draft
        self.desk.on_vault(
            _keep_draft, _key(draft.entry), draft.to_json(), then=self._draft_kept, keep=True
        )

    def save(self) -> None:
        """Save the entry; on any failure the words stay where they are."""
        if self._saving or self._loading:
            return
        if not self.text.toPlainText().strip():
            self._banner.say(
                translate("NewEntry", "Write a few words first."),
                translate("NewEntry", "One sentence is enough. Everything else can wait."),
                Tone.INFO,
            )
            self._banner.show()
            self.text.setFocus()
            return
        self.people.settle_typed()
        self.witnesses.settle_typed()
        understood = self.when.understand()
        if understood.moment is None:
            self._banner.say(
                translate("NewEntry", "Look at the date again."),
                understood.problem or translate("NewEntry", "It can be read in two ways."),
                Tone.WARNING,
            )
            self._banner.show()
            self.when.first.setFocus()
            return
        self._saving = True
        self._save.setEnabled(False)
        self._banner.hide()
        before = self._before.what if self._before is not None else None
        self.desk.on_vault(
            _save,
            self.draft(),
            understood.moment,
            before,
            then=self._saved,
            failed=self._save_failed,
            keep=True,
        )

    def _build_main(self) -> None:
        self.text = TextBox(translate("NewEntry", "What happened?"))
        self.text.setMinimumHeight(px(120))
        self.text.textChanged.connect(self._edited)
        self.text.left_field.connect(self.keep_draft)
        self._banner = Banner()
        self._banner.hide()
        self._copy = self._banner.add_button(translate("NewEntry", "Copy the text"))
        self._copy.clicked.connect(self._copy_text)
        head = Text(translate("NewEntry", "What happened?"), "heading")
        head.setBuddy(self.text)
        self._hint = self._build_hint()
        self._thumbs = ChipFlow(gap=12)
        self._drop = DropZone(
            translate("NewEntry", "Drop files here or paste a picture"),
            translate("NewEntry", "Photos, voicemails, documents, web pages"),
            translate("NewEntry", "Choose files"),
        )
        self._drop.dropped.connect(self.take_files)
        self._drop.pressed.connect(self._choose_files)
        self._file_count = Text("", "small", "text-2")
        evidence = QHBoxLayout()
        spaced(evidence, gap=10)
        evidence.addWidget(Text(translate("NewEntry", "Evidence"), "heading"))
        evidence.addWidget(self._file_count)
        evidence.addStretch(1)
        files = QHBoxLayout()
        spaced(files, gap=12)
        files.addWidget(self._thumbs)
        files.addWidget(self._drop, 1)
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        spaced(column, margins=(28, 22, 28, 24), gap=6)
        column.addWidget(self._banner)
        column.addWidget(head)
        column.addWidget(
            Text(
                translate("NewEntry", "Write it the way you would tell a friend."),
                "small",
                "text-2",
            )
        )
        column.addSpacing(px(4))
        column.addWidget(self.text, 1)
        column.addWidget(self._hint)
        column.addSpacing(px(6))
        column.addLayout(evidence)
        column.addLayout(files)

    def _build_hint(self) -> QWidget:
        hint = QWidget()
        row = QHBoxLayout(hint)
        spaced(row, margins=(2, 6, 0, 2), gap=10)
        row.addWidget(Glyph("lightbulb", 20, "text-3"), 0, Qt.AlignmentFlag.AlignTop)
        words = translate(
            "NewEntry",
            "Helpful to include, if you can: the exact words, what you saw or heard, who else was"
            " there. Short is fine. You can add more later.",
        )
        row.addWidget(Text(words, "small", "text-2", wrap=True), 1)
        close = IconButton("x", translate("NewEntry", "Hide this hint"), size=Size.SMALL)
        close.clicked.connect(self._drop_hint)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return hint

    def _build_side(self) -> None:
        self.when = WhenField()
        self.when.changed.connect(self._edited)
        self._kinds = ChipFlow(gap=8)
        self._kind_chips: dict[Kind, Chip] = {}
        for kind, icon in ICONS.items():
            chip = Chip(kind_name(kind), icon=icon, checkable=True)
            chip.clicked.connect(_ChooseKind(self, kind))
            self._kind_chips[kind] = chip
            self._kinds.add(chip)
        self.people = PeoplePicker(translate("NewEntry", "Who"))
        self.witnesses = PeoplePicker(translate("NewEntry", "Witnesses"))
        self.details = DetailsForm()
        for part in (self.people, self.witnesses, self.details):
            part.changed.connect(self._edited)
        column = QVBoxLayout()
        spaced(column, margins=(24, 20, 24, 20), gap=8)
        groups: tuple[tuple[str, QWidget], ...] = (
            (translate("NewEntry", "When"), self.when),
            (translate("NewEntry", "What kind"), self._kinds),
        )
        for words, group in groups:
            column.addWidget(Text(words, "strong"))
            column.addWidget(group)
            column.addSpacing(px(6))
            column.addWidget(Line())
            column.addSpacing(px(6))
        column.addWidget(Text(translate("NewEntry", "Who"), "strong"))
        column.addWidget(self.people)
        column.addSpacing(px(2))
        column.addWidget(Text(translate("NewEntry", "Witnesses"), "label"))
        column.addWidget(self.witnesses)
        column.addSpacing(px(4))
        column.addWidget(self.details)
        column.addStretch(1)
        scroll = ScrollColumn(column)
        self._side = Surface("surface")
        self._side.setFixedWidth(px(_SIDE_PX))
        whole = QVBoxLayout(self._side)
        spaced(whole, gap=0)
        whole.addWidget(scroll)

    def _build_footer(self) -> QWidget:
        footer = Surface("surface")
        row = QHBoxLayout(footer)
        spaced(row, margins=(28, 8, 24, 8), gap=6)
        row.addWidget(
            Text(translate("NewEntry", "Only the first box is needed."), "small", "text-2")
        )
        row.addStretch(1)
        row.addWidget(KeyCap(translate("Keys", "Ctrl")))
        row.addWidget(KeyCap(translate("Keys", "Enter")))
        row.addWidget(Text(translate("NewEntry", "saves"), "small", "text-2"))
        return footer

    def _begin(self, start: Start) -> None:
        self._before = start.entry
        by_id = {int(person.id): person for person in start.people}
        known = [_known(person) for person in start.people]
        self.people.set_known(known)
        self.witnesses.set_known(known)
        self._files = list(start.files)
        self._pictures = dict(start.pictures)
        draft = start.draft
        if draft is None and start.entry is not None:
            draft = draft_of(start.entry, by_id, *_typed(start.entry.what.happened))
        self._fill(draft or EntryDraft())
        self._loading = False
        self._kept = self.draft()
        self._status = translate("NewEntry", "Draft kept") if start.draft else ""
        self._hint.setVisible(bool(self.desk.setting("entry hint", default=True)))
        self.bar_changed.emit()

    def _fill(self, draft: EntryDraft) -> None:
        self.text.setPlainText(draft.text)
        cursor = self.text.textCursor()
        cursor.setPosition(min(draft.caret, len(draft.text)))
        self.text.setTextCursor(cursor)
        kept = self._before.what.happened if self._before and draft.kept_when else None
        self.when.fill(Precision(draft.precision), draft.when, draft.until, kept)
        for kind, chip in self._kind_chips.items():
            chip.setChecked(kind.value == draft.kind)
        self.people.fill(draft.people)
        self.witnesses.fill(draft.witnesses)
        self.details.fill(draft)
        self._banner.hide()
        self._show_files()

    def _kind(self) -> Kind:
        return next(
            (kind for kind, chip in self._kind_chips.items() if chip.isChecked()), Kind.NONE
        )

    def choose_kind(self, kind: Kind) -> None:
        """Choose one kind; the same again chooses none."""
        for other, chip in self._kind_chips.items():
            if other is not kind:
                chip.setChecked(False)
        self._edited()

    def _edited(self) -> None:
        if not self._loading:
            self._later.start()

    def _draft_kept(self, _result: object) -> None:
        now = locale().toString(QTime.currentTime(), locale().FormatType.ShortFormat)
        self._status = translate("NewEntry", "Draft kept, {time}", time=now)
        self.bar_changed.emit()

    def _saved(self, saved: Entry) -> None:
        self._saving = False
        self._save.setEnabled(True)
        was_new = self._before is None
        self._forget()
        self.desk.changed.emit("entries")
        self.desk.go("timeline", entry=int(saved.id))
        undo = (lambda: self._undo(saved.id)) if was_new else None
        self.desk.toast(translate("NewEntry", "Saved"), undo)

    def _undo(self, entry: EntryId) -> None:
        self.desk.on_vault(
            write_entry.remove_entry, entry, then=lambda _: self.desk.changed.emit("entries")
        )

    def _save_failed(self, error: LogbookError) -> None:
        self._saving = False
        self._save.setEnabled(True)
        self._say_failed(error)

    def _say_failed(self, error: LogbookError) -> None:
        words = words_for(error)
        self._banner.say(words.title, f"{words.what} {words.do}".strip(), Tone.WARNING)
        self._banner.show()
        self.desk.announce(words.title, urgent=True)

    def _copy_text(self) -> None:
        self.desk.clipboard.put(self.text.toPlainText())

    def _forget(self) -> None:
        self._loading = True
        self._before = None
        self._files = []
        self._pictures = {}
        self._fill(EntryDraft())
        self._kept = EntryDraft()
        self._status = ""
        self._loading = False

    def _throw_away(self) -> None:
        thrown = self.draft()
        key = _key(thrown.entry)
        self.desk.on_vault(_drop_draft, key, keep=True)
        self._forget()
        self.desk.back()
        self.desk.toast(
            translate("NewEntry", "Draft thrown away"), lambda: self._bring_back(key, thrown)
        )

    def _bring_back(self, key: str, thrown: EntryDraft) -> None:
        self.desk.on_vault(
            _keep_draft,
            key,
            thrown.to_json(),
            then=lambda _: self.desk.go("new_entry", entry=thrown.entry),
            keep=True,
        )

    def _drop_hint(self) -> None:
        self._hint.hide()
        self.desk.keep_setting("entry hint", value=False)

    def _choose_files(self) -> None:
        self.desk.choose_files(self.take_files)

    def _keep_looked(self, looked: keep_file.LookedAt) -> None:
        self.desk.on_vault(
            _keep_with_picture, looked, then=self._file_kept, failed=self._say_failed, long=True
        )

    def _file_kept(self, found: tuple[Evidence, bytes | None]) -> None:
        kept, picture = found
        if all(one.id != kept.id for one in self._files):
            self._files.append(kept)
        if picture is not None:
            self._pictures[int(kept.id)] = picture
        self._show_files()
        self.keep_draft()
        self.desk.announce(translate("NewEntry", "%n file added|%n files added", "", 1))

    def _show_files(self) -> None:
        self._thumbs.clear()
        for kept in self._files:
            data = self._pictures.get(int(kept.id))
            self._thumbs.add(Thumbnail(kept, data, translate("NewEntry", "Take this file out")))
        self._thumbs.setVisible(bool(self._files))
        words = translate(
            "NewEntry",
            "%n file, original kept unchanged|%n files, originals kept unchanged",
            "",
            len(self._files),
        )
        self._file_count.setText(words if self._files else "")


class _ChooseKind:
    """Remembers which kind a chip is for."""

    def __init__(self, page: NewEntryPage, kind: Kind) -> None:
        self._page = page
        self._kind = kind

    def __call__(self) -> None:
        self._page.choose_kind(self._kind)


def _known(person: Person) -> Known:
    what = person.what
    return Known(
        name=what.name,
        about=role_name(what.role),
        finds=" ".join((what.name, *what.numbers, *what.handles)).casefold(),
    )


def role_name(role: Role) -> str:
    """Return the word for what a person is to the account."""
    return {
        Role.RESPONSIBLE: translate("People", "The person responsible"),
        Role.WITNESS: translate("People", "Witness"),
        Role.HELPER: translate("People", "Helper"),
        Role.OFFICER: translate("People", "Officer"),
        Role.ME: translate("People", "You"),
        Role.OTHER: translate("People", "Someone else"),
    }[role]


def _typed(happened: Moment) -> tuple[str, str]:
    """Return the words for the boxes of an entry that is edited."""
    if happened.start is None:
        return happened.raw, ""
    shape = "%Y-%m-%d %H:%M" if happened.has_time else "%Y-%m-%d"
    return happened.start.strftime(shape), happened.end.strftime(shape) if happened.end else ""


def _key(entry: int) -> str:
    return f"edit entry {entry}" if entry else DRAFT_KEY


def _read_start(vault: Vault, entry: EntryId | None) -> Start:
    kept = vault.entries.get(entry) if entry is not None else None
    text = vault.drafts.get(_key(int(entry) if entry else 0))
    draft = read_draft(text) if text else None
    wanted = draft.evidence if draft else tuple(kept.what.evidence) if kept else ()
    files = tuple(vault.evidence.get(EvidenceId(one)) for one in wanted)
    pictures = ((int(one.id), vault.evidence.thumbnail(one.id)) for one in files)
    return Start(
        draft=draft,
        entry=kept,
        people=tuple(vault.people.all()),
        files=files,
        pictures={one: data for one, data in pictures if data is not None},
    )


def _keep_draft(vault: Vault, key: str, data: str) -> None:
    vault.drafts.keep(key, data)


def _drop_draft(vault: Vault, key: str) -> None:
    vault.drafts.drop(key)


def _keep_with_picture(vault: Vault, looked: keep_file.LookedAt) -> tuple[Evidence, bytes | None]:
    kept = keep_file.keep_file(vault, looked)
    return kept, vault.evidence.thumbnail(kept.id)


def _save(vault: Vault, draft: EntryDraft, happened: Moment, before: EntryText | None) -> Entry:
    """Save the entry and let go of its draft, in one acknowledged save."""
    with vault.saving():
        people: dict[str, PersonId] = {}
        for names, role in ((draft.people, Role.OTHER), (draft.witnesses, Role.WITNESS)):
            found = [write_entry.people_named(vault, [name], role)[0] for name in names]
            people.update(zip(names, found, strict=True))
        what = draft.to_text(happened, people, before or EntryText(text=draft.text))
        if draft.entry:
            saved = write_entry.edit_entry(vault, EntryId(draft.entry), what)
        else:
            saved = write_entry.write_entry(vault, replace(what, title=""))
        vault.drafts.drop(_key(draft.entry))
    return saved
