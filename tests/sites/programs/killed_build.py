"""Whenever a build is killed, the site is whole: the old one or the new one, never a mixture. The next build clears up."""
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import run

ROUNDS = 60
program = pathlib.Path(sys.argv[1]).resolve()
draw = random.Random(2016)


def build(project, *, kill_after=None):
    process = subprocess.Popen([program, "build", project], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if kill_after is not None:
        time.sleep(kill_after)
        process.send_signal(signal.SIGKILL)
    _, said = process.communicate(timeout=60)
    return process.returncode, said.decode()


def main():
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        project = run.make_base(pathlib.Path(folder), program)
        public = project / "public"
        indicators = project / "datasets/indicators.json"
        text = indicators.read_text()

        durations = []
        for _ in range(5):
            start = time.monotonic()
            status, said = build(project)
            assert status == 0, said
            durations.append(time.monotonic() - start)
        usual = sorted(durations)[2]

        killed = replaced = 0
        names = {"Werkloosheid"}
        for round_number in range(ROUNDS):
            new_name = f"Werkloosheid {round_number}"
            indicators.write_text(text.replace('"nl": "Werkloosheid"', f'"nl": "{new_name}"'))
            names.add(new_name)
            status, _ = build(project, kill_after=draw.uniform(usual * 0.2, usual * 1.2))
            killed += status == -signal.SIGKILL
            run.check_whole(public)
            # All pages of a site are of one build.
            page = (public / "indicators/unemployment-rate.html").read_text()
            shown = [name for name in names if f">{name}<" in page]
            assert len(shown) == 1, f"the page shows {shown}"
            assert f">{shown[0]}<" in (public / "themes/labour-market.html").read_text(), "two builds are mixed"
            replaced += shown[0] == new_name
            names = {shown[0]}

        assert killed > ROUNDS // 4, f"only {killed} of {ROUNDS} builds were killed: the test shows nothing"
        status, said = build(project)
        assert status == 0, said
        run.check_whole(public)
        leftovers = [path.name for path in project.iterdir() if path.name.startswith(".public")]
        assert not leftovers, f"left behind: {leftovers}"
        print(f"{killed} of {ROUNDS} builds were killed, {replaced} had published; the site was always whole")


main()
