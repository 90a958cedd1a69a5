"""The DAISY 2.02 book: an independent reader finds every sentence and its clip, and the W3C's DTDs hold."""

from __future__ import annotations

import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from narration.editions import daisy
from narration.editions.base import Publication
from narration.units import SAMPLE_RATE_HZ

MakePublication = Callable[..., Publication]
DTDS = Path("/usr/share/xml/w3c-sgml-lib/schema/dtd")
HOSTILE = '<script>alert(1)</script> ]]> &amp; "quoted" \' \u202eשלום \x00\x0b\ufffe'
BOOKS: dict[str, dict[str, Any]] = {
    "approved": {},
    "draft": {"approved": False},
    "hostile": {"phases": [(HOSTILE, [HOSTILE])], "title": HOSTILE},
    "Arabic": {"language": "ar", "title": "اختبار السمع", "phases": [("البداية", ["مرحبا."])]},
    "a phase of silence": {"phases": [("One", ["Hello."]), ("Rest", []), ("Two", ["Bye."])]},
}


def _book(publication: Publication, audio: Path, folder: Path) -> zipfile.ZipFile:
    shutil.copy(audio, folder / f"{publication.name}.mp3")
    daisy.publish(publication, folder)
    return zipfile.ZipFile(folder / f"{publication.name}-daisy.zip")


@pytest.fixture
def book(publication: Publication, audio: Path, tmp_path: Path) -> zipfile.ZipFile:
    return _book(publication, audio, tmp_path)


