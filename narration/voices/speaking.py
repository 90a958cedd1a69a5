"""Speaking many lines: several at once, from the store when it has them, stoppable."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narration.clip import Clip
from narration.errors import VoiceError
from narration.voices.base import Voice
from narration.voices.store import ClipStore, clip_key

_POLL_SECONDS = 0.2  # a wait without end cannot be interrupted on Windows
_GRACE_SECONDS = 0.7
_SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class SpokenClip:
    """``index`` is the text's place in what was asked; ``cached`` tells that nothing had to be spoken."""

    index: int
    clip: Clip
    cached: bool


def missing(voice: Voice, texts: Sequence[str], pace: int, store: ClipStore) -> int:
    """How many clips ``speak_all`` would have to ask the voice for.

    Each is read as ``speak_all`` reads it: one that is there but damaged is spoken again, too.
    """
    return sum(store.get(key) is None for key in {clip_key(voice, text, pace) for text in texts})


def speak_all(voice: Voice, texts: Sequence[str], pace: int, store: ClipStore) -> Iterator[SpokenClip]:
    """Every text spoken, in the order they finish: first what the store has, then the rest.

    A text that occurs twice is spoken once.  A clip is stored the moment it is
    finished, so an interrupted run goes on where it stopped.  When the voice
    fails on a text, no new text is begun, those under way finish and are kept,
    and the ``VoiceError`` names the text.  When the caller is interrupted
    (Ctrl-C, or closes this iterator), the voice is closed within a second.
    """
    waiting: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        waiting.setdefault(clip_key(voice, text, pace), []).append(index)
    for key in list(waiting):
        clip = store.get(key)
        if clip is not None:
            for index in waiting.pop(key):
                yield SpokenClip(index, clip, cached=True)
    if waiting:
        yield from _speak_missing(voice, texts, pace, store, waiting)
        store.trim()


def _speak_missing(
    voice: Voice, texts: Sequence[str], pace: int, store: ClipStore, waiting: dict[str, list[int]]
) -> Iterator[SpokenClip]:
    work = _Work(voice, pace, store, [(key, texts[indexes[0]]) for key, indexes in waiting.items()])
    try:
        for key, clip in work.results():
            for index in waiting[key]:
                yield SpokenClip(index, clip, cached=False)
    except VoiceError:
        raise
    except BaseException:
        work.abandon()
        raise


class _Work:
    """Threads that take texts until there are none, or one fails."""

    def __init__(self, voice: Voice, pace: int, store: ClipStore, todo: Sequence[tuple[str, str]]) -> None:
        self._voice, self._pace, self._store = voice, pace, store
        self._todo: queue.SimpleQueue[tuple[str, str]] = queue.SimpleQueue()
        for item in todo:
            self._todo.put(item)
        self._done: queue.SimpleQueue[tuple[str, Clip] | BaseException | None] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, name=f"voice-{number}", daemon=True)
            for number in range(max(1, min(voice.concurrency, len(todo))))
        ]

    def results(self) -> Iterator[tuple[str, Clip]]:
        for thread in self._threads:
            thread.start()
        failure: BaseException | None = None
        running = len(self._threads)
        while running:
            try:
                item = self._done.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                continue
            if item is None:
                running -= 1
            elif isinstance(item, BaseException):
                failure = failure or item
            else:
                yield item
        if failure is not None:
            raise failure

    def abandon(self) -> None:
        """Stop within a second; what is finished is stored already."""
        self._stop.set()
        self._voice.close()
        for thread in self._threads:
            if thread.is_alive():  # one that was never started cannot be waited for
                thread.join(_GRACE_SECONDS / len(self._threads))

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                try:
                    key, text = self._todo.get_nowait()
                except queue.Empty:
                    return
                self._done.put((key, self._speak(key, text)))
        except BaseException as error:  # handed to the caller's thread
            self._stop.set()
            self._done.put(error)
        finally:
            self._done.put(None)

    def _speak(self, key: str, text: str) -> Clip:
        try:
            clip = self._voice.speak(text, self._pace)
        except VoiceError as error:
            error.problem = f"{self._voice.info.spec} could not say {_shown(text)}: {error.problem}"
            raise
        except OSError as error:  # a full disk, no more files: else it would be blamed on the output folder
            problem = f"{self._voice.info.spec} could not say {_shown(text)}: {error.strerror or error}."
            raise VoiceError(problem, remedy="Run `narration doctor`.") from error
        self._store.put(key, clip)
        return clip


def _shown(text: str) -> str:
    short = text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1].rstrip() + "…"
    return f'"{short}"'
