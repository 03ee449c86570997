"""Runs the program under a bound of processor time and memory, and keeps the table that tests of many tries end with: tries, failures,
worst time, worst memory.

usage: measured.py TABLE     prints the rows that tests have kept there"""
import os
import resource
import subprocess
import sys
import tempfile

# Behind the bound a run is ended by the system: what exceeds it is measured, not waited for.
ENDED_AFTER = 2


class Run:
    def __init__(self, status, seconds, megabytes, printed, told):
        """`printed` stands on standard output, `told` on standard error; `said` is both."""
        self.status, self.seconds, self.megabytes, self.printed, self.said = status, seconds, megabytes, printed, printed + told


def run(command, *, seconds, megabytes, folder=None, environment=None):
    """What a command comes to. A status below 0 is the signal that ended it."""
    def limit():
        most = int(seconds * ENDED_AFTER)
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        resource.setrlimit(resource.RLIMIT_DATA, (int(megabytes * ENDED_AFTER) << 20,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, preexec_fn=limit)
        _, wait_status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(wait_status)
        texts = []
        for file in (output, errors):
            file.seek(0)
            texts.append(file.read(4_000_000).decode(errors="replace"))
    return Run(process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, *texts)


class Table:
    """What tests of many tries come to. Where scripts/test collects them, the rows go there too."""

    def __init__(self):
        self.rows = {}

    def keep(self):
        table = os.environ.get("REGIOSCOPE_TABLE")
        if table:
            with open(table, "a", encoding="utf-8") as file:
                file.writelines("\t".join(map(str, (kind, *row))) + "\n" for kind, row in self.rows.items())

    def add(self, kind, run, failure):
        row = self.rows.setdefault(kind, [0, 0, 0.0, 0.0])
        row[0] += 1
        row[1] += failure is not None
        row[2] = max(row[2], run.seconds)
        row[3] = max(row[3], run.megabytes)

    def failures(self):
        return sum(row[1] for row in self.rows.values())

    def end(self):
        """Prints, keeps and ends the test."""
        print(self)
        self.keep()
        sys.exit(self.failures() > 0)

    @classmethod
    def read(cls, path):
        table = cls()
        with open(path, encoding="utf-8") as file:
            for line in file:
                kind, tries, failures, seconds, megabytes = line.rstrip("\n").split("\t")
                row = table.rows.setdefault(kind, [0, 0, 0.0, 0.0])
                row[0] += int(tries)
                row[1] += int(failures)
                row[2] = max(row[2], float(seconds))
                row[3] = max(row[3], float(megabytes))
        return table

    def __str__(self):
        width = max(map(len, ["kind", *self.rows])) + 2
        lines = [f"{'kind':<{width}}{'tries':>8}{'failures':>10}{'worst time':>12}{'worst memory':>14}"]
        for kind, (tries, failures, seconds, megabytes) in self.rows.items():
            lines.append(f"{kind:<{width}}{tries:>8}{failures:>10}{seconds:>10.1f} s{megabytes:>11.0f} MB")
        return "\n".join(lines)


if __name__ == "__main__":
    print(Table.read(sys.argv[1]))
