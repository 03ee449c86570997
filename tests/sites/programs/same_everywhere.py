"""The real report is the same to the byte whatever the clock, time zone, language, umask, working folder, order of files, number of jobs,
user's settings and the project's own path."""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import run

PARTS = ["datasets", "site", "templates"]


def copy_in_other_order(target):
    """Folders mostly list their files in the order in which they came, or in that of a hash of the names: both change here."""
    files = [path for part in PARTS for path in (run.REPOSITORY / part).rglob("*") if path.is_file()]
    random.Random(2022).shuffle(files)
    for number, file in enumerate(files):
        copy = target / file.relative_to(run.REPOSITORY)
        copy.parent.mkdir(parents=True, exist_ok=True)
        filler = copy.parent / f".filler-{number}"
        filler.touch()
        shutil.copyfile(file, copy)
        filler.unlink()
        os.utime(copy, (number * 86400 * 100,) * 2)
    return target


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as place:
        folder = pathlib.Path(place)
        in_memory = pathlib.Path("/dev/shm")
        other_disk = in_memory if os.access(in_memory, os.W_OK) else folder
        with tempfile.TemporaryDirectory(prefix="regioscope-site-", dir=other_disk) as other:
            copy = copy_in_other_order(pathlib.Path(other) / "Mijn rapport – ‘é’ %20 #1")
            real = run.REPOSITORY
            ways = {
                "plain": (real, {}, [], None, None),
                "one job": (real, {}, ["--jobs", "1"], None, None),
                "many jobs": (real, {}, ["--jobs", "13"], None, None),
                "far east": (real, {"TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"}, [], "/", None),
                "bare": (real, {"TZ": ":/nowhere", "LC_ALL": "POSIX", "LANGUAGE": "tr:nl"}, [], None, 0o077),
                "elsewhere": (copy, {"HOME": "/nowhere", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "0"}, ["--jobs", "3"], str(copy), 0o000),
            }
            clock = ["faketime", "-f", "+3500d"] if shutil.which("faketime") and not is_sanitized(program) else []
            for name, (project, variables, options, cwd, umask) in ways.items():
                command = (clock if name == "far east" else []) + [program, "build", "." if cwd == str(copy) else project, "--output", folder / name, *options]
                built = subprocess.run(command, env={**os.environ, **variables}, cwd=cwd, umask=-1 if umask is None else umask, capture_output=True, text=True)
                assert built.returncode == 0, f"{name}:\n{built.stderr}"
                run.check_whole(folder / name)
                run.check_same(folder / "plain", folder / name)
                modes = {oct(path.stat().st_mode) for path in (folder / name).rglob("*")}
                print(f"{name}: the same{' under another clock' if command[0] == 'faketime' else ''}, modes {sorted(modes)}")


def is_sanitized(program):
    """The address sanitizer wants to be loaded first, and so does the changed clock."""
    return b"__asan_init" in program.read_bytes()


main()
