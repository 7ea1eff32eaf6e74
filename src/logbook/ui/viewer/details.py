"""Details of a file: is it the same, when is it from, what does it carry, what is seen in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.domain.evidence import Evidence, FileCheck, MediaClass
from logbook.i18n import translate
from logbook.tasks.view_file import Viewed
from logbook.ui.jobs import Job
from logbook.ui.style import add_gap, font, look, px, sized, spaced
from logbook.ui.viewer import words
from logbook.ui.viewer.facts import Fact
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, IconButton, Size
from logbook.ui.widgets.field import TextBox
from logbook.ui.widgets.file_words import size_words
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.surface import Line, ScrollColumn
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.tone import Tone

_GROUP_CHARS, _GROUPS_SHOWN = 8, 2
_TOLD = frozenset({MediaClass.PICTURE, MediaClass.SOUND, MediaClass.VIDEO, MediaClass.PDF})


class Details(ScrollColumn):
    """The first tab. `described` comes when the person goes on after writing."""

    check_pressed = Signal()
    copy_pressed = Signal()
    described = Signal()

    def __init__(self) -> None:
        super().__init__()
        spaced(self.column, margins=(23, 16, 23, 20), gap=8)
        self.banner = Banner()
        self.check = Button(translate("Viewer", "Check this file"), size=Size.SMALL)
        self.check.clicked.connect(self.check_pressed)
        self.checking = ProgressRow(translate("Viewer", "Checking this file"), in_percent=True)
        self.checking.hide()
        self.fingerprint = _Fingerprint()
        self.fingerprint.copy.clicked.connect(self.copy_pressed)
        self.hidden = _Section(translate("Viewer", "Hidden data in this file"))
        self.description = _Writing(
            translate("Viewer", "Describe this"),
            translate(
                "Viewer",
                "Read out loud for people who cannot see it, and printed in the list of exhibits.",
            ),
        )
        self.transcript = _Writing(
            translate("Viewer", "Words in it"),
            translate("Viewer", "What is said or written, word for word. Search finds it."),
        )
        for writing in (self.description, self.transcript):
            writing.box.left_field.connect(self.described)
        self._facts = QVBoxLayout()
        spaced(self._facts, gap=8)
        self._build()

    def show_file(self, viewed: Viewed) -> None:
        """Say another file."""
        kept = viewed.evidence
        self.say_check(viewed.check)
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for fact in _facts(viewed):
            self._facts.addWidget(fact)
        self.fingerprint.say(kept)
        self.hidden.hide()
        self.transcript.setVisible(kept.media_class in _TOLD)
        self.verticalScrollBar().setValue(0)

    def show_words(self, description: str, transcript: str) -> None:
        """Put what was written into the boxes."""
        for writing, text in ((self.description, description), (self.transcript, transcript)):
            if writing.box.toPlainText() != text:
                writing.box.setPlainText(text)

    def written(self) -> tuple[str, str]:
        """Return description and transcript as they stand in the boxes."""
        return self.description.box.toPlainText(), self.transcript.box.toPlainText()

    def say_check(self, check: FileCheck | None) -> None:
        """Say what the last check found."""
        self.checking.hide()
        self.check.setEnabled(True)
        if check is None:
            self.banner.say(
                translate("Viewer", "Not checked yet"),
                translate("Viewer", "A check reads every byte and compares it with the first day."),
                Tone.NEUTRAL,
            )
            return
        if check.same:
            self.banner.say(
                translate("Viewer", "Same as the day you added it"), _checked(check), Tone.SUCCESS
            )
            return
        self.banner.say(
            translate("Viewer", "This file has changed since you added it"),
            translate(
                "Viewer",
                "{checked}. A backup from before may still hold the first copy.",
                checked=_checked(check),
            ),
            Tone.DANGER,
        )

    def follow_check(self, job: Job) -> None:
        """Show how far a check is."""
        self.check.setEnabled(False)
        self.checking.follow(job)
        self.checking.show()

    def say_hidden(self, sentence: str) -> None:
        """Say what the file carries besides what can be seen."""
        self.hidden.say(sentence)
        self.hidden.show()

    def _build(self) -> None:
        column = self.column
        column.addWidget(self.banner)
        check = QHBoxLayout()
        check.addWidget(self.check)
        check.addStretch(1)
        holder = QWidget()
        spaced(check, margins=(0, 0, 0, 4))
        holder.setLayout(check)
        facts = QWidget()
        facts.setLayout(self._facts)
        for part in (
            holder,
            self.checking,
            facts,
            self.fingerprint,
            self.hidden,
            _Gap(),
            Line(),
            _Gap(),
            self.description,
            self.transcript,
        ):
            column.addWidget(part)
        if isinstance(column, QVBoxLayout):
            column.addStretch(1)


class _Gap(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sized(self, height=4)


class _Section(QWidget):
    """A line, a heading and a sentence."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._words = Text("", "small", "text-2", wrap=True)
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 6, 0, 0), gap=4)
        column.addWidget(Line())
        add_gap(column, 10)
        column.addWidget(Text(heading, "strong", wrap=True))
        column.addWidget(self._words)

    def say(self, sentence: str) -> None:
        self._words.setText(sentence)


