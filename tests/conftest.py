"""What several families' tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import browser  # noqa: F401  # a fixture
from loopback_google import LoopbackGoogle, loopback_google


@pytest.fixture
def google(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackGoogle]:
    """The online service's stand-in, reachable from this process and its children."""
    with loopback_google(tmp_path) as service:
        for name, value in service.environment.items():
            monkeypatch.setenv(name, value)
        yield service
