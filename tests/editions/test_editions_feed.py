"""The feed, as an independent parser reads it: episodes that last, addresses that hold, no drafts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import feedparser
import pytest
from lxml import etree
from staging import stage

from narration import editions
from narration.cli import main
from narration.editions import feed
from narration.editions.base import Publication
from narration.errors import UsageError

MakePublication = Callable[..., Publication]
BASE = "https://clinic.example/guides/"
TODAY = date(2026, 11, 24)
HOSTILE = "</title><script>alert(1)</script> ]]> & \" ' \u202eשלום \x00"
NAMES = {"podcast": "https://podcastindex.org/namespace/1.0", "dc": "http://purl.org/dc/elements/1.1/"}


@pytest.fixture
def put(tmp_path: Path, audio: Path, make_publication: MakePublication) -> Callable[..., Path]:
    def one(name: str, **options: Any) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        editions.publish(make_publication(name=name, **options), stage(folder, name, audio))
        return folder

    return one


def _read(root: Path) -> Any:
    parsed = feedparser.parse((root / "feed.xml").read_bytes())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "rss20"
    return parsed


def test_episodes_have_what_an_app_asks_for(put: Callable[..., Path], tmp_path: Path) -> None:
    put("hearing-test")
    put("audición-es", language="es", title="Cómo es una prueba de audición")
    feed.publish(tmp_path, BASE.rstrip("/"), "Clinic & Sons", TODAY)
    parsed = _read(tmp_path)
    assert parsed.feed.title == "Clinic & Sons: Audio guides"
    assert (parsed.feed.link, parsed.feed.language) == (BASE, "en")
    assert {entry.title for entry in parsed.entries} == {
        "What a hearing test feels like",
        "Cómo es una prueba de audición",
    }
    for entry in parsed.entries:
        sound = entry.enclosures[0]
        place = tmp_path / unquote(urlsplit(sound.href).path.removeprefix("/guides/"))
        assert (sound.type, int(sound.length)) == ("audio/mpeg", place.stat().st_size)
        assert entry.published_parsed[:3] == (2026, 11, 23)
        assert int(entry.itunes_duration) == pytest.approx(90, abs=30)
        assert entry.link.startswith(BASE)
        assert (tmp_path / unquote(urlsplit(entry.image.href).path.removeprefix("/guides/"))).is_file()
        assert "guidislink" not in entry or not entry.guidislink


def test_chapters_and_transcripts_are_there(put: Callable[..., Path], tmp_path: Path) -> None:
    folder = put("hearing-test")
    feed.publish(tmp_path, BASE, "", TODAY)
    item = etree.fromstring((tmp_path / "feed.xml").read_bytes()).find("channel/item")
    assert item is not None
    chapters = item.find("podcast:chapters", NAMES)
    assert chapters is not None
    assert chapters.get("type") == "application/json+chapters"
    content = json.loads((folder / str(chapters.get("url")).rpartition("/")[2]).read_text(encoding="utf-8"))
    assert content["version"] == "1.2.0"
    transcripts = item.findall("podcast:transcript", NAMES)
    assert [t.get("type") for t in transcripts] == ["text/vtt", "application/x-subrip", "text/plain"]
    for transcript in transcripts:
        url = str(transcript.get("url"))
        assert url.startswith(f"{BASE}hearing-test/")
        assert (folder / url.rpartition("/")[2]).is_file()
        assert transcript.get("language") == "en"


def test_an_episode_stays_the_same_until_its_words_change(put: Callable[..., Path], tmp_path: Path) -> None:
    folder = put("hearing-test")

    def guid(address: str = BASE, day: date = TODAY) -> str:
        feed.publish(tmp_path, address, "", day)
        found: str = _read(tmp_path).entries[0].id
        return found

    first = guid()
    assert guid("https://other.example/", date(2027, 1, 1)) == first
    shutil.rmtree(folder)
    put("hearing-test", speech_seconds=3.9)
    assert guid() == first
    shutil.rmtree(tmp_path / "hearing-test")
    put("hearing-test", phases=[("Welcome", ["Other words."])])
    assert guid() != first


def test_drafts_are_left_out_and_named(
    put: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put("draft", approved=False)
    put("overdue", review_by=date(2026, 11, 23))
    assert main(["feed", str(tmp_path), "--url", BASE]) == 0
    assert _read(tmp_path).entries == []
    told = capsys.readouterr().out
    assert str(tmp_path / "draft") in told
    assert str(tmp_path / "overdue") in told
    assert "nothing yet" in told


def test_hostile_words_are_words(put: Callable[..., Path], tmp_path: Path) -> None:
    put("x", title=HOSTILE)
    feed.publish(tmp_path, BASE, HOSTILE, TODAY)
    tree = etree.fromstring((tmp_path / "feed.xml").read_bytes())
    assert tree.findtext("channel/item/title") == HOSTILE.replace("\0", "\ufffd")
    assert tree.findall(".//script") == []


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"files": {}}', "[" * 100_000, '{"duration": NaN}'])
def test_what_is_no_track_is_passed_over(content: str, put: Callable[..., Path], tmp_path: Path) -> None:
    put("hearing-test")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "manifest.json").write_text(content)
    (tmp_path / "link").symlink_to(tmp_path / "hearing-test")
    feed.publish(tmp_path, BASE, "", TODAY)
    assert len(_read(tmp_path).entries) == 1


@pytest.mark.parametrize(
    "address", ["clinic.example", "https://clinic.example/?a=b", "https://clinic.example/feed.xml"]
)
def test_what_is_no_folders_address_is_wrong_usage(address: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"not (a web|the) address"):
        feed.publish(tmp_path, address, "", TODAY)
    assert list(tmp_path.iterdir()) == []


def test_the_shelf_is_missing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["feed", str(tmp_path / "none"), "--url", BASE]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_the_address_may_stand_in_the_settings(
    put: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    put("hearing-test")
    monkeypatch.setenv("NARRATION_CONFIG", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    assert main(["feed", "."]) == 2
    assert "`guides` under [clinic]" in " ".join(capsys.readouterr().err.split())
    settings_file = tmp_path / "narration.toml"
    settings_file.write_text(f'[clinic]\nguides = "{BASE}"\n', encoding="utf-8")
    assert main(["feed", "."]) == 0
    assert BASE in (tmp_path / "feed.xml").read_text(encoding="utf-8")
    settings_file.write_text('[clinic]\nguides = "javascript:alert(1)"\n', encoding="utf-8")
    capsys.readouterr()
    assert main(["feed", "."]) == 2
    assert "narration.toml: `guides` in [clinic]" in " ".join(capsys.readouterr().err.split())
