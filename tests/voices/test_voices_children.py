"""The processes that speak: none is left open, whenever the voice is closed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from narration.errors import VoiceError
from narration.voices.children import Children

ECHO = """
import json, struct, sys
while header := sys.stdin.buffer.read(4):
    request = sys.stdin.buffer.read(struct.unpack("<I", header)[0])
    sys.stdout.buffer.write(struct.pack("<BI", 0, len(request)) + request)
    sys.stdout.buffer.flush()
"""


def test_a_voice_that_is_closed_while_its_last_answer_comes_in_leaves_no_pipe_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    children = Children("echo", [sys.executable, "-c", ECHO], 1, 20)
    exchange, seen = children._exchange, []

    def closed_just_after(child: subprocess.Popen[bytes], body: bytes) -> tuple[int, bytes]:
        answer = exchange(child, body)
        seen.append(child)
        children.close()
        return answer

    monkeypatch.setattr(children, "_exchange", closed_just_after)
    assert children.ask({"text": "hello"}) == b'{"text": "hello"}'
    (child,) = seen
    assert child.returncode is not None
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stdin.closed
    assert child.stdout.closed
    with pytest.raises(VoiceError, match="stopped"):
        children.ask({"text": "again"})
