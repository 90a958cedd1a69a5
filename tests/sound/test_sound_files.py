"""What the files say of themselves, by readers that are not ours: chapters, tags, cover, the computer voice's mark."""

from __future__ import annotations

import io
import json
import shutil
import struct
import subprocess
import time
from pathlib import Path
from typing import Any

import mutagen
import mutagen.flac
import mutagen.id3
import mutagen.mp3
import mutagen.mp4
import numpy as np
import pytest
import sounding
from PIL import Image

from narration.audio_formats import AUDIO_FORMATS
from narration.errors import SoundError, UsageError
from narration.sound import encode, formats, id3
from narration.sound.formats import Label
from narration.sound.master import Pcm
from narration.units import SAMPLE_RATE_HZ, to_seconds

FORMATS = tuple(one.name for one in AUDIO_FORMATS)


@pytest.fixture(scope="module")
def track(tmp_path_factory: pytest.TempPathFactory) -> sounding.Made:
    return sounding.made(sounding.clips_of("embedded"), tmp_path_factory.mktemp("files"), FORMATS)


def wanted(track: sounding.Made) -> list[tuple[str, Any]]:
    return [(c.title, pytest.approx(to_seconds(c.start), abs=0.002)) for c in track.timeline.chapters]


def ffprobe(path: Path, *what: str) -> dict[str, Any]:
    program = shutil.which("ffprobe")
    if program is None:
        pytest.skip("there is no ffprobe program here")
    command = [program, "-v", "error", "-of", "json", *what, str(path)]
    result: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return result


@pytest.mark.parametrize("ending", [".mp3", ".m4b"])
def test_chapters_by_ffprobe(track: sounding.Made, ending: str) -> None:
    found = ffprobe(track.path(ending), "-show_chapters")["chapters"]
    assert [(c["tags"]["title"], float(c["start_time"])) for c in found] == wanted(track)


def test_mp3_chapters_and_their_contents_by_mutagen(track: sounding.Made) -> None:
    tags = mutagen.id3.ID3(track.path(".mp3"))
    frames = {frame.element_id: frame for frame in tags.getall("CHAP")}
    (contents,) = tags.getall("CTOC")
    listed = [frames[name] for name in contents.child_element_ids]
    assert [(f.sub_frames["TIT2"].text[0], f.start_time / 1000) for f in listed] == wanted(track)
    assert [f.end_time for f in listed[:-1]] == [f.start_time for f in listed[1:]]


def test_m4b_chapters_as_a_list_and_as_a_track(track: sounding.Made) -> None:
    """Nero's ``chpl`` by mutagen; QuickTime's chapter track by the track that the audio track refers to."""
    assert [(c.title, c.start) for c in mutagen.mp4.MP4(track.path(".m4b")).chapters] == wanted(track)
    data = track.path(".m4b").read_bytes()
    at = data.index(b"tref")
    (kind, number) = data[at + 8 : at + 12], struct.unpack(">I", data[at + 12 : at + 16])[0]
    assert kind == b"chap"
    streams = ffprobe(track.path(".m4b"), "-show_streams")["streams"]
    referred = next(s for s in streams if int(s["id"], 16) == number)
    assert int(referred["nb_frames"]) == len(track.timeline.chapters)


def test_the_mp3_s_tag_is_one_that_old_phones_read(track: sounding.Made) -> None:
    audio = mutagen.mp3.MP3(track.path(".mp3"))
    assert audio.tags.version == (2, 3, 0)
    assert str(audio.tags["TIT2"]) == sounding.TAGS.title
    assert str(audio.tags["TALB"]) == "Clínica"
    assert audio.tags["TLAN"].text == ["eng"]
    assert str(audio.tags["TDRC"]) == sounding.TAGS.date
    assert audio.info.bitrate == 96_000
    assert audio.info.bitrate_mode == mutagen.mp3.BitrateMode.CBR
    assert audio.info.length == pytest.approx(track.timeline.samples / SAMPLE_RATE_HZ, abs=1 / SAMPLE_RATE_HZ)


