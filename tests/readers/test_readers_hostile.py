"""Files made to do harm: one sentence or a document, within a child's limits of memory and processor time."""

from __future__ import annotations

import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="this system cannot limit a process")

MEMORY_BYTES = 1_000_000_000
PROCESSOR_SECONDS = 30
READ = """
import sys
from pathlib import Path
from narration import readers
from narration.errors import NarrationError
try:
    print("read", len(readers.read(Path(sys.argv[1])).phases))
except NarrationError as error:
    print("refused", error)
"""


def pdf_bomb(path: Path) -> None:
    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(b"(a) Tj " * 1_000_000) for _ in range(100)) + packer.flush()
    path.write_bytes(
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n"
        % len(stream)
        + stream
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file, file.open("word/document.xml", "w") as part:
        for _ in range(300):
            part.write(b" " * 1_000_000)


HOSTILE: dict[str, Callable[[Path], object]] = {
    "bomb.pdf": pdf_bomb,
    "huge.txt": huge,
    "bomb.docx": zip_bomb,
    "deep.html": lambda path: path.write_text("<div>" * 100_000 + "You rest."),
    "marks.md": lambda path: path.write_text("[a](" * 50_000),
    "brackets.txt": lambda path: path.write_text("(" * 190_000),
    "hyphens.txt": lambda path: path.write_text("-a@" * 60_000),
    "line.txt": lambda path: path.write_text("a, " * 350_000),
    "labels.txt": lambda path: path.write_text("Label:\n" * 150_000),
    "breaks.html": lambda path: path.write_text("a<br>" * 200_000),
    "wrong.docx": lambda path: path.write_bytes(b"%PDF-1.7 not a document"),
    "nul.txt": lambda path: path.write_bytes(b"You rest.\x00\x01\x02" * 1000),
    "wrong.html": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100)),
}


def outcome(path: Path) -> str:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))

    command = [sys.executable, "-c", READ, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=limit, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    HOSTILE[name](path)
    said = outcome(path)
    assert said.startswith(f"refused {path}: ")
    assert "\n" not in said


@pytest.mark.parametrize("depth", [10, 60, 300])
def test_no_word_is_lost_however_deep_a_list_is(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "deep.md"
    path.write_text("\n".join(f"{'  ' * level}- You rest at place {level}." for level in range(depth)))
    from narration import readers

    document = readers.read(path)
    said = " ".join(sentence.text for section in document.sections for sentence in section.sentences)
    assert all(f"place {level}." in said for level in range(depth))