def _tree(book: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(book.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def _strings(tree: etree._Element, path: str) -> list[str]:
    found = tree.xpath(path, namespaces={"h": "http://www.w3.org/1999/xhtml"})
    assert isinstance(found, list)
    return [str(item) for item in found]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="daisy-dtb needs Python 3.12")
def test_an_independent_reader_finds_every_sentence(publication: Publication, audio: Path, tmp_path: Path) -> None:
    daisy_dtb = pytest.importorskip("daisy_dtb", reason="daisy-dtb is not installed")
    _book(publication, audio, tmp_path).close()
    read = daisy_dtb.DaisyBook(daisy_dtb.ZipDtbSource(str(tmp_path / "hearing-test-daisy.zip")))
    script, timeline = publication.script, publication.timeline
    assert (read.title, read.langage, read.navigation_depth) == (script.title, "en", 1)
    assert [entry.text for entry in read.toc_entries] == [script.title, *(c.title for c in timeline.chapters)]
    sections = [section for smil in read.smils for section in smil.sections]
    assert [section.text.content for section in sections[1:]] == [cue.text for cue in timeline.cues]
    clips = [clip for section in sections for clip in section.clips]
    assert [clip.begin for clip in clips] == [0.0, *(round(c.start / SAMPLE_RATE_HZ, 3) for c in timeline.cues)]
    assert [clip.end for clip in clips] == [*(clip.begin for clip in clips[1:]), round(timeline.seconds, 3)]
    assert sum(smil.total_duration for smil in read.smils) == pytest.approx(timeline.seconds, abs=0.01)


@pytest.mark.skipif(not DTDS.is_dir(), reason="Debian's w3c-sgml-lib is not installed")
@pytest.mark.parametrize("kind", BOOKS)
def test_every_file_follows_its_dtd(kind: str, make_publication: MakePublication, audio: Path, tmp_path: Path) -> None:
    xhtml = etree.DTD(str(DTDS / "REC-xhtml1-20020801" / "xhtml1-transitional.dtd"))
    smil = etree.DTD(str(DTDS / "REC-smil-19980615" / "smil10.dtd"))
    book = _book(make_publication(**BOOKS[kind]), audio, tmp_path)
    for name in book.namelist():
        if name.endswith((".html", ".smil")):
            dtd = xhtml if name.endswith(".html") else smil
            assert dtd.validate(_tree(book, name)), (name, dtd.error_log)


@pytest.mark.parametrize("kind", BOOKS)
def test_every_reference_leads_somewhere(
    kind: str, make_publication: MakePublication, audio: Path, tmp_path: Path
) -> None:
    book = _book(make_publication(**BOOKS[kind]), audio, tmp_path)
    ids = {n: set(_strings(_tree(book, n), "//@id")) for n in book.namelist() if n.endswith((".html", ".smil"))}
    for name in ids:
        tree = _tree(book, name)
        assert len(ids[name]) == len(_strings(tree, "//@id"))
        for address in _strings(tree, "//@href") + _strings(tree, "//@src"):
            file, _, fragment = address.partition("#")
            assert file in book.namelist()
            assert not fragment or fragment in ids[file]


def test_the_numbers_that_a_player_announces_are_true(book: zipfile.ZipFile, publication: Publication) -> None:
    ncc = _tree(book, "ncc.html")

    def meta(name: str) -> str:
        return _strings(ncc, f"//h:meta[@name='{name}']/@content")[0]

    assert meta("dc:format") == "Daisy 2.02"
    assert meta("ncc:multimediaType") == "audioFullText"
    assert int(meta("ncc:files")) == len(book.namelist())
    assert int(meta("ncc:tocItems")) == len(_strings(ncc, "//h:h1/@id")) == len(publication.timeline.chapters) + 1
    assert _strings(ncc, "//h:h1/@class") == ["title", *["section"] * len(publication.timeline.chapters)]
    size = sum(entry.file_size for entry in book.infolist())
    assert abs(int(meta("ncc:kByteSize")) - size / 1024) < 4
    hours, minutes, seconds = map(int, meta("ncc:totalTime").split(":"))
    assert hours * 3600 + minutes * 60 + seconds == int(publication.timeline.seconds)
    elapsed = 0.0
    for address in _strings(ncc, "//h:a/@href"):
        smil = _tree(book, address.partition("#")[0])
        before, here = (
            _strings(smil, f"//meta[@name='ncc:{n}']/@content")[0] for n in ("totalElapsedTime", "timeInThisSmil")
        )
        assert before == daisy.clock(elapsed)
        elapsed = round(elapsed + _seconds(here), 4)
    assert elapsed == pytest.approx(publication.timeline.seconds, abs=0.01)


def _seconds(clock: str) -> float:
    hours, minutes, seconds = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def test_the_sound_is_the_tracks_own_without_its_tag(
    book: zipfile.ZipFile, publication: Publication, audio: Path
) -> None:
    import av

    sound = book.read(daisy.AUDIO)
    assert audio.read_bytes().startswith(b"ID3")
    assert sound[0] == 0xFF
    assert audio.read_bytes().endswith(sound)
    with av.open(BytesIO(sound), "r") as container:
        samples = sum(frame.samples for frame in container.decode(audio=0))
    assert samples / SAMPLE_RATE_HZ == pytest.approx(publication.timeline.seconds, abs=0.06)


def test_a_draft_says_so_where_a_player_shows_it(
    make_publication: MakePublication, audio: Path, tmp_path: Path
) -> None:
    draft = _book(make_publication(name="a", approved=False), audio, tmp_path)
    assert _strings(_tree(draft, "ncc.html"), "//h:h1[@class='title']/h:a/text()")[0].startswith("DRAFT: ")
    assert "Nobody has approved these words yet." in draft.read("content.html").decode()
    approved = _book(make_publication(name="b"), audio, tmp_path)
    texts = [approved.read(name) for name in approved.namelist() if name != daisy.AUDIO]
    assert not any(b"DRAFT" in text for text in texts)
    assert "Reviewed by Dr A. Example" in approved.read("content.html").decode()


def test_each_text_runs_in_its_own_direction(make_publication: MakePublication, audio: Path, tmp_path: Path) -> None:
    content = _tree(_book(make_publication(**BOOKS["Arabic"]), audio, tmp_path), "content.html")
    assert _strings(content, "/h:html/@dir | //h:div/@dir") == ["rtl", "ltr", "ltr"]


def test_names_are_what_old_players_show(book: zipfile.ZipFile) -> None:
    assert book.namelist()[0] == "ncc.html"
    assert all(re.fullmatch(r"[a-z0-9-]+\.(html|smil|css|mp3)", name) for name in book.namelist())


def test_the_same_publication_gives_the_same_bytes(
    make_publication: MakePublication, audio: Path, tmp_path: Path
) -> None:
    books = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        _book(make_publication(), audio, tmp_path / name).close()
        books.append((tmp_path / name / "hearing-test-daisy.zip").read_bytes())
    assert books[0] == books[1]
