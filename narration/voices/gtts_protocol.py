"""What is sent to the online service and what it answers, as the ``gTTS`` package speaks it.

The package builds the request; reading the answer is ours, because the package
sends, too, and does that without verifying certificates or noticing faults.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import re
from collections.abc import Iterator
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
    encoded = _from_rows(text) or _from_text(text)
    if not encoded:
        raise BadAnswerError("the answer had no audio in it")
    try:
        return base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError):
        raise BadAnswerError("the audio in the answer was damaged") from None


def _from_rows(text: str) -> str:
    """Rows are ``["wrb.fr", id, payload, …]``; the payload is JSON again, with the audio first."""
    for value in _values(text):
        for row in value if isinstance(value, list) else []:
            if isinstance(row, list) and gTTS.GOOGLE_TTS_RPC in row[:2]:
                with contextlib.suppress(ValueError, TypeError, LookupError, RecursionError):
                    encoded = json.loads(row[2])[0]
                    if isinstance(encoded, str):
                        return encoded
    return ""


def _values(text: str) -> Iterator[object]:
    """The JSON arrays in an answer, wherever its lines break: a guard comes first, and a length before each."""
    decoder, place = json.JSONDecoder(), text.find("[")
    while place >= 0:
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            return
        yield value
        place = text.find("[", place)


def _from_text(text: str) -> str:
    """For an answer that is not whole JSON, which the package also reads."""
    found = _ANSWER.search(text)
    return found["audio"] if found else ""
