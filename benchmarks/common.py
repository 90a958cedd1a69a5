"""What the sound benchmarks share: scripts of any length, clips, timing, and how results are printed."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from narration import reviewing, script_yaml, settings, voices
from narration.clip import Clip
from narration.plan import Plan
from narration.script import Say, Script, ScriptPhase
from narration.sound.layout import Layout, lay_out
from narration.sound.listen import Heard, listen
from narration.voices.speaking import speak_all
from narration.voices.store import ClipStore

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "scripts" / "ketamine-infusion" / "en.yaml"
SOURCE_MINUTES = 6
ORDINALS = ("tenth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


@dataclass(frozen=True)
class Took:
    """Seconds on the wall clock; processor seconds of this process and the children it waited for; peak RSS in MB."""

    wall: float
    cpu: float
    peak_mb: float = 0.0


@dataclass(frozen=True)
class Spoken:
    """A script that has been spoken."""

    plan: Plan
    clips: Mapping[str, Clip]
    heard: Mapping[str, Heard]
    layout: Layout


def timed(work: Callable[[], object]) -> Took:
    before, start = os.times(), time.perf_counter()
    work()
    wall, after = time.perf_counter() - start, os.times()
    return Took(wall, sum(after[:4]) - sum(before[:4]))


def program(*arguments: str, cache: Path) -> Took:
    """Run ``narration`` as a person does; output is thrown away."""
    environment = os.environ | {"NARRATION_CACHE": str(cache), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "narration", *arguments]
    start = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return Took(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def script_of(minutes: int, path: Path) -> Path:
    """The shipped script, as often as it takes, no sentence twice the same."""
    source = script_yaml.load(SOURCE)
    lines = max(1, round(minutes / SOURCE_MINUTES * sum(len(phase.lines) for phase in source.phases)))
    phases = []
    for number in range(-(-minutes // SOURCE_MINUTES)):
        for phase in source.phases:
            kept = phase.lines[: max(0, lines)]
            lines -= len(kept)
            if any(isinstance(item, Say) for item in kept):
                phases.append(_in_round(replace(phase, lines=kept), number))
    script: Script = replace(source, phases=tuple(phases))
    script_yaml.save(script, path)
    return path


def _in_round(phase: ScriptPhase, number: int) -> ScriptPhase:
    """The phase once more, under another name, with ids and sentences of its own."""
    if not number:
        return phase

    def changed(say: Say) -> Say:
        sources = tuple(f"r{number}.{source}" if source in phase.source else source for source in say.sources)
        return replace(say, text=f"{say.text.rstrip('.')}, for the {ORDINALS[number % 10]} time.", sources=sources)

    source = {f"r{number}.{key}": text for key, text in phase.source.items()}
    lines = tuple(changed(item) if isinstance(item, Say) else item for item in phase.lines)
    return replace(phase, name=f"{phase.name} {number + 1}", source=source, lines=lines)


def voiced(script_file: Path, store: ClipStore) -> tuple[Plan, dict[str, Clip]]:
    """Every line of a script as the embedded voice says it, and nothing more."""
    script = script_yaml.load(script_file)
    plan = reviewing.plan_script(script)
    clips: dict[str, Clip] = {}
    with voices.choose("espeak", script.language, settings.Settings()) as voice:
        for spoken in speak_all(voice, [u.spoken for u in plan.utterances], plan.pace, store):
            clips[plan.utterances[spoken.index].id] = spoken.clip
    return plan, clips


def speak(script_file: Path, store: ClipStore) -> Spoken:
    """Every line spoken, listened to and laid out."""
    plan, clips = voiced(script_file, store)
    heard = {key: listen(clip) for key, clip in clips.items()}
    return Spoken(plan, clips, heard, lay_out(plan, heard))


def median(values: list[float]) -> float:
    return statistics.median(values)


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} processors, {memory:.0f} GB, Python {sys.version.split()[0]}, load {load:.1f} at the start"
    )
