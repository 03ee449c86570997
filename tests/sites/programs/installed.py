"""An installed program brings its templates, languages and schemas, and builds a project elsewhere with them."""
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from run import make_base

program = pathlib.Path(sys.argv[1]).resolve()

with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
    folder = pathlib.Path(folder)
    subprocess.run(["cmake", "--install", program.parents[1], "--prefix", folder / "usr"], check=True, capture_output=True, timeout=120)
    installed = folder / "usr/bin/regioscope"
    shared = folder / "usr/share/regioscope"

    # The file that a language names as its schema lies where it says.
    words = shared / "templates/languages/nl.json"
    messages = json.loads(words.read_text(encoding="utf-8"))
    schema = json.loads((words.parent / messages["$schema"]).read_text(encoding="utf-8"))
    assert schema["title"] == "Messages of one language", schema["title"]

    # What it says is what the installed files say, not those that it was built from.
    messages["footer.data"] = "Uit de geïnstalleerde map"
    words.write_text(json.dumps(messages, ensure_ascii=False), encoding="utf-8")
    (folder / "case").mkdir()
    project = make_base(folder / "case", program)
    built = subprocess.run([installed, "build", project, "--strict"], capture_output=True, text=True, timeout=120)
    assert built.returncode == 0, built.stderr
    assert "Uit de geïnstalleerde map" in (project / "public/index.html").read_text(encoding="utf-8")

    # What a new report begins with, and the signs of offices, are installed too.
    made = subprocess.run([installed, "new", folder / "new", "--languages", "en", "--regions", "North, South"], capture_output=True, text=True, timeout=120)
    assert made.returncode == 0, made.stderr
    (folder / "jobs.csv").write_text("Region;2019\nNorth;12\nSouth;.\n", encoding="utf-8")
    read = subprocess.run([installed, "import", folder / "jobs.csv", "--project", folder / "new", "--indicator", "jobs", "--dry-run"],
                          capture_output=True, text=True, timeout=120)
    assert read.returncode == 0 and "12" in read.stdout, read.stderr
