"""Built without its address, the page for missing ones is styled and leads home from any depth below any folder, and from disk."""
import functools
import http.server
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import run

SKIPPED = 77
program = pathlib.Path(sys.argv[1]).resolve()
BASE = "/some/where/"


class Host(http.server.SimpleHTTPRequestHandler):
    """A host that has the site below a folder and shows its 404.html for whatever is missing."""

    def __init__(self, *arguments, site, asked, **others):
        self.site, self.asked = site, asked
        super().__init__(*arguments, **others)

    def do_GET(self):
        file = self.site / self.path.removeprefix(BASE) if self.path.startswith(BASE) else self.site / "outside"
        found = file.is_file()
        self.asked[self.path] = found
        content = (file if found else self.site / "404.html").read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(file)) if found else "text/html")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


def shown(address, folder):
    """The page as a browser has it in the end."""
    done = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/chromium", "--virtual-time-budget=5000",
                           "--dump-dom", address], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def home_of(page):
    return re.search(r'<a class="site-title" href="([^"]*)"', page)[1]


def main():
    if shutil.which("chromium") is None:
        print("there is no chromium here")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as name:
        folder = pathlib.Path(name)
        (folder / "case").mkdir()
        project = run.make_base(folder / "case", program)
        settings = project / "site/report.json"
        settings.write_text(re.sub(r'\n *"base_url": "[^"]*",', "", settings.read_text()))
        subprocess.run([program, "build", project], check=True, capture_output=True, timeout=120)
        site = project / "public"

        asked = {}
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, site=site, asked=asked))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        host = f"http://127.0.0.1:{server.server_port}"
        for missing in ("gone.html", "a/b/c/gone.html"):
            asked.clear()
            page = shown(host + BASE + missing, folder)
            assert home_of(page) == f"{host}{BASE}index.html", home_of(page)
            assert asked.get(BASE + "assets/report.css"), f"{missing}: without style; asked for {asked}"
        server.shutdown()

        page = shown((site / "404.html").as_uri(), folder)
        assert home_of(page) in ("index.html", (site / "index.html").as_uri()), home_of(page)
        print("it is styled and leads home from anywhere")


main()
