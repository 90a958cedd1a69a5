"""The talking book: what a reading system looks up is there, on the one clock, and the kept validators agree."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from lxml import etree
from staging import stage

from narration.editions import epub, manifest, talking
from narration.editions.base import Publication
from narration.units import SAMPLE_RATE_HZ, to_seconds

MakePublication = Callable[..., Publication]
NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "smil": "http://www.w3.org/ns/SMIL",
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
}
HOSTILE = '<script>alert(1)</script> ]]> &amp; "quoted" \' \u202eשלום \x00\x0b\ufffe'


@pytest.fixture
def book(publication: Publication, audio: Path, tmp_path: Path) -> zipfile.ZipFile:
    return _book(publication, audio, tmp_path)


def _book(publication: Publication, audio: Path, folder: Path) -> zipfile.ZipFile:
    epub.publish(publication, stage(folder, publication.name, audio))
    return zipfile.ZipFile(folder / f"{publication.name}.epub")


def _tree(book: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(book.read(name), etree.XMLParser(resolve_entities=False))


def _found(tree: etree._Element, path: str) -> list[str]:
    found = tree.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(item.text) if isinstance(item, etree._Element) else str(item) for item in found]


def _overlays(book: zipfile.ZipFile) -> list[etree._Element]:
    package = _tree(book, "EPUB/package.opf")
    by_id = dict(zip(_found(package, "//opf:item/@id"), _found(package, "//opf:item/@href"), strict=True))
    order = _found(package, "//opf:itemref/@idref")
    overlays = [_found(package, f"//opf:item[@id='{name}']/@media-overlay") for name in order]
    return [_tree(book, f"EPUB/{by_id[overlay]}") for found in overlays for overlay in found]


def _property(package: etree._Element, name: str) -> list[str]:
    return _found(package, f"//opf:meta[@property='{name}'][not(@refines)]")


def test_the_container_is_what_a_reader_opens(book: zipfile.ZipFile) -> None:
    first = book.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert book.read("mimetype") == b"application/epub+zip"
    assert _found(_tree(book, "META-INF/container.xml"), "//c:rootfile/@full-path") == ["EPUB/package.opf"]
    package = _tree(book, "EPUB/package.opf")
    listed = {f"EPUB/{href}" for href in _found(package, "//opf:item/@href")}
    outside = {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    assert listed == set(book.namelist()) - outside
    assert set(_found(package, "//opf:itemref/@idref")) <= set(_found(package, "//opf:item/@id"))


def test_the_tracks_cover_is_the_books(publication: Publication, audio: Path, tmp_path: Path) -> None:
    from PIL import Image

    def cover(book: zipfile.ZipFile) -> tuple[str, str]:
        package = _tree(book, "EPUB/package.opf")
        item = "//opf:item[@properties='cover-image']"
        kind, name = _found(package, f"{item}/@media-type")[0], _found(package, f"{item}/@href")[0]
        with Image.open(BytesIO(book.read(f"EPUB/{name}"))) as picture:
            return kind, str(picture.format)

    assert cover(_book(publication, audio, tmp_path)) == ("image/jpeg", "JPEG")


def test_every_sentence_has_its_clip_on_the_manifests_clock(
    book: zipfile.ZipFile, publication: Publication, tmp_path: Path
) -> None:
    manifest.publish(publication, tmp_path)
    cues = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["cues"]
    begins, ends, texts = [], [], []
    for overlay in _overlays(book):
        begins += [float(clock.removesuffix("s")) for clock in _found(overlay, "//smil:audio/@clipBegin")]
        ends += [float(clock.removesuffix("s")) for clock in _found(overlay, "//smil:audio/@clipEnd")]
        for address in _found(overlay, "//smil:text/@src"):
            document, _, fragment = address.partition("#")
            texts += _found(_tree(book, f"EPUB/{document}"), f"//*[@id='{fragment}']")
        assert {str(PurePosixPath("EPUB") / src) for src in _found(overlay, "//smil:audio/@src")} <= set(
            book.namelist()
        )
    assert begins == [cue["start"] for cue in cues]
    assert texts == [cue["text"] for cue in cues]
    assert ends == [*begins[1:], to_seconds(publication.timeline.samples)]
    assert all(end >= cue["end"] for end, cue in zip(ends, cues, strict=True))


def test_the_stated_durations_are_the_clips(book: zipfile.ZipFile) -> None:
    package = _tree(book, "EPUB/package.opf")
    total = float(_property(package, "media:duration")[0].removesuffix("s"))
    parts = [float(d.removesuffix("s")) for d in _found(package, "//opf:meta[@property='media:duration'][@refines]")]
    clips = []
    for overlay in _overlays(book):
        begins, ends = _found(overlay, "//smil:audio/@clipBegin"), _found(overlay, "//smil:audio/@clipEnd")
        clips.append(sum(float(e[:-1]) - float(b[:-1]) for b, e in zip(begins, ends, strict=True)))
    assert parts == pytest.approx(clips, abs=0.001)
    assert total == pytest.approx(sum(parts), abs=0.001)


def test_each_clip_sounds_and_then_rests(book: zipfile.ZipFile, publication: Publication) -> None:
    """The standard publication's audio has a tone exactly while a sentence is spoken."""
    import av
    import numpy as np

    with av.open(BytesIO(book.read(f"EPUB/{epub.AUDIO}")), "r") as container:
        pcm = np.concatenate([frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)])
    for cue in (cue for phase in talking.phases(publication) for cue in phase.cues):
        speech = pcm[int((cue.begin + 0.1) * SAMPLE_RATE_HZ) : int((cue.begin + 3.9) * SAMPLE_RATE_HZ)]
        rest = pcm[int((cue.begin + 4.1) * SAMPLE_RATE_HZ) : int((cue.end - 0.1) * SAMPLE_RATE_HZ)]
        assert np.abs(speech).max() > 100 * np.abs(rest).max(), cue.id