def test_every_format_is_marked_as_a_computer_voice_and_a_draft(track: sounding.Made) -> None:
    (comment,) = mutagen.id3.ID3(track.path(".mp3")).getall("COMM")
    marks = {
        ".mp3": (comment.lang, comment.text[0]),
        ".m4b": ("eng", mutagen.mp4.MP4(track.path(".m4b")).tags["\xa9cmt"][0]),
        ".flac": ("eng", mutagen.flac.FLAC(track.path(".flac")).tags["description"][0]),
        ".wav": ("eng", ffprobe(track.path(".wav"), "-show_format")["format"]["tags"]["comment"]),
    }
    assert marks == dict.fromkeys(marks, ("eng", sounding.TAGS.comment))
    artists = [ffprobe(track.path(ending), "-show_format")["format"]["tags"] for ending in marks]
    assert all({k.lower(): v for k, v in tags.items()}["artist"] == sounding.TAGS.artist for tags in artists)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-GB", "eng"),
        ("es_MX", "spa"),
        ("pl", "pol"),
        ("NO", "nor"),
        ("zh-Hant", "zho"),
        ("fil", "fil"),
        ("ñññ", "und"),
        ("xx", "und"),
    ],
)
def test_a_file_s_language_is_named_as_its_format_wants_it(tag: str, code: str) -> None:
    assert id3.language_of(tag) == code


def test_the_cover_is_in_the_files(track: sounding.Made) -> None:
    (picture,) = mutagen.id3.ID3(track.path(".mp3")).getall("APIC")
    assert (picture.mime, picture.type) == ("image/jpeg", mutagen.id3.PictureType.COVER_FRONT)
    assert "A scan" in picture.desc
    (covr,) = mutagen.mp4.MP4(track.path(".m4b")).tags["covr"]
    (flac,) = mutagen.flac.FLAC(track.path(".flac")).pictures
    for data in (picture.data, bytes(covr), flac.data):
        with Image.open(io.BytesIO(data)) as image:
            assert (image.format, image.size) == ("JPEG", (1_400, 1_400))


def test_stereo_has_two_equal_channels_at_a_higher_rate(tmp_path: Path) -> None:
    track = sounding.made(sounding.clips_of("embedded"), tmp_path, ("mp3", "wav"), stereo=True)
    info = mutagen.mp3.MP3(track.path(".mp3")).info
    assert (info.channels, info.bitrate) == (2, 128_000)
    assert info.length == pytest.approx(track.timeline.samples / SAMPLE_RATE_HZ, abs=1 / SAMPLE_RATE_HZ)
    assert mutagen.File(track.path(".wav")).info.channels == 2


def test_every_format_that_can_be_asked_for_can_be_written() -> None:
    assert set(formats.FORMATS) == set(FORMATS)


def test_a_format_that_does_not_exist_is_named(track: sounding.Made, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"“ogg”.*mp3, m4b, wav, flac"):
        list(encode.encode([], Label(track.timeline, sounding.TAGS), tmp_path, "t", ("ogg",)))


def test_an_encoder_that_fails_ends_the_work_and_says_so(track: sounding.Made, tmp_path: Path) -> None:
    """Its file cannot be written; the maker of the stream must neither hang nor go on to the end."""
    (tmp_path / "t.mp3").mkdir()
    given = []

    def stream() -> Any:
        for number in range(1_000):
            given.append(number)
            yield np.zeros(SAMPLE_RATE_HZ, np.int16)

    with pytest.raises((OSError, SoundError)):
        list(encode.encode(stream(), Label(track.timeline, sounding.TAGS), tmp_path, "t", ("mp3", "m4b")))
    assert len(given) < 1_000


def test_when_a_file_cannot_be_finished_no_other_is_still_being_written(
    track: sounding.Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its folder is removed next, which a file that is still open would hinder on Windows."""
    closed = []

    class Full:
        def write(self, block: Pcm) -> None: ...

        def close(self) -> None:
            raise OSError(28, "No space left on device")

        def abandon(self) -> None: ...

    class Slow(Full):
        def close(self) -> None:
            time.sleep(0.3)
            closed.append(True)

    made = {"mp3": lambda *_: Full(), "m4b": lambda *_: Slow()}
    monkeypatch.setattr("narration.sound.encode.FORMATS", made)
    with pytest.raises(OSError, match="No space left"):
        list(encode.encode([], Label(track.timeline, sounding.TAGS), tmp_path, "t", ("mp3", "m4b")))
    assert closed
