"""What a sync service does to a book in the folder that was chosen; it keeps nobody from it."""

from __future__ import annotations

from pathlib import Path

from logbook.i18n import translate
from logbook.ui import opening
from logbook.ui.jobs import Jobs
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.tone import Tone


class SyncedNote(Banner):
    """Hidden until the folder seems to be copied elsewhere."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(tone=Tone.WARNING)
        self._jobs = jobs
        self._folder: Path | None = None
        self.hide()

    def look_at(self, folder: Path) -> None:
        """Look at another folder; in the pool, for a folder on a network may answer late."""
        self._folder = folder
        self._jobs.in_pool(opening.synced, folder).done.connect(self._say)

    def _say(self, found: opening.Synced) -> None:
        if found.folder != self._folder:
            return  # another one was chosen meanwhile
        self.say(translate("Setup", "A folder that is not only here"), found.sentence)
        self.setVisible(bool(found.sentence))
