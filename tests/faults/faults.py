#!/usr/bin/env python3
"""Whatever happens while it builds, the site that was published is whole: byte for byte the old one, or the new one.
What no build made survives, the program never crashes, it says what to do, and the next build needs no help.

usage: faults.py PROGRAM [KIND…] [--rounds N] [--seed N]

Each kind of fault is tried N times (20) at moments drawn from the seed; without KIND all are. In the end stands a table:
tries, how many struck, the longest time and the most memory of one build.
"""
import argparse
import contextlib
import hashlib
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "sites")]
import measured
import run

SKIPPED = 77
NOBODY = 65534
FOREIGN = {"CNAME": b"report.example\n", "own/page.html": b"<p>by hand\n", ".nojekyll": b""}
IS_ROOT = os.geteuid() == 0
PATIENCE = 120


class Skip(Exception):
    pass


class Broken(Exception):
    pass


def snapshot(folder):
    """Every file with its bytes; nothing where there is no folder."""
    if not folder.is_dir():
        return None
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def check_whole(files):
    """One build made all of it, but for what is foreign, and that is there."""
    for name, content in FOREIGN.items():
        if files.get(name) != content:
            raise Broken(f"{name}, which no build made, is lost or changed")
    made = {name: content for name, content in files.items() if name not in FOREIGN}
    listed = {entry["path"]: entry for entry in json.loads(made.pop("build-manifest.json"))["files"]}
    if set(listed) != set(made):
        raise Broken(f"the manifest and the folder differ in {sorted(set(listed) ^ set(made))[:5]}")
    for name, entry in listed.items():
        if hashlib.sha256(made[name]).hexdigest() != entry["sha256"]:
            raise Broken(f"{name} is not what the manifest says")


