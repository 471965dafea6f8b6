"""Files that only whoever holds the private key can read: by the program `age` or by GnuPG, whichever the key is of."""

import tempfile
from pathlib import Path

from feedbackbot.errors import SettingsError
from feedbackbot.storage.backup import run_tool
from feedbackbot.storage.whole_file import appears_whole

_OPENPGP = "-----BEGIN PGP PUBLIC KEY BLOCK-----"


def ending(key: str) -> str:
    """Of the encrypted file's name; "" where there is no key. Raises SettingsError for what is no public key."""
    if not key:
        return ""
    return ".age" if _is_age(key) else ".gpg"


async def encrypt(source: Path, target: Path, key: str) -> None:
    """`target` appears when it is complete. Raises SettingsError where the program is missing or refuses the key."""
    with appears_whole(target) as file:
        if _is_age(key):
            await run_tool(
                "age", "--encrypt", "--recipient", key, str(source), output=file.fileno(), package="age"
            )
            return
        # a key ring of its own: neither the operator's keys nor their trust have a say
        with tempfile.TemporaryDirectory(prefix="feedbackbot-gpg-") as ring:
            await run_tool(
                "gpg", "--batch", "--quiet", "--no-options", "--homedir", ring, "--trust-model", "always",
                "--recipient-file", key, "--output", "-", "--encrypt", str(source),
                output=file.fileno(), package="gnupg",
            )  # fmt: skip


def _is_age(key: str) -> bool:
    if key.startswith("age1"):
        return True
    try:
        if _OPENPGP in Path(key).read_text("ascii", errors="replace"):
            return False
    except OSError as problem:
        raise SettingsError(f"FEEDBACKBOT_BACKUP_KEY: {key}: {problem.strerror}") from None
    raise SettingsError(
        "FEEDBACKBOT_BACKUP_KEY is neither a public key of age nor a file with an OpenPGP one"
    )
