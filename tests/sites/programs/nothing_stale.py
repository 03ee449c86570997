"""No page, picture or file of the real report shows what only editors should see: braces, addresses of claims, figures and
terms, citations as they are typed."""
import pathlib
import re
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
program = pathlib.Path(sys.argv[1]).resolve()
STALE = re.compile(r"\{\{|\}\}|\{%|%\}|(?<![a-z])(?:claim|figure|term|page|waive):[a-z]|\[@|\[\^|\]\(")


def main():
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        for edition in ("2016", "2022"):
            public = pathlib.Path(folder) / edition
            process = subprocess.run([program, "build", REPOSITORY, "--edition", edition, "--output", public],
                                     capture_output=True, text=True, timeout=120)
            assert process.returncode == 0, process.stderr
            files = [path for path in sorted(public.rglob("*")) if path.suffix in (".html", ".csv", ".svg", ".xml", ".txt")]
            assert len(files) > 300
            stale = []
            for path in files:
                if path.name == "llms.txt":
                    continue  # Markdown for machines that read
                text = re.sub(r"<style>.*?</style>|<script type=.application/ld.json.>.*?</script>", "", path.read_text(encoding="utf-8"), flags=re.S)
                text = re.sub(r" = \{\{[^{}]*\}\}", "", text)  # a field of BibTeX
                stale += [f"{path.relative_to(public)}: …{text[max(0, m.start() - 30):m.end() + 30]!r}" for m in STALE.finditer(text)]
            assert not stale, "\n".join(stale[:20])
            print(f"edition {edition}: {len(files)} files, nothing stale")


if __name__ == "__main__":
    main()
