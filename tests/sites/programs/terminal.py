"""At a terminal: colour unless NO_COLOR is set, a progress line only when work takes long enough to be noticed."""
import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import run

program = pathlib.Path(sys.argv[1]).resolve()
ERASED = "\r\x1b[K"


def at_terminal(*arguments, pause_after=None, **environment):
    """What a person sees; `pause_after` so many seconds the program is stopped for a while."""
    watcher, terminal = pty.openpty()
    process = subprocess.Popen([program, *arguments], stdin=terminal, stdout=terminal, stderr=terminal,
                               env={"PATH": os.environ["PATH"], "TERM": "xterm", **environment})
    os.close(terminal)
    if pause_after is not None:
        time.sleep(pause_after)
        process.send_signal(signal.SIGSTOP)
        time.sleep(0.8)
        process.send_signal(signal.SIGCONT)
    seen = b""
    while True:
        try:
            part = os.read(watcher, 65536)
        except OSError:  # the other end is closed
            part = b""
        if not part:
            break
        seen += part
    os.close(watcher)
    process.wait(timeout=30)
    return seen.decode()


def main():
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        project = run.make_base(pathlib.Path(folder), program)
        for attempt in range(40):
            seen = at_terminal("build", project, pause_after=0.002 * attempt)
            if "building" in seen:
                break
        assert f"{ERASED}building … " in seen, "no progress although it took long"
        assert seen.rindex(ERASED) > seen.rindex("building"), "the progress line stays"

        table = project / "datasets/tables/yearbook-2021/work.json"
        table.write_text(table.read_text().replace('"region": "twente"', '"region": "twent"'))
        for command in ("build", "check"):
            assert "\x1b[31merror[unknown-region]\x1b[0m" in at_terminal(command, project), "no colour"
            assert "\x1b" not in at_terminal(command, project, NO_COLOR="1").replace(ERASED, ""), "colour under NO_COLOR"
            assert "\x1b" not in at_terminal(command, project, TERM="dumb"), "colour on a dumb terminal"
        print("colour and progress where a person looks")


main()
