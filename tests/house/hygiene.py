"""What must not be in the repository: leftovers, addresses of machines, unfinished work, strange bytes, executables without need."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True)
if listed.returncode != 0:
    sys.exit("git ls-files failed: " + listed.stderr)
names = [name for name in listed.stdout.split("\0") if name and (root / name).is_file()]
unfinished = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# What looks for such words in the texts of a report has to name them.
names_them = {"docs/findings.md", "generator/report/release.cpp", "tests/sites/cases/release_list.txt"}
machine = re.compile(r"/(work|home|root)/|registry\.npmjs\.org|deb\.debian\.org")
top = {".ci", ".clang-format", ".gitignore", "CHANGELOG.md", "HACKING.md", ".clang-tidy", "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md",
       "datasets", "docs", "generator", "packaging", "scripts", "signs", "site", "starter", "templates", "tests", ".gitattributes", ".npmrc"}
complaints = []
for name in names:
    if name.split("/")[0] not in top:
        complaints.append(f"{name}: not one of the top-level names of the design")
    if name.endswith((".png", ".woff2", ".ico")):
        continue
    data = (root / name).read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if not name.startswith(("tests/sites/", "tests/fuzz/", "tests/unit/")):
            complaints.append(f"{name}: not UTF-8")
        continue
    if name == "tests/house/hygiene.py" or name == "LICENSE":
        continue
    for number, line in enumerate(text.splitlines(), 1):
        if unfinished.search(line) and name not in names_them and not name.startswith("tests/golden"):
            complaints.append(f"{name}:{number}: unfinished work: {line.strip()[:80]}")
        if machine.search(line):
            complaints.append(f"{name}:{number}: speaks of a machine: {line.strip()[:80]}")
decisions = {}
for name in names:
    if not name.startswith("docs/decisions/"):
        continue
    number = pathlib.Path(name).name[:4]
    if number in decisions:
        complaints.append(f"{name}: {decisions[number]} has this number already")
    decisions[number] = name
    if not (root / name).read_text(encoding="utf-8").startswith(f"# {int(number)}. "):
        complaints.append(f"{name}: the heading does not begin with the decision's number")
print("\n".join(complaints) or f"{len(names)} files are clean")
sys.exit(1 if complaints else 0)
