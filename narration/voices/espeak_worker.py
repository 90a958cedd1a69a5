"""The child process that speaks with espeak-ng.  Run by its path, never imported by the program.

espeak-ng is GPLv3: its library is loaded here and nowhere else.  This file
imports only the standard library, so that it starts in a few milliseconds.

    python -I -S espeak_worker.py LIBRARY DATA_FOLDER     (absolute paths)

Each request on standard input is four bytes, little-endian, the length of a
JSON object ``{"voice", "rate", "pitch", "range", "gap", "text"}``.  Each answer
is a byte, 0 for 16-bit mono PCM and 1 for a message, then four bytes of length,
then the bytes.  The end of the input ends the process.

The library keeps the path of its data in 160 bytes, and on Windows opens no
path with letters beyond ASCII.  So this process works in the folder that holds
the data, and names the data alone.

A clip depends on what the library said before it and on the C library's
``rand``.  So every clip has the library loaded afresh and ``srand(1)``; of 60
orders and processes tried, all gave the same samples, in 13 ms a clip.
"""

from __future__ import annotations

import _ctypes
import ctypes
import json
import os
import struct
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself takes longer to import than all the rest
    from typing import Any

SYNCHRONOUS = 2
NO_EXIT = 0x8000
"""Without it the library ends the process when it does not find its data."""
RATE, PITCH, RANGE, GAP = 1, 3, 4, 7
UTF8 = 1
AT_CHARACTER = 1
SYNTH_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


def speak(library_path: str, data_name: str, request: dict[str, Any]) -> bytes:
    library = ctypes.CDLL(library_path)
    try:
        return _speak(library, data_name, request)
    finally:
        library.espeak_Terminate()
        _unload(library._handle)


def _speak(library: ctypes.CDLL, data_name: str, request: dict[str, Any]) -> bytes:
    rate_hz = library.espeak_Initialize(SYNCHRONOUS, 0, os.fsencode(data_name), NO_EXIT)
    if rate_hz != request["sample_rate_hz"]:
        raise RuntimeError(f"espeak-ng could not start (it answered {rate_hz})")
    pieces: list[bytes] = []

    def take(samples: Any, count: int, _events: int | None) -> int:
        if count > 0 and samples:
            pieces.append(ctypes.string_at(samples, count * 2))
        return 0

    callback = SYNTH_CALLBACK(take)
    library.espeak_SetSynthCallback(callback)
    if library.espeak_SetVoiceByName(request["voice"].encode()) != 0:
        raise RuntimeError("espeak-ng does not know the voice " + request["voice"])
    for parameter, name in ((RATE, "rate"), (PITCH, "pitch"), (RANGE, "range"), (GAP, "gap")):
        library.espeak_SetParameter(parameter, request[name], 0)
    _seed()
    text = request["text"].encode() + b"\0"
    failed = library.espeak_Synth(text, ctypes.c_size_t(len(text)), 0, AT_CHARACTER, 0, UTF8, None, None)
    if failed:
        raise RuntimeError(f"espeak-ng could not speak (it answered {failed})")
    return b"".join(pieces)


def _seed() -> None:
    if sys.platform == "win32":
        ctypes.CDLL("ucrtbase").srand(1)
    else:
        ctypes.CDLL(None).srand(1)


def _unload(handle: int) -> None:
    if sys.platform == "win32":
        _ctypes.FreeLibrary(handle)
    else:
        _ctypes.dlclose(handle)


def main() -> None:
    library_path, data_path = sys.argv[1:]
    folder, data_name = os.path.split(data_path)
    os.chdir(folder)
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever the library prints must not reach the answers
    while header := requests.read(4):
        request = json.loads(requests.read(struct.unpack("<I", header)[0]))
        try:
            status, body = 0, speak(library_path, data_name, request)
        except (OSError, RuntimeError) as error:
            status, body = 1, str(error).encode()
        answers.write(struct.pack("<BI", status, len(body)) + body)
        answers.flush()


if __name__ == "__main__":
    main()
