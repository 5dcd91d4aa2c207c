"""Brings the Nu HTML checker and a Java to run it with onto this machine; `python -m guide.links.nu_setup` does it.

The checker comes from npm, as a file that is compared with its hash here. Nothing is taken from the tree of other
packages, so that no lock with addresses is needed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

# A new version: npm view vnu-jar version; npm pack vnu-jar@VERSION; sha256sum vnu-jar-VERSION.tgz
VERSION = "26.9.27"
SHA256 = "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"
IN_PACKAGE = "package/build/dist/vnu.jar"
JAVA = 17
# What `java -version` says: `openjdk version "17.0.15" 2025-04-15`.
JAVA_VERSION = re.compile(r'version "(?:1\.)?(\d+)')
# The packages of Debian and Ubuntu that hold what is missing.
PACKAGES = {"java": "default-jre-headless", "npm": "npm"}
HELP = {
    "java": f"Java {JAVA} or newer is missing. Install it (Debian and Ubuntu: {PACKAGES['java']}), then try again.",
    "npm": "npm is missing. Install Node.js, which brings it (Debian and Ubuntu: nodejs and npm), then try again.",
}


class SetupError(Exception):
    """The checker or its Java cannot be brought here; the message says what to do."""


def jar() -> Path:
    """Return where the checker is, or will be: in the environment of this Python."""
    return Path(sys.prefix) / "vnu" / f"vnu-{VERSION}.jar"


def _run(command: Sequence[str], folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603


def find_java() -> str | None:
    """Return the path of a Java that is new enough, or None."""
    path = shutil.which("java")
    said = _run([path, "-version"]) if path else None
    version = JAVA_VERSION.search(said.stderr + said.stdout) if said else None
    return path if version and int(version[1]) >= JAVA else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _apt_install(package: str) -> None:
    """Install a package of Debian or Ubuntu, where that is possible."""
    if shutil.which("apt-get") and _is_root():
        _run(["apt-get", "update"])
        _run(["apt-get", "install", "--yes", "--no-install-recommends", package])


def _need(program: str) -> str:
    """Return the path of a program, installed now if need be. Raises SetupError with what to do."""

    def look() -> str | None:
        return find_java() if program == "java" else shutil.which(program)

    path = look()
    if path is None:
        _apt_install(PACKAGES[program])
        path = look()
    if path is None:
        raise SetupError(HELP[program])
    return path


def _take_out(package: Path, target: Path) -> None:
    """Put the checker out of its package in its place. Raises SetupError for a package that is not the one we know."""
    if hashlib.sha256(package.read_bytes()).hexdigest() != SHA256:
        raise SetupError(f"vnu-jar {VERSION} from npm is not the file that this guide knows. Do not use it; tell us.")
    with tarfile.open(package) as archive:
        member = archive.extractfile(IN_PACKAGE)
        if member is None:
            raise SetupError(f"vnu-jar {VERSION} has no {IN_PACKAGE}")
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(".part")
        part.write_bytes(member.read())
    part.replace(target)


def _fetch(target: Path) -> None:
    """Get the checker from npm. Raises SetupError with what to do."""
    npm = _need("npm")
    with tempfile.TemporaryDirectory() as folder:
        result = _run([npm, "pack", "--silent", f"vnu-jar@{VERSION}"], Path(folder))
        package = Path(folder) / f"vnu-jar-{VERSION}.tgz"
        if result.returncode or not package.is_file():
            reason = result.stderr.strip().splitlines()
            raise SetupError(
                f"The HTML checker could not be fetched from npm ({reason[-1] if reason else 'no reason given'}). "
                "Connect this computer to the internet, then type the same command again."
            )
        _take_out(package, target)


def install() -> tuple[str, Path]:
    """Return the paths of Java and of the checker, installed now if need be. Raises SetupError with what to do."""
    java = _need("java")
    target = jar()
    if not target.is_file():
        _fetch(target)
    return java, target


if __name__ == "__main__":
    try:
        install()
    except (SetupError, OSError) as error:
        sys.exit(str(error))
