"""Settings: every table as its dataclass, and one sentence for each mistake, before anything is built."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from narration import settings
from narration.errors import UsageError
from narration.freshness import build_key
from narration.plan import make_plan
from narration.script import STYLE, Say, Script, ScriptPhase
from narration.settings import Clinic, CommandVoice, OnlineVoice, Settings, Sound

WHOLE = """
cache_bytes = 1000
[clinic]
name = "Harbour Clinic"
colour = "#2a625d"
[sound]
bed = "soft"
also = ["wav"]
[voices.gtts]
timeout_seconds = 5
[voices.command.say]
argv = ["say", "{out}"]
"""


def parsed(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / settings.FILE_NAME
    path.write_text(text, encoding="utf-8-sig")
    return settings.parse(path)


def test_every_table_is_read_with_the_mark_that_windows_puts_first(tmp_path: Path) -> None:
    assert parsed(tmp_path, WHOLE) == Settings(
        clinic=Clinic("Harbour Clinic", "#2a625d"),
        sound=Sound("soft", ("wav",)),
        commands={"say": CommandVoice(("say", "{out}"))},
        gtts=OnlineVoice(timeout_seconds=5.0),
        cache_bytes=1000,
        folder=tmp_path,
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('cache_bytes = "2GB"', "`cache_bytes` must be a whole number"),
        ("cache_bytes = -1", "`cache_bytes` must be 0 or more"),
        ("clinic = 3", r"\[clinic\] must be a table"),
        ("[voices]\ncommand = 3", r"\[voices.command\] must be a table"),
        ("[voices.command]\nsay = 3", r"\[voices.command.say\] must be a table"),
        ("[voices.gtts]\nconnections = true", r"`connections` in \[voices.gtts\] must be a whole number"),
        ("[voices.gtts]\nconnections = 0", "must be 1 or more"),
        ("[voices.gtts]\ntimeout_seconds = -2", "must be 0 or more"),
        ('[sound]\nalso = ["ogg"]', "may hold wav, flac only"),
        ("[sound]\nalso = [3]", "must be a list of texts"),
        ('[clinic]\ncolour = "red"', "is not written like #2a625d"),
        ('[clinic]\nlogo = "gone.png"', "names gone.png, which is not there"),
        ('[clinic]\nslogan = "x"', r"\[clinic\] has no `slogan`"),
        ("lexicons = 3", "must be a list of files"),
        ("[clinic", "cannot be read"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told) as caught:
        parsed(tmp_path, text)
    assert caught.value.path == tmp_path / settings.FILE_NAME


@pytest.mark.parametrize("epoch", ["99999999999999", "1e9", "-1"])
def test_a_date_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        settings.build_date()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert settings.build_date() == date(2026, 9, 21)


def test_what_a_build_depends_on_is_in_its_key_and_nothing_else(tmp_path: Path) -> None:
    script = Script("T", "en", (ScriptPhase("X", {}, (Say("Hello.", (STYLE,)),)),))
    (tmp_path / "waves.wav").write_bytes(b"waves")
    (tmp_path / "logo.png").write_bytes(b"logo")
    bed = str(tmp_path / "waves.wav")
    mine = Settings(clinic=Clinic("A", logo="logo.png"), sound=Sound(bed), folder=tmp_path)

    def key(chosen: Settings, voice: str = "a", formats: tuple[str, ...] = ("mp3",)) -> str:
        return build_key(script, make_plan(script, str), {"voice": voice}, (), formats, chosen, "1")

    same = [
        replace(mine, cache_bytes=7),
        replace(mine, gtts=OnlineVoice(tries=9)),
        replace(mine, commands={"other": CommandVoice(("say",))}),
    ]
    assert {key(chosen) for chosen in same} == {key(mine)}
    others = [
        replace(mine, clinic=Clinic("B")),
        replace(mine, sound=Sound("soft")),
        replace(mine, sound=Sound(bed, (), True)),
    ]
    assert len({key(mine), key(mine, "b"), key(mine, formats=("mp3", "wav")), *map(key, others)}) == 6
    before = key(mine)
    (tmp_path / "logo.png").write_bytes(b"another")
    assert key(mine) != before
    (tmp_path / "logo.png").unlink()
    assert key(mine) != before
