"""Runs the program under a bound of processor time and memory, and keeps the table that tests of many tries end with: tries, failures,
worst time, worst memory."""
import os
import resource
import subprocess
import tempfile

# Behind the bound a run is ended by the system: what exceeds it is measured, not waited for.
ENDED_AFTER = 2


class Run:
    def __init__(self, status, seconds, megabytes, said):
        self.status, self.seconds, self.megabytes, self.said = status, seconds, megabytes, said


def run(command, *, seconds, megabytes, folder=None, environment=None):
    """What a command comes to. A status below 0 is the signal that ended it."""
    def limit():
        most = int(seconds * ENDED_AFTER)
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        resource.setrlimit(resource.RLIMIT_DATA, (int(megabytes * ENDED_AFTER) << 20,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output, preexec_fn=limit)
        _, wait_status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(wait_status)
        output.seek(0)
        said = output.read(4_000_000).decode(errors="replace")
    return Run(process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


class Table:
    def __init__(self):
        self.rows = {}

    def add(self, kind, run, failure):
        row = self.rows.setdefault(kind, [0, 0, 0.0, 0.0])
        row[0] += 1
        row[1] += failure is not None
        row[2] = max(row[2], run.seconds)
        row[3] = max(row[3], run.megabytes)

    def failures(self):
        return sum(row[1] for row in self.rows.values())

    def __str__(self):
        lines = [f"{'kind':<14}{'tries':>8}{'failures':>10}{'worst time':>12}{'worst memory':>14}"]
        for kind, (tries, failures, seconds, megabytes) in self.rows.items():
            lines.append(f"{kind:<14}{tries:>8}{failures:>10}{seconds:>10.1f} s{megabytes:>11.0f} MB")
        return "\n".join(lines)
