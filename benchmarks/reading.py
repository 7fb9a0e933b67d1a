"""Plans read per second and core: the example as text, opening included, and where the time goes.

Run: `python benchmarks/reading.py [SECONDS]`. Every round reads the example with other names in its
unit cells, so that no reading can live on what an earlier one remembered. CPU time, one process.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.record import plan_record

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "shanwei-police-2022.txt"
NAMES = ("政务公开办", "法制支队", "宣传科", "警保支队", "治巡支队")
PROSE = "{n}.修缮第{n}处渡口，9月底前完成。（牵头单位：第{at}港航{n}局；责任单位：财政局、各镇）\n"


def measured(work: Callable[[Path], object], texts: list[str], seconds: float) -> float:
    """Give how often per CPU second the work was done, each time on another file."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{at}.txt" for at in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        work(paths[0])
        done, started = 0, time.process_time()
        while (spent := time.process_time() - started) < seconds:
            work(paths[done % len(paths)])
            done += 1
    return done / spent


def varied(text: str, count: int) -> list[str]:
    """Give the text with other names of units each time."""
    found = []
    for at in range(count):
        other = text
        for name in NAMES:
            other = other.replace(name, f"第{at}{name}")
        found.append(other)
    return found


def main() -> None:
    """Print plans per CPU second."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
    example = EXAMPLE.read_text(encoding="utf-8")
    tables = varied(example, 200)
    running = ["".join(PROSE.format(n=n, at=at) for n in range(1, 41)) for at in range(200)]
    rows = [
        ("open only", lambda path: open_document(path), tables),
        ("flattened table, open and read", lambda path: read_document(open_document(path)), tables),
        (
            "brackets in prose, open and read",
            lambda path: read_document(open_document(path)),
            running,
        ),
        (
            "flattened table, as JSON values",
            lambda path: [plan_record(plan) for plan in read_document(open_document(path))],
            tables,
        ),
    ]
    print(f"{len(example)} characters, 40 requirements; plans per CPU second and core")
    for name, work, texts in rows:
        print(f"{name:36} {measured(work, texts, seconds):8.0f}")


if __name__ == "__main__":
    main()
