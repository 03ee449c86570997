"""What makes the real report and a small awkward one found, shared and cited, read by third parties; the same bytes whatever the machine's clock and fonts."""
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests/sites"))
sys.path.insert(0, str(ROOT / "tests/exports"))
from run import check_same, make_base

program = pathlib.Path(sys.argv[1]).resolve()
if not (HERE / "node_modules").is_dir():
    sys.exit("the readers are not installed: run 'scripts/setup tests'")

AWKWARD = """</script><!-- "Quoted" & {braced} \\ 100 % #1_a ~ ^ $ | [link] *star*"""


def run(*command, **environment):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=1200, env={**os.environ, **environment})
    if done.returncode != 0:
        print(" ".join(str(part) for part in command), done.stdout, done.stderr, sep="\n")
        sys.exit(1)
    return done.stdout


with tempfile.TemporaryDirectory(prefix="regioscope-share-") as folder:
    folder = pathlib.Path(folder)
    print("the real report")
    run(program, "build", ROOT, "--output", folder / "real", "--base-url", "https://reports.example:8443/a/b/", "--strict")
    print(run("node", HERE / "judge.mjs", folder / "real", "https://reports.example:8443/a/b/", "2022"), end="")

    print("an awkward one")
    project = make_base(folder, program)
    settings = project / "site/report.json"
    words = AWKWARD.replace("\\", "\\\\").replace('"', '\\"')
    settings.write_text(settings.read_text(encoding="utf-8").replace('"en": "Two regions"', f'"en": "{words}"').replace('"en": "Bureau"', f'"en": "{words}"')
                        .replace('"2016-12-31"}', '"2016-12-31", "kept": true}'), encoding="utf-8")
    run(program, "build", project)
    print(run("node", HERE / "judge.mjs", project / "public", "https://report.example/two/", "2022"), end="")
    run(program, "build", project, "--output", folder / "later", TZ="Pacific/Kiritimati", LC_ALL="C", SOURCE_DATE_EPOCH="1", FONTCONFIG_FILE="/nowhere")
    check_same(project / "public", folder / "later")