def test_the_navigation_leads_to_every_phase(book: zipfile.ZipFile, publication: Publication) -> None:
    nav = _tree(book, "EPUB/nav.xhtml")
    contents = "//h:nav[@epub:type='toc']//h:a"
    assert _found(nav, contents)[:-1] == [chapter.title for chapter in publication.timeline.chapters]
    assert {f"EPUB/{href}" for href in _found(nav, "//h:a/@href")} <= set(book.namelist())
    assert _found(nav, "//h:nav[@epub:type='landmarks']//h:a/@epub:type") == ["titlepage", "toc", "bodymatter"]
    assert "nav" in _found(_tree(book, "EPUB/package.opf"), "//opf:itemref/@idref")


def test_the_accessibility_metadata_is_complete(book: zipfile.ZipFile) -> None:
    package = _tree(book, "EPUB/package.opf")
    assert set(_property(package, "schema:accessMode")) == {"textual", "auditory"}
    assert {"textual", "auditory"} <= set(_property(package, "schema:accessModeSufficient"))
    features = set(_property(package, "schema:accessibilityFeature"))
    assert {"synchronizedAudioText", "tableOfContents", "structuralNavigation", "readingOrder"} <= features
    assert _property(package, "schema:accessibilityHazard") == ["none"]
    assert len(_property(package, "schema:accessibilitySummary")[0]) > 100
    assert _property(package, "dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert _property(package, "media:active-class") == ["spoken-now"]
    assert ".spoken-now" in book.read("EPUB/book.css").decode()


def test_a_draft_says_so_on_every_page_and_an_approved_book_names_its_reviewer(
    make_publication: MakePublication, audio: Path, tmp_path: Path
) -> None:
    draft = _book(make_publication(name="a", approved=False), audio, tmp_path)
    pages = [name for name in draft.namelist() if name.endswith(".xhtml")]
    assert all("DRAFT, not for patients" in draft.read(name).decode() for name in pages)
    assert "Nobody has approved these words yet." in draft.read("EPUB/front.xhtml").decode()
    assert _found(_tree(draft, "EPUB/package.opf"), "//dc:title")[0].startswith("DRAFT: ")
    approved = _book(make_publication(name="b"), audio, tmp_path)
    assert not any(b"DRAFT" in approved.read(name) for name in approved.namelist() if name != f"EPUB/{epub.AUDIO}")
    front = approved.read("EPUB/front.xhtml").decode()
    assert "Reviewed by Dr A. Example, audiologist, on 23 November 2026." in front
    assert "Spoken by a computer voice" in front


def test_the_same_publication_gives_the_same_bytes(
    make_publication: MakePublication, audio: Path, tmp_path: Path
) -> None:
    books = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        _book(make_publication(), audio, folder).close()
        books.append((folder / "hearing-test.epub").read_bytes())
    assert books[0] == books[1]


def test_hostile_words_are_words(make_publication: MakePublication, audio: Path, tmp_path: Path) -> None:
    book = _book(make_publication([(HOSTILE, [HOSTILE])], title=HOSTILE, name="x"), audio, tmp_path)
    shown = HOSTILE.translate({0: "\ufffd", 11: "\ufffd", 0xFFFE: "\ufffd"})
    phase = _tree(book, "EPUB/phase-01.xhtml")
    assert _found(phase, "//h:p[@class='sentence']") == _found(phase, "//h:h1") == [shown]
    assert _found(phase, "//h:script") == []
    assert _found(_tree(book, "EPUB/package.opf"), "//dc:title") == [shown]


def test_each_text_runs_in_its_own_direction(make_publication: MakePublication, audio: Path, tmp_path: Path) -> None:
    book = _book(make_publication([("البداية", ["مرحبا."])], language="ar", approved=False), audio, tmp_path)
    for name, direction in (("front", "ltr"), ("nav", "ltr"), ("about", "ltr"), ("phase-01", "rtl")):
        assert _found(_tree(book, f"EPUB/{name}.xhtml"), "/h:html/@dir") == [direction], name
    package = _tree(book, "EPUB/package.opf")
    assert _found(package, "/opf:package/@dir | //dc:title/@dir") == ["ltr", "rtl"]
    assert _found(package, "//opf:spine/@page-progression-direction") == ["rtl"]


def test_a_phase_of_silence_has_no_overlay(make_publication: MakePublication, audio: Path, tmp_path: Path) -> None:
    book = _book(make_publication([("One", ["Hello."]), ("Rest", []), ("Two", ["Bye."])]), audio, tmp_path)
    assert len(_overlays(book)) == 2
    assert "EPUB/phase-02.smil" not in book.namelist()


def _epubcheck() -> list[str]:
    """The validator that ``EPUBCHECK_JAR`` names, or the system's."""
    jar = os.environ.get("EPUBCHECK_JAR") or shutil.which("epubcheck")
    return ["java", "-jar", jar] if jar and shutil.which("java") else []


# Each is a start of Java, so that a kind holds several things at once.
BOOKS: dict[str, dict[str, object]] = {
    "approved": {},
    "a hostile draft with a phase of silence": {
        "phases": [(HOSTILE, [HOSTILE]), ("Rest", [])],
        "title": HOSTILE,
        "language": "es",
        "approved": False,
    },
    "overdue, in Arabic": {
        "language": "ar",
        "title": "اختبار السمع",
        "phases": [("البداية", ["مرحبا."])],
        "review_by": date(2026, 1, 1),
    },
}


@pytest.mark.skipif(not _epubcheck(), reason="EPUBCHECK_JAR names no epubcheck.jar and none is installed, or no java")
@pytest.mark.parametrize("kind", BOOKS)
def test_epubcheck_finds_nothing(kind: str, make_publication: MakePublication, audio: Path, tmp_path: Path) -> None:
    _book(make_publication(name="book", **BOOKS[kind]), audio, tmp_path).close()
    command = [*_epubcheck(), "--failonwarnings", str(tmp_path / "book.epub")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 errors / 0 warnings" in result.stdout


@pytest.mark.skipif(not os.environ.get("ACE"), reason="ACE names no Ace by DAISY (npm: @daisy/ace, ace-puppeteer)")
def test_ace_finds_nothing(make_publication: MakePublication, audio: Path, tmp_path: Path) -> None:
    _book(make_publication(approved=False), audio, tmp_path).close()
    command = [os.environ["ACE"], "-o", str(tmp_path / "report"), str(tmp_path / "hearing-test.epub")]
    subprocess.run(command, capture_output=True, check=True)
    report = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))
    assert report["earl:result"] == {"earl:outcome": "pass"}
    assert [item for document in report["assertions"] for item in document["assertions"]] == []
