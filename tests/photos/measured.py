"""Takes in every file of a folder, each in a process of its own, and prints what came of it and what it cost.

Seconds are those of the processor: others may be using the machine.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

from adtracker.errors import PhotoError
from adtracker.photos import clean as loaded_before_anything_is_measured  # noqa: F401
from adtracker.photos.picture_file import clean_file


def outcome(file: Path) -> str:
    """The key of the refusal, or "taken"."""
    try:
        clean_file(file)
    except PhotoError as error:
        return error.key
    return "taken"


def megabytes() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(file: Path) -> None:
    """Print one line of JSON: name, outcome, seconds, and megabytes more than before."""
    before, start = megabytes(), time.process_time()
    answer = outcome(file)
    found = {"name": file.name, "outcome": answer, "seconds": time.process_time() - start}
    sys.stdout.write(json.dumps(found | {"megabytes": megabytes() - before}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    for each in sorted(Path(sys.argv[1]).iterdir()):
        if not (child := os.fork()):
            measure(each)
            os._exit(0)
        os.waitpid(child, 0)
