"""CPU seconds of `dutygraph --help` and of the main job, above bare Python's start.

Run: `python benchmarks/startup.py [RUNS]`. Each figure is the median of the runs, user and system
time of the child process together.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "shanwei-police-2022.txt"
COMMAND = [str(Path(sys.executable).with_name("dutygraph"))]


def cpu_seconds(command: list[str], runs: int) -> float:
    """Give the median CPU seconds of a command over some runs."""
    return statistics.median(_once(command) for _ in range(runs))


def _once(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print the three figures and hold the two that have a bar against it."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    bare = cpu_seconds([sys.executable, "-c", ""], runs)
    help_ = cpu_seconds([*COMMAND, "--help"], runs)
    with tempfile.TemporaryDirectory() as folder:
        job = [*COMMAND, "report", str(EXAMPLE), "-o", str(Path(folder) / "out"), "--force", "-q"]
        report = cpu_seconds(job, runs)
    print(f"bare Python        {bare * 1000:7.0f} ms")
    print(f"--help, above it   {(help_ - bare) * 1000:7.0f} ms   (bar 80)")
    print(f"report, in all     {report * 1000:7.0f} ms   (bar 3000)")


if __name__ == "__main__":
    main()
