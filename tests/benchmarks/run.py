"""Prints the benchmarks as a table of ratios. Run by `python3 packaging/dev.py bench`; words choose rows by name."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

from adtracker.storage.journal import Journal
from tests.benchmarks import acts, beside_calc, bringing, copying, diaries, digits, drawing, figures, saving
from tests.benchmarks.measure import Ratio, Take, at_most, environment, in_pairs, marked, process

Row = Callable[[Path], Ratio]
UNTOUCHED_MILLISECONDS = 10_000
MOST_OF_A_CORE = 0.005
MOST_TRANSACTIONS = 3
MOST_FOR_A_TABLE = 300_000_000
MOST_DELAY, RUNS_OF_LOOK = 0.020, 3
SCALES = {"ms": 1e3, "MB": 1e-6, "transactions": 1}


def painted(folder: Path) -> Ratio:
    """From the start of the process to the window painted."""
    diary = diaries.demonstration(folder)
    ours = process("app_window.py", str(diary), until="painted")
    return in_pairs(
        "start to window painted", "an empty PySide6 window", 2.0, ours, process("bare_window.py", until="painted")
    )


def usable(folder: Path) -> Ratio:
    """From the start of the process to Today usable."""
    diary = diaries.demonstration(folder)
    ours = process("app_window.py", str(diary), until="usable")
    bare = process("bare_rows.py", str(diary), until="usable")
    return in_pairs("start to Today usable", "bare imports, rows and window", 1.5, ours, bare)


def unlocked(folder: Path) -> Ratio:
    """The same of an encrypted diary, without the time in which a password becomes a key: a key is given at once."""
    ours = process("app_unlocked.py", str(diaries.encrypted(folder)), diaries.KEY.hex(), until="usable")
    plain = process("app_window.py", str(diaries.demonstration(folder)), until="usable")
    return in_pairs("the same with a password, but for the password", "a plain diary", 1.15, ours, plain)


def twenty_years(folder: Path) -> Ratio:
    """The same with a long diary beside a new one."""
    long = process("app_window.py", str(diaries.twenty_years(folder)), until="usable")
    new = process("app_window.py", str(diaries.new(folder)), until="usable")
    return in_pairs("the same, 20-year diary", "a new diary", 1.10, long, new, runs=11)


def quick(folder: Path) -> Ratio:
    """The small window until it has taken a digit, beside the whole window until Today stands."""
    whole = process("app_window.py", str(diaries.new(folder)), until="usable")
    return in_pairs("small window, until a digit is taken", "the whole window usable", 0.5, _asked_anew(folder), whole)


def _asked_anew(folder: Path) -> Take:
    """The small window asks only where the day is not written, so each start has a diary of its own."""

    def take() -> float:
        fresh = shutil.copy(diaries.new(folder), folder / "asked.diary")
        return process("app_quick.py", str(fresh), until="usable")()

    return take


def save(folder: Path) -> Ratio:
    """One day saved, commit returned."""
    ours, bare = saving.by_journal(folder / "ours.diary"), saving.by_driver(folder / "bare.diary")
    return in_pairs("save one day", "the same rows by bare sqlcipher3", 3.0, ours, bare, runs=101)


def digit(folder: Path) -> Ratio:
    """One digit on Today, stored and shown."""
    with digits.open_today(folder) as today:
        return in_pairs("one digit on Today", "saving that answer", 3.0, today.by_page, today.by_journal, runs=101)


def asked(folder: Path) -> Ratio:
    """How often one digit on Today asks the diary."""
    with digits.open_today(folder) as today:
        return at_most("the same", "the most it may take", today.transactions(), MOST_TRANSACTIONS, "transactions")


def first_drawn(folder: Path) -> Ratio:
    """Ten years of days drawn for the first time."""
    ours, bare = drawing.first_drawn_by_app(folder), drawing.first_drawn_bare()
    return in_pairs("Trends first drawn, 10 years", "a bare pyqtgraph layout", 2.0, ours, bare)


def frame(folder: Path) -> Ratio:
    """One zoom frame over ten years of days."""
    ours, bare = drawing.frame_by_app(folder), drawing.frame_bare()
    return in_pairs("one zoom frame there (also under 16 ms)", "the same on the bare layout", 1.5, ours, bare)


def trends_visited(folder: Path) -> Ratio:
    """Trends gone to for the first time, all of it."""
    ours, bare = acts.act(diaries.ten_years(folder), "trends"), drawing.first_drawn_bare()
    return in_pairs("Trends, first visit, 10 years", "a bare pyqtgraph layout of all days", 1.0, ours, bare)


def trends_all(folder: Path) -> Ratio:
    """All of ten years wanted on Trends."""
    ours, bare = acts.act(diaries.ten_years(folder), "all"), drawing.first_drawn_bare()
    return in_pairs("all days on Trends, 10 years", "a bare pyqtgraph layout of them", 1.0, ours, bare)


def preview(folder: Path) -> Ratio:
    """The report's pages after a part was ticked."""
    ours = acts.act(diaries.ten_years(folder), "tick")
    bare = process("bare_preview.py", str(diaries.typeset_job(folder)))
    return in_pairs("the report's pages after a tick, 10 years", "typst alone, as pictures", 1.5, ours, bare)


def felt(name: str) -> Row:
    """A row for one act with twenty years of days; it is chosen by the word `felt` too."""

    def row(folder: Path) -> Ratio:
        """One act."""
        return acts.felt(diaries.twenty_years(folder), name)

    row.__name__ = f"felt_{name}"
    return row


