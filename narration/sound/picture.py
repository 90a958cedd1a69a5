"""A picture of a track that a person can read at a glance: waveform, loudness, chapters and pauses on one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from narration.sound import measures, targets
from narration.sound.canvas import Canvas, Point
from narration.sound.cues import Known
from narration.sound.measures import ChapterLevel, Measures
from narration.sound.meter import HOP_SECONDS, Curve, Reading

WIDTH, LEFT, RIGHT = 1_400, 76, 116
HEADER, RIBBON, WAVE, LOUDNESS, AXIS, GAP, LEGEND_ROW = 100, 30, 170, 250, 40, 26, 24
TOP_LUFS, BOTTOM_LUFS = -10.0, -40.0
SHORTEST_SHOWN_PAUSE_SECONDS = 0.8
TICK_SECONDS = (5, 10, 15, 30, 60, 120, 300, 600, 1_200, 1_800)
MOST_TICKS = 14
LEGEND_COLUMNS = 3
MOST_LISTED_CHAPTERS = 60
TEXT, SMALL = 15, 13
INK, SOFT_INK, GRID, GROUND = "#22303c", "#55636f", "#d5dbe0", "#ffffff"
PAUSE, WAVE_PEAK, WAVE_RMS = "#f1ede2", "#8fb3cc", "#2f6f9f"
MOMENTARY, SHORT_TERM, TARGET, CHAPTER = "#c4cdd4", "#1f5c87", "#b3541e", "#2d7a4b"
RIBBON_TONES = ("#dfeae3", "#c6dacd")
WARNING = "#b00020"


@dataclass(frozen=True, slots=True)
class _Panel:
    """A strip of the sheet, and where seconds and values lie on it."""

    top: float
    height: float
    seconds: float
    highest: float = 1.0
    lowest: float = -1.0

    def x(self, seconds: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * min(1.0, max(0.0, seconds / self.seconds))

    def y(self, value: float) -> float:
        inside = min(self.highest, max(self.lowest, value))
        return self.top + self.height * (self.highest - inside) / (self.highest - self.lowest)

    @property
    def bottom(self) -> float:
        return self.top + self.height


def draw(reading: Reading, found: Measures, known: Known, off_target: Sequence[str]) -> Canvas:
    """The whole sheet.  Off-target figures are said in words at the top."""
    shown = found.chapters[:MOST_LISTED_CHAPTERS]
    rows = -(-len(shown) // LEGEND_COLUMNS)
    seconds = max(reading.seconds, 0.01)
    ribbon = _Panel(HEADER, RIBBON, seconds)
    wave = _Panel(ribbon.bottom + 8, WAVE, seconds)
    loudness = _Panel(wave.bottom + GAP, LOUDNESS, seconds, TOP_LUFS, BOTTOM_LUFS)
    height = round(loudness.bottom + AXIS + 40 + rows * LEGEND_ROW + 20)
    canvas = Canvas(WIDTH, height, GROUND, f"{known.title or found.file}: {found.summary()}")
    _header(canvas, found, known, off_target)
    silences = measures.between(measures.speech_of(reading, known), reading.seconds)
    for silence in silences:
        if silence.end - silence.start >= SHORTEST_SHOWN_PAUSE_SECONDS:
            for panel in (wave, loudness):
                x = panel.x(silence.start)
                canvas.rectangle(x, panel.top, panel.x(silence.end) - x, panel.height, PAUSE)
    _ribbon(canvas, ribbon, found.chapters)
    _waveform(canvas, wave, reading)
    _loudness(canvas, loudness, reading, found)
    for chapter in found.chapters[1:]:
        x = wave.x(chapter.start)
        for panel in (wave, loudness):
            canvas.line([(x, panel.top), (x, panel.bottom)], GRID, 1)
    _clicks(canvas, wave, found)
    _time_axis(canvas, loudness)
    _legend(canvas, loudness.bottom + AXIS + 16, found)
    _chapter_list(canvas, loudness.bottom + AXIS + 44, shown)
    return canvas


def _header(canvas: Canvas, found: Measures, known: Known, wrong: Sequence[str]) -> None:
    canvas.text(LEFT, 38, known.title or found.file, 24, INK)
    canvas.text(WIDTH - RIGHT, 38, found.file, TEXT, SOFT_INK, "end")
    minutes, seconds = divmod(round(found.seconds), 60)
    range_lu = f"range {found.loudness_range_lu:.1f} LU"
    canvas.text(LEFT, 64, _typeset(f"{minutes} min {seconds:02} s, {found.summary()}, {range_lu}"), TEXT, SOFT_INK)
    verdict = f"Off target: {'; '.join(wrong)}" if wrong else "On target"
    canvas.text(LEFT, 88, _typeset(verdict), TEXT, WARNING if wrong else CHAPTER)


def _ribbon(canvas: Canvas, panel: _Panel, chapters: tuple[ChapterLevel, ...]) -> None:
    """Chapters by number, and by name where there is room for it."""
    for number, chapter in enumerate(chapters, 1):
        x, end = panel.x(chapter.start), panel.x(chapter.end)
        canvas.rectangle(x, panel.top, end - x, panel.height, RIBBON_TONES[number % 2])
        for label in (f"{number} {chapter.title}", str(number)):
            if canvas.text_width(label, SMALL) < end - x - 8:
                canvas.text((x + end) / 2, panel.top + 20, label, SMALL, INK, "middle")
                break


def _waveform(canvas: Canvas, panel: _Panel, reading: Reading) -> None:
    """Peaks and, darker, the level; mirrored, because an ear has no up and down."""
    columns = round(WIDTH - LEFT - RIGHT)
    for values, colour in ((reading.peak, WAVE_PEAK), (np.sqrt(reading.power), WAVE_RMS)):
        heights = _columns(values, columns)
        upper: list[Point] = [(LEFT + at, panel.y(value)) for at, value in enumerate(heights)]
        lower: list[Point] = [(LEFT + at, panel.y(-value)) for at, value in enumerate(heights)]
        if upper:
            canvas.shape([*upper, *reversed(lower)], colour)
    limit = 10 ** (targets.HIGHEST_PEAK_DBTP / 20)
    for value in (limit, -limit):
        canvas.line([(LEFT, panel.y(value)), (WIDTH - RIGHT, panel.y(value))], TARGET, 1, 6)
    canvas.text(WIDTH - RIGHT + 8, panel.y(limit) + 5, _typeset(f"{targets.HIGHEST_PEAK_DBTP:g} dBTP"), SMALL, TARGET)
    canvas.text(LEFT - 10, panel.y(0) + 5, "wave", SMALL, SOFT_INK, "end")


def _loudness(canvas: Canvas, panel: _Panel, reading: Reading, found: Measures) -> None:
    for lufs in range(int(TOP_LUFS), int(BOTTOM_LUFS) - 1, -10):
        canvas.line([(LEFT, panel.y(lufs)), (WIDTH - RIGHT, panel.y(lufs))], GRID, 1)
        canvas.text(LEFT - 10, panel.y(lufs) + 5, _typeset(str(lufs)), SMALL, SOFT_INK, "end")
    canvas.text(LEFT - 10, panel.y(TOP_LUFS) - 8, "LUFS", SMALL, SOFT_INK, "end")
    canvas.line(_curve(panel, reading.momentary), MOMENTARY, 1)
    canvas.line(_curve(panel, reading.short_term), SHORT_TERM, 2)
    for chapter in found.chapters:
        if chapter.lufs is not None:
            y = panel.y(chapter.lufs)
            canvas.line([(panel.x(chapter.start) + 1, y), (panel.x(chapter.end) - 1, y)], CHAPTER, 4)
    target = targets.integrated_lufs(found.channels)
    canvas.line([(LEFT, panel.y(target)), (WIDTH - RIGHT, panel.y(target))], TARGET, 1.5, 6)
    canvas.text(WIDTH - RIGHT + 8, panel.y(target) + 5, _typeset(f"target {target:g}"), SMALL, TARGET)


def _curve(panel: _Panel, values: Curve) -> list[Point]:
    """One point a pixel at most; the loudest within it stands for it."""
    shown = _columns(values, WIDTH - LEFT - RIGHT)
    step = len(values) * HOP_SECONDS / max(len(shown), 1)
    return [(panel.x((at + 1) * step), panel.y(value)) for at, value in enumerate(shown)] or [(LEFT, panel.bottom)]


def _columns(values: Curve, most: int) -> list[float]:
    """``values`` in at most ``most`` columns, the highest of each."""
    if len(values) <= most:
        if not len(values):
            return []
        spread = np.interp(np.linspace(0, len(values) - 1, most), np.arange(len(values)), values)
        return [float(value) for value in spread]
    edges = np.linspace(0, len(values), most + 1).astype(int)[:-1]
    return [float(value) for value in np.maximum.reduceat(values, edges)]


def _clicks(canvas: Canvas, panel: _Panel, found: Measures) -> None:
    for seconds in found.clicks:
        x = panel.x(seconds)
        canvas.line([(x, panel.top), (x, panel.bottom)], WARNING, 1.5)
        canvas.text(x, panel.top + 12, "click", SMALL, WARNING, "middle")


def _time_axis(canvas: Canvas, panel: _Panel) -> None:
    step = next((tick for tick in TICK_SECONDS if panel.seconds / tick <= MOST_TICKS), 3_600)
    for at in np.arange(0, panel.seconds + 1e-6, step):
        x = panel.x(float(at))
        canvas.line([(x, panel.bottom), (x, panel.bottom + 6)], SOFT_INK, 1)
        hours, rest = divmod(int(at), 3_600)
        minutes, seconds = divmod(rest, 60)
        label = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
        canvas.text(x, panel.bottom + 22, label, SMALL, SOFT_INK, "middle")


def _legend(canvas: Canvas, y: float, found: Measures) -> None:
    x = float(LEFT)
    for colour, label in (
        (SHORT_TERM, "loudness, 3 s"),
        (MOMENTARY, "loudness, 0.4 s"),
        (CHAPTER, "each chapter’s loudness"),
        (TARGET, "target and limit"),
        (PAUSE, f"pause of {SHORTEST_SHOWN_PAUSE_SECONDS:g} s or longer"),
    ):
        canvas.rectangle(x, y - 11, 22, 12, colour)
        canvas.text(x + 30, y, label, SMALL, SOFT_INK)
        x += 30 + canvas.text_width(label, SMALL) + 34
    if found.pauses is not None and found.pauses.count:
        pauses = found.pauses
        lengths = f"{pauses.count} pauses, {pauses.shortest:.1f} to {pauses.longest:.1f} s"
        said = f"{lengths}; quiet {pauses.share:.0%} of the time"
        canvas.text(WIDTH - RIGHT, y, said, SMALL, SOFT_INK, "end")


def _chapter_list(canvas: Canvas, y: float, chapters: tuple[ChapterLevel, ...]) -> None:
    rows = -(-len(chapters) // LEGEND_COLUMNS)
    column = (WIDTH - LEFT - RIGHT) / LEGEND_COLUMNS
    for index, chapter in enumerate(chapters):
        x, row = LEFT + index // rows * column, index % rows
        level = "" if chapter.lufs is None else f"  {chapter.lufs:.1f} LUFS"
        minutes, seconds = divmod(int(chapter.start), 60)
        title = chapter.title if len(chapter.title) <= 30 else f"{chapter.title[:29].rstrip()}…"
        said = _typeset(f"{index + 1}  {title}  ({minutes}:{seconds:02}){level}")
        canvas.text(x, y + row * LEGEND_ROW + 10, said, SMALL, INK)


def _typeset(text: str) -> str:
    """An en dash for a minus sign, which the typeface lacks, where a hyphen stands before a digit."""
    return "".join(
        "–" if c == "-" and text[at + 1 : at + 2].isdigit() and not text[at - 1 : at].isalnum() else c
        for at, c in enumerate(text)
    )
