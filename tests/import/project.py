"""A fresh report in a folder of its own, and `regioscope import` into it."""
import json
import pathlib
import resource
import subprocess
import tempfile


class Project:
    def __init__(self, program, regions="Emsland, Bremen", languages="nl"):
        self.program = str(pathlib.Path(program).resolve())
        self.temporary = tempfile.TemporaryDirectory(prefix="regioscope-import-")
        self.folder = pathlib.Path(self.temporary.name) / "report"
        subprocess.run([self.program, "new", self.folder, "--languages", languages, "--regions", regions, "--edition", "2025"], check=True,
                       capture_output=True)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *arguments):
        def bound():
            resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, timeout=120, preexec_fn=bound)

    def run_import(self, file, *options):
        return self.run("import", file, "--project", self.folder, "--source", "example", "--into", "datasets/tables/example/imported.json",
                        "--replace", *options)

    def table(self):
        return json.loads((self.folder / "datasets/tables/example/imported.json").read_text(encoding="utf-8"))

    def figures(self):
        """{(region, period): value} of a table with regions down and periods across, or the other way round."""
        table, found = self.table(), {}
        common = table.get("attributes", {})
        for row in table["rows"]:
            for column, cell in row.get("cells", {}).items():
                said = {**common, **table["columns"][column], **row, **(cell if isinstance(cell, dict) else {"value": cell})}
                found[said["region"], said["indicator"], said["period"]] = (said["value"], said.get("status"))
        return found


def good(ended):
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended


def refused(ended, code):
    assert ended.returncode == 1 and f"error[{code}]" in ended.stderr, (code, ended.returncode, ended.stderr[:2000])