def report(folder: Path) -> Ratio:
    """`adtracker report` over 24 weeks, the whole process."""
    diary, job = diaries.demonstration(folder), diaries.typeset_job(folder)
    ours = process("app_report.py", str(diary), str(folder / "ours.pdf"))
    bare = process("bare_report.py", str(job), str(folder / "bare.pdf"))
    return in_pairs("adtracker report, 24 weeks", "typst alone on the same page", 3.0, ours, bare)


def memory(folder: Path) -> Ratio:
    """Memory after every page was visited."""
    ours = marked("app_memory.py", str(diaries.demonstration(folder)), mark="memory")
    bare = marked("bare_memory.py", mark="memory")
    return in_pairs("memory after every page", "an empty PySide6 and pyqtgraph window", 1.6, ours, bare, 5, "MB")


def untouched(folder: Path) -> Ratio:
    """CPU of a window that nobody touches, at most half a per cent of a core: the worst page, shown or minimised."""
    spent = marked("app_untouched.py", str(diaries.demonstration(folder)), str(UNTOUCHED_MILLISECONDS), mark="cpu")()
    most = MOST_OF_A_CORE * UNTOUCHED_MILLISECONDS / 1e3
    return at_most("CPU of an untouched window, 10 s", "0.5 % of one core", spent / 1e9, most)


def first_key(folder: Path) -> Ratio:
    """How much later a digit is stored while ten years are looked through after the start, at most 20 ms."""
    take = marked("app_first_key.py", str(diaries.ten_years(folder)), mark="delay")
    ours = median(take() for _ in range(RUNS_OF_LOOK)) / 1e9
    return Ratio("delay of a digit by the look for damage", "20 ms", ours, MOST_DELAY, ours / MOST_DELAY, 1.0)


def brought_in(folder: Path) -> Ratio:
    """A table of 100,000 days brought in, from the file to the commit."""
    ours, bare = bringing.brought_in(folder), bringing.bare(folder)
    return in_pairs("a table of 100,000 days brought in", "a bare executemany", 5.0, ours, bare, runs=5)


def brought_in_memory(folder: Path) -> Ratio:
    """The most memory that takes."""
    ours = marked("app_bring.py", str(folder), mark="memory")()
    return at_most("memory for that", "the most it may be", ours, MOST_FOR_A_TABLE, "MB")


def numbers(folder: Path) -> Ratio:
    """All numbers of twenty years of days."""
    with closing(Journal.open(diaries.twenty_years(folder), diaries.today)) as journal:
        ours, read = figures.numbers_of(journal.entries()), figures.days_read(journal)
        return in_pairs("all numbers for 20 years of days", "reading those days", 2.0, ours, read)


def growth(folder: Path) -> Ratio:
    """All numbers of twenty years beside those of ten."""
    with closing(Journal.open(diaries.twenty_years(folder), diaries.today)) as journal:
        entries = journal.entries()
    ours, half = figures.numbers_of(entries), figures.numbers_of(entries[len(entries) // 2 :])
    return in_pairs("the same", "all numbers for 10 years of days", 2.2, ours, half, runs=11)


def series(folder: Path) -> Ratio:
    """Three series of ten years, read."""
    file = diaries.twenty_years(folder)
    with closing(Journal.open(file, diaries.today)) as journal:
        ours, bare = figures.series_by_journal(journal), figures.series_by_sql(file)
        return in_pairs("reading 10 years of three series", "the bare SQL", 3.0, ours, bare, runs=11)


def backup(folder: Path) -> Ratio:
    """A backup of ten years with 1,000 photos, all of them new."""
    with closing(copying.ten_years(folder)) as journal:
        ours, bare = copying.by_app(journal, folder), copying.by_sqlite(journal, folder)
        return in_pairs("backup of 10 years with 1,000 photos", "VACUUM INTO of both files", 2.0, ours, bare)


ROWS: tuple[Row, ...] = (
    painted,
    usable,
    unlocked,
    twenty_years,
    quick,
    save,
    digit,
    asked,
    first_drawn,
    frame,
    trends_visited,
    trends_all,
    preview,
    *map(felt, acts.MOST),
    report,
    memory,
    untouched,
    first_key,
    numbers,
    growth,
    series,
    backup,
    brought_in,
    brought_in_memory,
    beside_calc.started,
    beside_calc.printed,
    beside_calc.written,
)


def _name(row: Row) -> str:
    return f"{row.__module__.rpartition('.')[2]}.{row.__name__}"


def measured(row: Row, folder: Path) -> Ratio | str:
    """A row, or why it cannot be measured here."""
    try:
        return row(folder)
    except beside_calc.PeerMissingError as missing:
        return f"{_name(row)}: {missing}"


def table(rows: Iterator[Ratio | str]) -> Iterator[str]:
    """The lines of a Markdown table, each as soon as it is known."""
    yield "| what | against | ours | bare | ratio | bar | |"
    yield "|---|---|---|---|---|---|---|"
    for row in rows:
        if isinstance(row, str):
            yield f"| {row} | | | | | | not measured |"
            continue
        figures = [f"{side * SCALES[row.unit]:.1f} {row.unit}" for side in (row.ours, row.bare)]
        verdict = "held" if row.held else "MISSED"
        yield "| " + " | ".join([row.name, row.against, *figures, f"{row.ratio:.2f}", f"{row.bar:.2f}", verdict]) + " |"


def main(words: list[str]) -> int:
    """Measure the rows whose names hold one of the words, or all of them."""
    os.environ.update(environment())
    chosen = [row for row in ROWS if not words or any(word in _name(row) for word in words)]
    with tempfile.TemporaryDirectory() as folder:
        for line in table(measured(row, Path(folder)) for row in chosen):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
