#!/usr/bin/env python3
"""Measures builds of projects: wall and processor time, peak memory, pages, bytes, phases; and in the same rounds what it costs to
check the project, to copy the output, to write it from memory, and to make such a site with Hugo. Ratios are of one round; of all
rounds the middle one counts, and the span is told. On a machine that others use, processor time says more than wall time.

usage: measure.py PROGRAM [--runs N] [S|M|L|report ...]
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
languages = ["nl", "de", "en"]


class Cost:
    """Of a command: seconds of wall and processor time, MiB at its peak."""

    def __init__(self, wall, processor, memory):
        self.wall, self.processor, self.memory = wall, processor, memory


def run(command, log):
    start = time.perf_counter()
    with open(log, "wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{pathlib.Path(log).read_text(errors='replace')[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def files_below(folder):
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def write_from_memory(site, target):
    """The least that any program has to do: two threads, each file opened, written and closed once."""
    contents = [(target / path.relative_to(site), path.read_bytes()) for path in files_below(site)]
    for folder in {path.parent for path, _ in contents}:
        folder.mkdir(parents=True, exist_ok=True)

    def write(part):
        for path, content in part:
            file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
            os.write(file, content)
            os.close(file)

    start, processor = time.perf_counter(), time.process_time()
    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        list(threads.map(write, [contents[0::2], contents[1::2]]))
    return Cost(time.perf_counter() - start, time.process_time() - processor, 0)


def make_project(name, folder, count):
    if name != "report":
        subprocess.run([sys.executable, here / "generate.py", name, folder, *languages[:count]], check=True)
        return
    for part in ("datasets", "site"):
        shutil.copytree(root / part, folder / part)
    if count < len(languages):
        keep_languages(folder, languages[:count])


def keep_languages(folder, kept):
    """The report as it would be in fewer languages."""
    def pruned(value):
        if isinstance(value, dict):
            is_text = value and set(value) <= set(languages)
            return {key: pruned(one) for key, one in value.items() if not is_text or key in kept}
        return [pruned(one) for one in value] if isinstance(value, list) else value

    for file in folder.rglob("*.json"):
        if "schema" in file.parts:
            continue
        text = json.loads(file.read_text(encoding="utf-8"))
        if file == folder / "site/report.json":
            text["languages"] = kept
        file.write_text(json.dumps(pruned(text), ensure_ascii=False, indent=1), encoding="utf-8")
    for language in set(languages) - set(kept):
        shutil.rmtree(folder / "site/narrative" / language, ignore_errors=True)
        (folder / "site/languages" / f"{language}.json").unlink(missing_ok=True)


class Round:
    """One build, and what else is done beside it."""

    def __init__(self, program, project, site, place, hugo):
        log = place / "log"
        shutil.rmtree(site, ignore_errors=True)
        self.build = run([program, "build", project, "--output", site, "--timings"], log)
        self.phases = {phase: float(ms) for ms, phase in re.findall(r"^ +([0-9.]+) ms +(.+)$", log.read_text(), re.M)}
        self.check = run([program, "check", project], log)
        self.copy = run(["cp", "-r", site, place / "copy"], log)
        self.write = write_from_memory(site, place / "written")
        for folder in ("copy", "written"):
            shutil.rmtree(place / folder)
        if hugo:
            shutil.rmtree(place / "hugo/public", ignore_errors=True)
            self.hugo = run([hugo, "--quiet", "--source", place / "hugo"], log)


def measure(program, name, count, runs, place):
    project, site = place / "project", place / "public"
    make_project(name, project, count)
    hugo = shutil.which("hugo") if name != "report" else None
    if hugo:
        subprocess.run([sys.executable, here / "hugo.py", project, place / "hugo", *languages[:count]], check=True)
    rounds = [Round(program, project, site, place, hugo) for _ in range(runs)]
    report(name, count, rounds, site)
    if hugo:
        report_hugo(rounds, place / "hugo/public", files_below(site))


def middle(rounds, what):
    """Of a command's costs, each by itself."""
    costs = [getattr(one, what) for one in rounds]
    return Cost(*(statistics.median(getattr(cost, kind) for cost in costs) for kind in ("wall", "processor", "memory")))


def ratio(rounds, what, to):
    """The middle of the rounds and their span, by the wall and by the processor."""
    def of(kind):
        all_rounds = sorted(getattr(getattr(one, what), kind) / max(getattr(getattr(one, to), kind), 1e-3) for one in rounds)
        return f"{statistics.median(all_rounds):.1f} ({all_rounds[0]:.1f}–{all_rounds[-1]:.1f})"

    return f"{of('wall')} wall, {of('processor')} processor"


def size_of(files):
    return sum(path.stat().st_size for path in files) / 1e6


def pages_of(files):
    return sum(path.suffix == ".html" for path in files)


def report(name, count, rounds, site):
    files = files_below(site)
    largest = max((path for path in files if path.suffix == ".html"), key=lambda path: path.stat().st_size)
    build, check, copy, write = (middle(rounds, what) for what in ("build", "check", "copy", "write"))
    print(f"{name}, {count} language{'s' if count > 1 else ''}: {build.wall:.2f} s wall, {build.processor:.2f} s processor, {build.memory:.0f} MiB; "
          f"{pages_of(files)} pages, {len(files)} files, {size_of(files):.1f} MB, largest page {largest.stat().st_size / 1e3:.0f} kB ({largest.relative_to(site)})")
    print(f"  to cp -r ({copy.wall:.2f} s wall, {copy.processor:.2f} s processor): {ratio(rounds, 'build', 'copy')}")
    print(f"  to writing from memory ({write.wall:.2f} s wall, {write.processor:.2f} s processor): {ratio(rounds, 'build', 'write')}")
    print(f"  check: {check.wall:.2f} s wall, {check.processor:.2f} s processor, {check.memory:.0f} MiB; to cp -r: {ratio(rounds, 'check', 'copy')}")
    quickest = min(rounds, key=lambda one: one.build.wall)
    print("  " + ", ".join(f"{phase} {ms:.0f} ms" for phase, ms in quickest.phases.items() if phase != "in all"), flush=True)


def report_hugo(rounds, site, ours):
    files = files_below(site)
    hugo, build = middle(rounds, "hugo"), middle(rounds, "build")
    print(f"  Hugo: {hugo.wall:.2f} s wall, {hugo.processor:.2f} s processor, {hugo.memory:.0f} MiB; {pages_of(files)} pages, {size_of(files):.1f} MB; "
          f"a page of ours takes {1e3 * build.processor / pages_of(ours):.2f} ms of a processor, of Hugo's {1e3 * hugo.processor / pages_of(files):.2f} ms", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("projects", nargs="*", default=["S", "M", "L", "report"], metavar="S|M|L|report")
    arguments = parser.parse_intermixed_args()
    temporary = "/dev/shm" if os.path.isdir("/dev/shm") else None
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, the middle of {arguments.runs} rounds", flush=True)
    for name in arguments.projects:
        for count in (1, len(languages)):
            with tempfile.TemporaryDirectory(prefix="regioscope-bench-", dir=temporary) as place:
                measure(os.path.abspath(arguments.program), name, count, arguments.runs, pathlib.Path(place))


main()
