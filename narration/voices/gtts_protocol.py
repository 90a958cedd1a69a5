"""What is sent to the online service and what it answers, as the ``gTTS`` package speaks it.

The package builds the request; reading the answer is ours, because the package
sends, too, and does that without verifying certificates or noticing faults.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import TYPE_CHECKING

from gtts import gTTS

if TYPE_CHECKING:
    from requests import PreparedRequest

_ANSWER = re.compile(re.escape(f'"{gTTS.GOOGLE_TTS_RPC}","') + r'\[\\"(?P<audio>[A-Za-z0-9+/=]*)\\"')


class BadAnswerError(Exception):
    """The service answered, but not with the speech that was asked for; the text says what is wrong."""


def request(clause: str, language: str, tld: str, slow: bool) -> PreparedRequest:
    """One clause of at most 100 characters, ready to send.  Nothing is looked up and nothing is cut."""
    package = gTTS(
        clause,
        tld=tld,
        lang=language,
        slow=slow,
        lang_check=False,
        pre_processor_funcs=[],
        tokenizer_func=lambda text: [text],
    )
    (prepared,) = package._prepare_requests()
    made: PreparedRequest = prepared
    return made


def audio(body: bytes) -> bytes:
    """The MP3 data in an answer's body.  Raises ``BadAnswerError`` when there is none."""
    if not body.strip():
        raise BadAnswerError("the answer was empty")
    text = body.decode("utf-8", "replace")
    encoded = _from_json(text) or _from_text(text)
    if not encoded:
        raise BadAnswerError("the answer had no audio in it")
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise BadAnswerError("the audio in the answer was damaged") from None


def _from_json(text: str) -> str:
    """Rows are ``["wrb.fr", id, payload, …]``; the payload is JSON again, with the audio first."""
    for line in text.splitlines():
        if gTTS.GOOGLE_TTS_RPC not in line:
            continue
        try:
            for row in json.loads(line):
                if gTTS.GOOGLE_TTS_RPC in row and isinstance(row[2], str):
                    return str(json.loads(row[2])[0])
        except (ValueError, TypeError, LookupError):
            continue
    return ""


def _from_text(text: str) -> str:
    """For an answer whose chunks are not whole lines of JSON, which the package also reads."""
    found = _ANSWER.search(text)
    return found["audio"] if found else ""
