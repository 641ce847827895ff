"""Proves all that lies in dist/, one after the other, and tells it as a table."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from debian import packages_of_missing, provide
from environment import Environment, Level
from messages import SetupError, say
from proof.artefacts import Use, prove_deb, prove_tar, prove_wheel
from proof.languages import prove_languages
from proof.paper import prove_paper
from proof.place import UBUNTUS, Place, as_root, knows_ubuntu
from proof.screen import screen
from proof.walk import Findings, Walk
from release import Release
from sbom import FILE_NAME, sbom

# The oldest Debian that is promised, and the newest.
SUITES = ("bookworm", "trixie")
_TABLE = Path("build") / "verified.md"
# Each command that the proofs call, and the package of Debian that brings it.
NEEDED = {
    "debootstrap": "debootstrap",
    "strace": "strace",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "lintian": "lintian",
}


def verify(root: Path) -> int:
    """Prove everything; 1 if something is not so. Needs Debian and its root; tools are fetched."""
    if missing := packages_of_missing(NEEDED):
        provide(missing, "The proofs need tools that are not here yet")
    release, records = Release(root), root / "build" / "proof"
    shutil.rmtree(records, ignore_errors=True)
    records.mkdir(parents=True)
    told: dict[str, Findings | str] = {}
    environment = Environment(root, "build/environment")
    environment.prepare(Level.BUILD)
    with screen() as display:

        def use(place: Place, program: Path, reader: Sequence[str | Path], findings: Findings) -> None:
            walk = Walk(place, [program], display, records, reader)
            walk.go(findings)
            prove_languages(walk, findings)
            prove_paper(walk, environment.python, findings)
            walk.network(findings)

        for name, prove in _proofs(release, use).items():
            findings = Findings()
            say(f"\n=== {name} ===")
            try:
                prove(findings)
                told[name] = findings
            except SetupError as trouble:
                told[name] = str(trouble)
                say(str(trouble))
    rows = [line for name, found in told.items() for line in _lines(name, found)]
    if not knows_ubuntu():
        rows.append("| deb, Ubuntu | **not tried** | its keys are not here: package ubuntu-keyring |")
    table = "\n".join(["| what | holds | measured |", "|---|---|---|", *rows]) + "\n"
    (root / _TABLE).write_text(table, encoding="utf-8")
    say(f"\n{table}")
    return 1 if any(isinstance(found, str) for found in told.values()) else 0


def _proofs(release: Release, use: Use) -> dict[str, Callable[[Findings], None]]:
    dist, roots = release.root / "dist", release.root / "build" / "roots"
    wheel = _one(dist, "*.whl")
    archive, package = _one(dist, "*.tar.xz"), _one(dist, "*.deb")
    proofs: dict[str, Callable[[Findings], None]] = {
        "files": partial(_prove_files, release, package, wheel),
        "wheel": partial(prove_wheel, wheel, release.root, use),
    }
    for suite in (*SUITES, *(UBUNTUS if knows_ubuntu() else ())):
        proofs[f"deb, {suite}"] = partial(prove_deb, package, suite, roots, use)
    for suite in SUITES:
        proofs[f"tar, {suite}"] = partial(prove_tar, archive, suite, roots, use)
    return proofs


def _prove_files(release: Release, package: Path, wheel: Path, findings: Findings) -> None:
    lock = (release.root / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(f"/sboms/{FILE_NAME}"))
        is_equal = archive.read(name).decode() == sbom(release.version, lock)
    findings.add("list of all that is shipped", f"equal to the lock file, {lock.count('==')} packages", is_equal)
    share = release.root / "build" / "deb" / "usr" / "share"
    _tool(findings, ["desktop-file-validate", share / "applications" / "adtracker.desktop"])
    _tool(findings, ["appstreamcli", "validate", "--no-net", *(share / "metainfo").glob("*.xml")])
    _tool(findings, ["lintian", "--fail-on", "error", package])


def _tool(findings: Findings, command: Sequence[str | Path]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    warnings = sum(line.startswith("W:") for line in done.stdout.splitlines())
    said = done.stdout.strip()[-1500:] if done.returncode else f"no error, {warnings} warnings"
    findings.add(str(command[0]), said, done.returncode == 0)


def build_again(root: Path, here: Sequence[Path]) -> int:
    """Clone the last commit into another folder, build it there, and compare; 1 if one file differs."""
    twin = root / "build" / "twin of it"
    shutil.rmtree(twin, ignore_errors=True)
    as_root(["git", "clone", "-q", "--no-hardlinks", root, twin])
    if subprocess.run([sys.executable, twin / "packaging" / "build.py"], check=False).returncode:
        raise SetupError("It could not be built in the other folder.")
    differing = 0
    for file in here:
        other = twin / "dist" / file.name
        is_equal = other.exists() and _digest(other) == _digest(file)
        differing += not is_equal
        say(f"| {file.name} | {'equal' if is_equal else '**not equal**'} | sha256 {_digest(file)[:16]} |")
    if not differing:
        shutil.rmtree(twin)
    return 1 if differing else 0


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _one(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise SetupError(f"{folder} does not hold one {pattern}; make it first: python3 packaging/build.py")
    return found[0]


def _lines(name: str, found: Findings | str) -> list[str]:
    if isinstance(found, str):
        return [f"| {name} | **no** | {' '.join(found.split())[:300]} |"]
    return [f"| {name}: {what} | yes | {measure} |" for what, measure in found.said.items()]
