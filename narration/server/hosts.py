"""Which host names the server answers to.

A page elsewhere on the web could point its own name at this machine and read
the guides through the listener's browser (DNS rebinding).  It needs a name for
that, so an address in digits is always right, and of names only this machine's.
"""

from __future__ import annotations

import ipaddress
import socket


def own_names() -> frozenset[str]:
    """What this machine is called, with and without the name that Bonjour gives it."""
    name = socket.gethostname().lower().removesuffix(".local")
    return frozenset({"localhost", name, f"{name}.local", name.partition(".")[0]} - {""})


def is_ours(host: str, names: frozenset[str]) -> bool:
    """Whether a request's ``Host`` may be answered; the port does not matter."""
    name = host.strip().lower()
    if name.startswith("["):
        name = name[1:].partition("]")[0]
    elif name.count(":") == 1:
        name = name.partition(":")[0]
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name.removesuffix(".") in names
    return True
