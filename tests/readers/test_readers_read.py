"""Files to documents: phases, filler, encodings, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from narration import readers
from narration.document import Document
from narration.errors import NarrationError, SourceError, UsageError

CASES = Path(__file__).parent.parent / "cases" / "readers"
SHARED = Path(__file__).parents[2].parent / "shared" / "sources" / "ketamine-infusion.txt"


def outline(document: Document) -> str:
    """A document as text: what a golden case compares."""
    lines = [f"title: {document.title}", f"language: {document.language}"]
    for section in document.sections:
        lines.append(f"[{section.name}]")
        lines += [f"{s.id} ({s.line}) {s.text}" for s in section.sentences]
    lines += [f"- {item.reason} ({item.line}) {item.text}" for item in document.left_out]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("source", sorted(p.stem for p in CASES.glob("*.expected")))
def test_golden(source: str) -> None:
    expected = CASES / f"{source}.expected"
    assert outline(readers.read(CASES / source)) == expected.read_text(encoding="utf-8")


@pytest.mark.skipif(not SHARED.is_file(), reason="the user's own document is not beside this checkout")
def test_the_real_document() -> None:
    document = readers.read(SHARED)
    assert [phase.name for phase in document.phases] == [
        "Preparation",
        "Onset",
        "Altered Perception",
        "Emotional Changes",
        "Visual and Auditory Effects",
        "Physical Sensations",
        "Duration",
        "Gradual Return",
        "Post-Infusion",
    ]
    assert [item.reason for item in document.left_out] == ["filler"]
    assert document.left_out[0].line == 3
    assert len(document.opening.sentences) == 2
    assert len(document.closing.sentences) == 4
    whole = " ".join(SHARED.read_text(encoding="utf-8").split())
    for section in document.sections:
        for sentence in section.sentences:
            assert sentence.text in whole


TEXT = "A page\n\nOne: Here is the first phase’s text.\n\nTwo: Here is the second, at 10:30.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_usual_encodings_are_read_alike(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode(encoding))
    document = readers.read(path)
    assert [p.name for p in document.phases] == ["One", "Two"]
    assert document.phases[0].sentences[0].text == "Here is the first phase’s text."


def refused(path: Path) -> NarrationError:
    with pytest.raises(NarrationError) as caught:
        readers.read(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "none.txt"), UsageError)


def test_a_folder_is_wrong_usage(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path), UsageError)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in str(refused(tmp_path / "pipe.txt"))


@pytest.mark.parametrize("content", [b"", b"\n \n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    assert "empty" in str(refused(path))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
        (b"%PDF-1.7 something", "PDF"),
        (b"PK\x03\x04" + bytes(40), "ZIP"),
        (bytes(range(256)) * 20, "binary"),
        ("Подготовка: вы ляжете на кушетку. ".encode("koi8-r") * 8, "encod"),
        ("検査の準備をします。静かな部屋です。".encode("shift_jis") * 8, "encod"),
    ],
)
def test_what_is_not_text_is_named(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    error = refused(path)
    assert isinstance(error, SourceError)
    assert word in str(error)


def test_only_filler_is_no_phase(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n")
    assert "no phase" in str(refused(path))


def test_a_page_without_phases_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("The scan is quick. You lie on a table.\n\nThen you may get dressed and go home with a friend.\n")
    document = readers.read(path)
    assert len(document.phases) == 2
    assert "shows no phases" in document.notes[0]


@given(st.text(max_size=400))
@example(">")  # a quotation with nothing in it
@settings(deadline=None)
def test_any_text_is_a_document_or_one_clear_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "page.md"
    path.write_text(text, encoding="utf-8", errors="ignore", newline="")
    try:
        document = readers.read(path)
    except NarrationError:
        return
    ids = [s.id for section in document.sections for s in section.sentences] + [o.id for o in document.left_out]
    assert len(ids) == len(set(ids))
