"""Which machine this is, so that process ids are compared only where they mean the same."""

import re
import socket
import uuid
from functools import cache
from pathlib import Path
from typing import Final

_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
_SPACE: Final = Path("/proc/self/ns/pid")
_UUID: Final = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"


@cache
def machine_id() -> str:
    """Of this start of this machine's kernel, and within it of this container: two machines that bear one name, or were copied from
    one image, differ. At most 80 characters."""
    try:
        boot = _BOOT.read_text().strip()
    except OSError:  # not Linux
        boot = f"{uuid.getnode():012x}-{socket.gethostname()[:40]}"
    try:
        space = _SPACE.readlink().name
    except OSError:
        space = ""
    return f"{boot}{space}"[:80]


def is_an_earlier_start(machine: str) -> bool:
    """Whether this is the id of another start, where it must be of this machine: a database that is a file lies on one."""
    began = re.match(_UUID, machine)
    return began is not None and not machine_id().startswith(began.group())