class _Fingerprint(Fact):
    """The first digits; the button copies all of them."""

    def __init__(self) -> None:
        super().__init__(translate("Viewer", "Fingerprint"))
        self.copy = IconButton(
            "copy", translate("Viewer", "Copy the whole fingerprint"), size=Size.SMALL
        )
        self.row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        self.words.set_role("caption")
        self.words.set_colour("text-2")
        look().changed.connect(self._dress)
        self._dress()

    def say(self, kept: Evidence) -> None:
        digits = kept.sha256.hex()
        shown = [
            digits[at : at + _GROUP_CHARS]
            for at in range(0, _GROUP_CHARS * _GROUPS_SHOWN, _GROUP_CHARS)
        ]
        self.words.setText(" ".join([*shown, "…"]))
        self.words.setToolTip(digits)

    def _dress(self) -> None:
        self.words.setFont(font("caption", distinct=True))


class _Writing(QWidget):
    """A box for the person's own words, with what they are for."""

    def __init__(self, heading: str, help_line: str) -> None:
        super().__init__()
        head = QHBoxLayout()
        spaced(head, gap=7)
        head.addWidget(Text(heading, "strong", wrap=True))
        head.addWidget(Text(translate("Viewer", "optional"), "small", "text-2"), 1)
        self.box = TextBox(heading)
        self.box.setAccessibleDescription(help_line)
        self.box.document().documentLayout().documentSizeChanged.connect(self._grow)
        look().changed.connect(self._grow)
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 6, 0, 8), gap=6)
        column.addLayout(head)
        column.addWidget(self.box)
        column.addWidget(Text(help_line, "small", "text-2", wrap=True))
        self._grow()

    def _grow(self) -> None:
        """Be as tall as the words, within reason."""
        text_px = round(self.box.document().size().height())
        around = px(22)
        least = look().line_px("reading") * 2
        most = look().line_px("reading") * 9
        self.box.setFixedHeight(min(max(text_px, least), most) + around)


def _facts(viewed: Viewed) -> list[Fact]:
    kept = viewed.evidence
    label = words.taken_label(kept)
    if kept.times:
        first, *others = kept.times
        basis = words.basis_words(first.basis)
        facts = [Fact(label, words.file_time(first), basis)]
        facts += [
            Fact("", words.file_time(one), words.basis_words(one.basis))
            for one in others
            if one.local != first.local
        ]
    else:
        facts = [Fact(label, translate("Viewer", "The file does not say."))]
    facts.append(Fact(translate("Viewer", "Added"), words.moment_here(kept.added_at)))
    source = ", ".join(dict.fromkeys(viewed.sources))
    facts.append(Fact(translate("Viewer", "From"), words.origin_words(kept), source))
    kind = translate(
        "Viewer",
        "{kind}, {size}",
        kind=words.kind_words(kept),
        size=size_words(kept.size_bytes),
    )
    facts.append(Fact(translate("Viewer", "Kind"), kind, _measure(kept)))
    return facts


def _measure(kept: Evidence) -> str:
    if kept.media_class is MediaClass.PDF and kept.pages:
        return translate("Viewer", "%n page|%n pages", "", kept.pages)
    if kept.width_px and kept.height_px:
        return translate(
            "Viewer", "{width} × {height} pixels", width=kept.width_px, height=kept.height_px
        )
    return ""


def _checked(check: FileCheck) -> str:
    if words.is_today(check.checked_at):
        time = words.clock_here(check.checked_at)
        return translate("Viewer", "Checked today, {time}", time=time)
    when = words.moment_here(check.checked_at)
    return translate("Viewer", "Checked {when}", when=when)
