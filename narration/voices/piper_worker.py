"""The child process that speaks with Piper.  Run by its path, never imported by the program.

Piper is GPLv3: its package is loaded here and nowhere else.

    python -P piper_worker.py MODEL CONFIG

The exchange is that of ``children``: a request is JSON ``{"text",
"length_scale", "noise"}``; the answer is 16-bit mono PCM at the model's rate,
a chunk a sentence, none of them normalised by itself.  The model is loaded
with the first request and then serves all of them.
"""

from __future__ import annotations

import json
import logging
import os
import struct
import sys
from typing import Any

SENTENCE_GAP_SECONDS = 0.3
NO_REPORTS = {"ORT_DISABLE_TELEMETRY": "1"}
"""ONNX Runtime, from 1.29, gives the machine a number, and reports to its maker that it was run, unless told not to."""


def speak(voice: Any, request: dict[str, Any]) -> bytes:
    from piper import SynthesisConfig

    config = SynthesisConfig(length_scale=request["length_scale"], normalize_audio=False)
    if not request["noise"]:
        config.noise_scale = config.noise_w_scale = 0.0
    pieces: list[bytes] = []
    for chunk in voice.synthesize(request["text"], config):
        if pieces:
            pieces.append(bytes(2 * round(SENTENCE_GAP_SECONDS * chunk.sample_rate)))
        pieces.append(chunk.audio_int16_bytes)
    return b"".join(pieces)


def main() -> None:
    model, config = sys.argv[1:]
    os.environ |= NO_REPORTS
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever the libraries print must not reach the answers
    logging.getLogger("piper").setLevel(logging.ERROR)  # it warns of every letter that a voice was not trained on
    voice = None
    while header := requests.read(4):
        request = json.loads(requests.read(struct.unpack("<I", header)[0]))
        try:
            if voice is None:
                from piper import PiperVoice

                voice = PiperVoice.load(model, config)
            status, body = 0, speak(voice, request)
        except Exception as error:  # the parent names it; this process has nobody else to tell
            lines = str(error).strip().splitlines() or [type(error).__name__]
            status, body = 1, f"Piper cannot use this voice: {lines[0]}".encode()
        answers.write(struct.pack("<BI", status, len(body)) + body)
        answers.flush()


if __name__ == "__main__":
    main()
