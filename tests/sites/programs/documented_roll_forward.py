"""docs/editions.md does what it says: its fragments are put into the small report, its commands are run, and what it shows is what they print."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from run import make_base  # noqa: E402

PAGE = HERE.parents[2] / "docs/editions.md"
program = pathlib.Path(sys.argv[1]).resolve()


def merged(old, new):
    """Objects are put together, everything else is replaced."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    return {**old, **{key: merged(old.get(key), value) for key, value in new.items()}}


def put(project, path, text):
    target = project / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.endswith(".json") and target.exists():
        text = json.dumps(merged(json.loads(target.read_text()), json.loads(text)), indent=2, ensure_ascii=False)
    target.write_text(text, encoding="utf-8")


def main():
    blocks = re.findall(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    assert len(blocks) > 8, "the page has lost its fragments"
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        project = make_base(pathlib.Path(folder), program)
        printed, commands, shown = "", 0, 0
        for kind, note, text in blocks:
            if kind in ("json", "markdown"):
                put(project, note, text)
            elif kind == "sh":
                for command in text.splitlines():
                    process = subprocess.run([program, *command.split()[1:]], cwd=project, capture_output=True, text=True, timeout=120)
                    printed = process.stdout + process.stderr
                    assert (process.returncode != 0) == (note == "fails"), f"{command}: {process.returncode}\n{printed}"
                    commands += 1
            elif kind == "text":
                for line in text.splitlines():
                    assert line in printed, f"not printed: {line}\n{printed}"
                    shown += 1
        public = project / "public"
        assert (public / "editions/2016/index.html").exists() and (public / "editions/2022/changes.html").exists()
        assert "Niet meer waar:</strong> Bremen" in (public / "changes.html").read_text(encoding="utf-8")
        assert "indicators/jobs.html" in (public / "figures/jobs-2016.html").read_text(encoding="utf-8")
    print(f"{commands} commands, {shown} lines as shown")


if __name__ == "__main__":
    main()
