"""A sound or video that is being played: the child decodes a little ahead of what is heard.

The decoded seconds in memory are all there is of it; another place in the file is sought in the
file itself, so that two gigabytes are played in a few megabytes.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from logbook.errors import LogbookError
from logbook.media import child
from logbook.media.source import opened
from logbook.media.wire import Frame

RATE_HZ: Final = 48_000
BYTES_A_FRAME: Final = 4
SPEEDS: Final = (0.75, 1.0, 1.25, 1.5)
SILENCE: Final = b"\0"

_AHEAD_S: Final = 1.5  # of sound
_AHEAD_PICTURES: Final = 12
_MOST_S: Final = 30.0  # of sound before the first picture comes
_MOST_PICTURES: Final = 90
_MOST_PICTURE_BYTES: Final = 1_280 * 1_280 * 3
_MOST_SOUND_BYTES: Final = RATE_HZ * BYTES_A_FRAME * 20
_ANSWER_LIMIT_S: Final = 20.0


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a video: rows of RGB, to be turned by quarters to the right."""

    at_s: float
    width_px: int
    height_px: int
    quarters: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class Wish:
    """How to play: from where, how fast, and how large the pictures need be."""

    at_s: float = 0.0
    speed: float = 1.0
    side_px: int = 960


class Playing:
    """Decodes on a thread of its own. What is read from here never waits for it.

    One reader takes sound (`take_sound`, on the loudspeaker's thread) or lets time pass
    (`let_pass`); another takes pictures. `stop` forgets everything at once.
    """

    def __init__(self, stream: BinaryIO, media_type: str, wish: Wish, *, has_sound: bool) -> None:
        self._stream = stream
        self._media_type = media_type
        self._wish = wish
        self._has_sound = has_sound
        self._changed = threading.Condition()
        self._sound: deque[tuple[float, bytes]] = deque()
        self._within = 0  # bytes of the first stretch that were heard already
        self._sound_s = 0.0
        self._pictures: deque[Picture] = deque()
        self._at_s = wish.at_s
        self._order: dict[str, Any] = {}  # what the child hears next instead of "more"
        self._stopped = False
        self._all_decoded = False
        self.problem = ""
        self._thread = threading.Thread(target=self._run, name="player", daemon=True)
        self._thread.start()

    # -- for who listens and looks

    @property
    def at_s(self) -> float:
        """The place that is heard or seen now."""
        with self._changed:
            return self._at_s

    @property
    def speed(self) -> float:
        """How fast it plays."""
        return self._wish.speed

    @property
    def ended(self) -> bool:
        """Whether everything was played, or nothing can be."""
        with self._changed:
            return bool(self.problem) or (
                self._all_decoded and not self._sound and not self._pictures
            )

    def take_sound(self, frames: int) -> bytes:
        """Return so many frames of sound; silence where the child is behind or all was heard."""
        wanted = frames * BYTES_A_FRAME
        found: list[bytes] = []
        with self._changed:
            while wanted and self._sound:
                at_s, data = self._sound[0]
                part = data[self._within : self._within + wanted]
                found.append(part)
                wanted -= len(part)
                self._within += len(part)
                heard_s = self._within / BYTES_A_FRAME / RATE_HZ
                self._at_s = at_s + heard_s * self._wish.speed
                if self._within >= len(data):
                    self._sound.popleft()
                    self._within = 0
                    self._sound_s -= len(data) / BYTES_A_FRAME / RATE_HZ
            if wanted and self._all_decoded and self._pictures:  # the last ones, without sound
                self._at_s += wanted / BYTES_A_FRAME / RATE_HZ * self._wish.speed
            self._changed.notify_all()
        return b"".join(found) + SILENCE * wanted

    def let_pass(self, span_s: float) -> None:
        """Go on in time where there is no sound that would tell it."""
        with self._changed:
            if not self._has_sound and self._pictures:  # else it waits for the child
                self._at_s += span_s * self._wish.speed
                self._changed.notify_all()

    def take_picture(self) -> Picture | None:
        """Return the picture for now if it is another one; those that are late are left out."""
        with self._changed:
            found = None
            while self._pictures and self._pictures[0].at_s <= self._at_s:
                found = self._pictures.popleft()
            if found is not None:
                self._changed.notify_all()
            return found

    def seek(self, at_s: float) -> None:
        """Go on from another place."""
        self._play_on(Wish(max(at_s, 0.0), self._wish.speed, self._wish.side_px))

    def set_speed(self, speed: float) -> None:
        """Go on faster or slower, as high as before."""
        with self._changed:
            at_s = self._at_s
        self._play_on(Wish(at_s, speed, self._wish.side_px))

    def stop(self) -> None:
        """End it and forget what was decoded; does not wait."""
        with self._changed:
            self._stopped = True
            self._forget()
            self._changed.notify_all()

    def wait_until_over(self, timeout_s: float) -> bool:
        """Wait for the thread after `stop`; tell whether it is gone."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # -- on the thread that decodes

    def _run(self) -> None:
        try:
            with opened(self._stream) as (stream, size_bytes):
                options = {
                    "media_type": self._media_type,
                    "at_s": self._wish.at_s,
                    "speed": self._wish.speed,
                    "side_px": self._wish.side_px,
                }
                job = child.Job("moving_play", size_bytes, options, limit_s=_ANSWER_LIMIT_S)
                answer = child.talk(job, stream, self._take)
            untrusted = answer.problem or answer.untrusted_fields.get("problem", "")
            problem = untrusted if isinstance(untrusted, str) else "broken"
        except (LogbookError, ValueError):  # the file was closed, or its bytes are damaged
            problem = "unreadable"
        with self._changed:
            self.problem = "" if self._stopped else problem
            self._changed.notify_all()

    def _take(self, frame: Frame) -> dict[str, Any]:
        """Keep a part, wait until more is wanted, and return what the child shall do."""
        untrusted = frame.fields.get("talk")
        fields = untrusted if isinstance(untrusted, dict) else {}
        with self._changed:
            if not self._order and not self._stopped:
                self._keep(str(frame.fields.get("part")), fields, frame.body)
            while not (self._stopped or self._order or self._wants_more()):
                self._changed.wait()
            if self._stopped:
                return {"stop": True}
            order, self._order = self._order, {}
            return order or {"more": True}

    def _keep(self, part: str, fields: dict[str, Any], body: bytes) -> None:
        at_s = fields.get("at_s")
        if part == "end":
            self._all_decoded = True
        elif not isinstance(at_s, (int, float)) or not 0 <= at_s < 10**8:
            return
        elif part == "sound" and len(body) <= _MOST_SOUND_BYTES:
            whole = body[: len(body) // BYTES_A_FRAME * BYTES_A_FRAME]
            self._sound.append((float(at_s), whole))
            self._sound_s += len(whole) / BYTES_A_FRAME / RATE_HZ
        elif part == "picture":
            picture = checked_picture(float(at_s), fields, body)
            if picture is not None:
                self._pictures.append(picture)

    def _wants_more(self) -> bool:
        if self._all_decoded or self._sound_s > _MOST_S or len(self._pictures) > _MOST_PICTURES:
            return False
        enough_sound = not self._has_sound or self._sound_s >= _AHEAD_S
        return not (enough_sound and (self._has_sound or len(self._pictures) >= _AHEAD_PICTURES))

    def _play_on(self, wish: Wish) -> None:
        with self._changed:
            self._wish = wish
            self._forget()
            self._at_s = wish.at_s
            self._order = {"seek_s": wish.at_s, "speed": wish.speed}
            self._changed.notify_all()

    def _forget(self) -> None:
        self._sound.clear()
        self._pictures.clear()
        self._within, self._sound_s = 0, 0.0
        self._all_decoded = False


def checked_picture(at_s: float, fields: dict[str, Any], body: bytes) -> Picture | None:
    """Return a picture when its bytes are what the child says they are."""
    match fields.get("width"), fields.get("height"), fields.get("quarters"):
        case int(width), int(height), int(quarters) if (
            width > 0 and height > 0 and width * height * 3 == len(body) <= _MOST_PICTURE_BYTES
        ):
            return Picture(at_s, width, height, quarters % 4, body)
    return None