class Project:
    """The small project of the site tests, published once, with files of the user's in the output."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = run.make_base(folder, program)
        self.public = self.folder / "public"
        self.indicators = self.folder / "datasets/indicators.json"
        self.text = self.indicators.read_text()
        self.round = 0
        self.worst_time = 0.0
        self.worst_memory = 0
        self.struck = 0
        self.usual = min(self.timed_build() for _ in range(3))
        for name, content in FOREIGN.items():
            (self.public / name).parent.mkdir(exist_ok=True)
            (self.public / name).write_bytes(content)
        self.build()

    def timed_build(self):
        start = time.monotonic()
        status, said = self.build()
        if status != 0:
            raise Broken(said)
        return time.monotonic() - start

    def change(self):
        """The next build comes to another site."""
        self.round += 1
        self.indicators.write_text(self.text.replace('"nl": "Werkloosheid"', f'"nl": "Werkloosheid {self.round}"'))

    def start(self, *arguments, limit=None, user=None):
        def prepare():
            for ended_by in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(ended_by, signal.SIG_DFL)
            if limit is not None:
                resource.setrlimit(limit[0], (limit[1], limit[1]))
            if user is not None:
                os.setgroups([])
                os.setgid(user)
                os.setuid(user)

        return subprocess.Popen([self.program, "build", self.folder, *arguments], stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, preexec_fn=prepare)

    def end(self, process):
        """Its status and what it said; a signal that nobody sent is a crash."""
        start = time.monotonic()
        said = process.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        self.worst_time = max(self.worst_time, time.monotonic() - start)
        self.worst_memory = max(self.worst_memory, usage.ru_maxrss)
        return process.returncode, said

    def build(self, *arguments, **circumstances):
        return self.end(self.start(*arguments, **circumstances))

    def check_after(self, before, status, said, *, allowed):
        """`before`: the site as it was. A build that failed left it so; one that went well made a whole new one."""
        if status not in allowed:
            raise Broken(f"ended with {status}, expected one of {sorted(allowed)}\n{said}")
        after = snapshot(self.public)
        check_whole(after)
        if status > 0 and after != before:
            raise Broken(f"ended with {status}, and the site is another\n{said}")
        if status > 0 and "regioscope: " not in said and "error[" not in said:
            raise Broken(f"ended with {status} and did not say why\n{said}")
        self.struck += status != 0

    def check_clean(self, where=None):
        left = [path.name for path in (where or self.folder).iterdir() if "regioscope-" in path.name]
        if left:
            raise Broken(f"left behind: {left}")

    def check_next(self):
        """The next build needs no help and clears up."""
        status, said = self.build()
        if status != 0:
            raise Broken(f"the next build ends with {status}\n{said}")
        check_whole(snapshot(self.public))
        self.check_clean()


def signals(project, draw, rounds):
    """SIGKILL; and SIGTERM, SIGINT, SIGHUP, which end orderly and are seen by whoever started it."""
    for number in range(rounds):
        sent = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)[number % 4]
        project.change()
        process = project.start()
        time.sleep(draw.uniform(0, project.usual * 1.2))
        os.kill(process.pid, sent)  # send_signal would take the status of one that has ended
        status, said = project.end(process)
        if status not in (0, -sent):
            raise Broken(f"{sent.name}: ended with {status}\n{said}")
        project.struck += status != 0
        check_whole(snapshot(project.public))
        if sent == signal.SIGKILL:
            project.check_next()
        project.check_clean()


def in_own_mounts(script, cwd):
    """Runs a shell script that may mount; its status and what it said."""
    command = ["unshare", "-m" if IS_ROOT else "-rm", "sh", "-c", script]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=PATIENCE)
    return done.returncode, done.stdout + done.stderr


def needs_mounts(cwd):
    (cwd / "mounted").mkdir(exist_ok=True)
    if in_own_mounts("mount -t tmpfs none mounted", cwd)[0] != 0:
        raise Skip("this machine lets nobody mount")


def full_disk(project, draw, rounds):
    """A disk that gets full at every stage: while pages are written, at the manifest, at the exchange."""
    needs_mounts(project.folder)
    size = sum(4 * ((len(content) + 4095) // 4096) for content in snapshot(project.public).values())
    for number in range(rounds):
        project.change()
        before = snapshot(project.public)
        room = size + 8 + int(size * 1.1 * (number + draw.random()) / rounds)
        result = project.folder / "result"
        shutil.rmtree(result, ignore_errors=True)
        script = f"""mount -t tmpfs -o size={room}k none mounted || exit 99
            cp -a public mounted/ || exit 98
            '{project.program}' build --output mounted/public; status=$?
            cp -a mounted result; exit $status"""
        status, said = in_own_mounts(script, project.folder)
        if status not in (0, 3):
            raise Broken(f"with {room} kB: ended with {status}\n{said}")
        if status == 3 and "No space left on device" not in said:
            raise Broken(f"with {room} kB: it did not say why\n{said}")
        after = snapshot(result / "public")
        check_whole(after)
        if status != 0 and after != before:
            raise Broken(f"with {room} kB: the site is another")
        project.check_clean(result)
        project.struck += status != 0
    shutil.rmtree(project.folder / "result", ignore_errors=True)


def under_limit(project, rounds, kind, values, word, library_crashes=frozenset()):
    for number in range(rounds):
        project.change()
        before = snapshot(project.public)
        status, said = project.build(limit=(kind, values[number]))
        # The dynamic linker may fail before the program begins.
        if status == 127 and "error while loading shared libraries" in said:
            continue
        project.check_after(before, status, said, allowed={0, 1, 3} | library_crashes)
        if status < 0:
            project.check_next()
            continue
        if status != 0 and word not in said:
            raise Broken(f"it does not tell of {word}: {said}")
        project.check_clean()
    project.check_next()


def no_handles(project, draw, rounds):
    """No file handles left, from the first file on."""
    under_limit(project, rounds, resource.RLIMIT_NOFILE, [4 + number * 20 // rounds for number in range(rounds)], "open files")


def no_memory(project, draw, rounds):
    """No memory left, from the first data on."""
    lowest, highest = 60 << 20, 900 << 20
    values = [int(lowest * (highest / lowest) ** ((number + draw.random()) / rounds)) for number in range(rounds)]
    # libxlsxwriter and what nlohmann/json tidies up end the program at some moments: then the site is whole all the same.
    under_limit(project, rounds, resource.RLIMIT_AS, values, "memory", {-signal.SIGABRT, -signal.SIGSEGV})


def given_to_nobody(project):
    """A user without rights: the fault does not strike root."""
    if not IS_ROOT:
        return None
    for path in [project.folder, *project.folder.rglob("*")]:
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    for parent in project.folder.parents:
        if parent == pathlib.Path(tempfile.gettempdir()):
            break
        parent.chmod(0o755)
    return NOBODY


def no_threads(project, draw, rounds):
    """No threads to be had, and no process: those at hand do the work, but pictures and icons cannot be drawn."""
    user = given_to_nobody(project)
    for _ in range(rounds):
        project.change()
        before = snapshot(project.public)
        status, said = project.build(limit=(resource.RLIMIT_NPROC, 1), user=user)
        project.check_after(before, status, said, allowed={3})
        if "cannot start another process" not in said:
            raise Broken(f"it does not tell what it lacks: {said}")
        project.check_clean()
    project.check_next()


def sealed_output(project, draw, rounds):
    """An output or a folder in it that may not be written: the same answer every time, and nothing left."""
    user = given_to_nobody(project)
    for number in range(rounds):
        project.change()
        before = snapshot(project.public)
        folders = [project.public, *sorted(path for path in project.public.rglob("*") if path.is_dir())]
        sealed = project.public if number % 2 == 0 else draw.choice(folders)
        sealed.chmod(0o555)
        for _ in range(2):
            status, said = project.build(user=user)
            project.check_after(before if status else snapshot(project.public), status, said, allowed={0, 3})
            if sealed == project.public and status != 3:
                raise Broken("the output may not be written, and it was")
            project.check_clean()
        if sealed.exists():
            sealed.chmod(0o755)
    status, said = project.build(user=user)
    if status != 0:
        raise Broken(said)


def vanishing_inputs(project, draw, rounds):
    """Files of the project that go, shrink, or close while it is read."""
    inputs = [path for folder in ("site", "datasets") for path in sorted((project.folder / folder).rglob("*")) if path.is_file()]
    user = given_to_nobody(project)
    for number in range(rounds):
        project.change()
        before = snapshot(project.public)
        victim = draw.choice(inputs)
        content = victim.read_bytes()
        process = project.start(user=user)
        time.sleep(draw.uniform(0, project.usual * 0.3))  # it reads first
        if number % 3 == 0:
            victim.unlink()
        elif number % 3 == 1:
            victim.write_bytes(content[:len(content) // 2])
        else:
            victim.chmod(0)
        status, said = project.end(process)
        with contextlib.suppress(FileNotFoundError):
            victim.chmod(0o644)
        victim.write_bytes(content)
        if user is not None:
            os.chown(victim, user, user)
        project.check_after(before, status, said, allowed={0, 1, 3})
        project.check_clean()


def moving_output(project, draw, rounds):
    """An output that is removed, or replaced by a link or a file, or gets more files, while it builds."""
    aside = project.folder / "aside"
    for number in range(rounds):
        project.change()
        process = project.start()
        time.sleep(draw.uniform(0, project.usual * 1.1))
        what = number % 4
        late = f"late-{number}.txt"
        try:
            if what == 3:
                # Whoever opens the folder and writes there afterwards, by its name.
                (project.public / late).write_text("late")
            else:
                project.public.rename(aside)
                if what == 1:
                    project.public.symlink_to(aside)
                elif what == 2:
                    project.public.write_text("mine")
        except FileNotFoundError:
            pass
        status, said = project.end(process)
        if status not in (0, 3):
            raise Broken(f"ended with {status}\n{said}")
        project.struck += status != 0
        project.check_clean()
        if what == 3:
            if not (project.public / late).exists():
                raise Broken(f"{late} was put into the output and is lost, status {status}")
            (project.public / late).unlink()
            check_whole(snapshot(project.public))
            continue
        # Back to what it was, whatever took its place.
        if what == 2 and project.public.is_file() and project.public.read_text() != "mine":
            raise Broken("a file of the user's was overwritten")
        if aside.exists():
            if project.public.is_symlink() or project.public.is_file():
                project.public.unlink()
            elif project.public.exists():
                shutil.rmtree(project.public)
            aside.rename(project.public)
        check_whole(snapshot(project.public))
    project.check_next()


def crowd(project, draw, rounds):
    """Two builds and a preview at once: one publishes, the other waits its turn or is refused, nothing is mixed."""
    with subprocess.Popen([project.program, "serve", project.folder, "--port", "0"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as preview:
        try:
            for _ in range(rounds):
                project.change()
                first = project.start()
                time.sleep(draw.uniform(0, project.usual))
                second = project.start()
                ends = [project.end(first), project.end(second)]
                statuses = sorted(status for status, _ in ends)
                if statuses not in ([0, 0], [0, 3]):
                    raise Broken(f"ended with {statuses}: {ends}")
                if statuses == [0, 3] and not any("output-busy" in said for _, said in ends):
                    raise Broken(f"refused without saying why: {ends}")
                project.struck += statuses == [0, 3]
                check_whole(snapshot(project.public))
                project.check_clean()
        finally:
            preview.terminate()
            if preview.wait(timeout=PATIENCE) != 0:
                raise Broken("the preview did not end well")


KINDS = [signals, full_disk, no_handles, no_memory, no_threads, sealed_output, vanishing_inputs, moving_output, crowd]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("kind", nargs="*", choices=[[], *(kind.__name__ for kind in KINDS)])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=2016)
    options = parser.parse_args()
    program = options.program.resolve()
    chosen = [kind for kind in KINDS if not options.kind or kind.__name__ in options.kind]
    status = 0
    skipped = 0
    table = measured.Table()
    print(f"{'fault':18} {'tries':>6} {'struck':>7} {'worst s':>8} {'worst MB':>9}")
    for kind in chosen:
        with tempfile.TemporaryDirectory(prefix="regioscope-faults-") as folder:
            project = Project(program, pathlib.Path(folder))
            try:
                kind(project, random.Random(f"{options.seed} {kind.__name__}"), options.rounds)
                print(f"{kind.__name__:18} {options.rounds:6} {project.struck:7} {project.worst_time:8.2f} {project.worst_memory / 1024:9.0f}")
            except Skip as skip:
                print(f"{kind.__name__:18} skipped: {skip}")
                skipped += 1
                continue
            except Broken as broken:
                print(f"{kind.__name__:18} BROKEN: {broken}")
                status = 1
            table.rows[kind.__name__] = [project.round, status, project.worst_time, project.worst_memory / 1024]
    table.keep()
    sys.exit(SKIPPED if skipped == len(chosen) and status == 0 else status)


if __name__ == "__main__":
    main()
