"""The preview: shows the site, follows what is saved, survives mistakes, answers this machine only, ends on Ctrl-C."""
import http.client
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import run

program = pathlib.Path(sys.argv[1]).resolve()
PATIENCE = 30


def ask(port, path, method="GET", host=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path, headers={"Host": host} if host else {})
    reply = connection.getresponse()
    return reply.status, reply.headers, reply.read().decode()


def wait_until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.05)


def exercise(project, port):
    status, headers, page = ask(port, "/")
    assert status == 200 and headers["Content-Type"] == "text/html; charset=utf-8" and "Twee regio" in page
    script = re.search(r'<script defer src="(/\.preview/reload\.js\?shown=(\d+))"></script>', page)
    assert script, "no reload script"
    assert ask(port, script[1])[0] == 200
    shown = script[2]
    assert ask(port, f"/.preview/changed.js?shown={shown}")[2] == ""

    # A page that is saved is shown.
    text = project / "site/narrative/nl/work.md"
    before = text.read_text()
    text.write_text(before.replace("# Werk", "# Arbeid"))
    wait_until(lambda: ask(port, f"/.preview/changed.js?shown={shown}")[2] == "location.reload();\n", "a rebuild")
    assert "Arbeid" in ask(port, "/work.html")[2]

    # A mistake is shown, escaped, on the page that it is on; the others go on.
    text.write_text(before.replace("# Werk", "# <script>alert(1)</script>"))
    wait_until(lambda: "error[raw-html]" in ask(port, "/work.html")[2], "the findings")
    page = ask(port, "/work.html")[2]
    assert "on this page" in page and "&lt;script&gt;alert" in page and "<script>alert" not in page
    other = ask(port, "/en/work.html")[2]
    assert "Work" in other and "error[raw-html]" not in other and "/.preview/" in other
    assert "error[raw-html]" in ask(port, "/.preview/")[2] and '<a href="/work.html">' in ask(port, "/.preview/")[2]
    assert ask(port, "/assets/report.css")[0] == 200 and ask(port, "/.preview/preview.css")[0] == 200
    text.write_text(before)
    wait_until(lambda: "regioscope-preview" not in ask(port, "/work.html")[2], "the mended site")

    # Who drafts writes one language after the other: the page is shown, and says what it waits for.
    text.write_text(before + "\nIn Bremen {{ value(\"unemployment-rate\", \"bremen\") }}.\n")
    wait_until(lambda: "<p>In Bremen " in ask(port, "/work.html")[2], "the draft")
    assert "warning[language-parity]" in ask(port, "/.preview/")[2] and "error[" not in ask(port, "/.preview/")[2]
    check = subprocess.run([program, "check", project], capture_output=True, text=True, timeout=PATIENCE)
    assert check.returncode == 1 and "error[language-parity]" in check.stdout, check.stdout
    text.write_text(before)
    wait_until(lambda: "regioscope-preview" not in ask(port, "/work.html")[2], "the site in both languages")

    # A false claim concerns its text too, and its page is made all the same.
    claims = project / "site/claims.json"
    said = claims.read_text()
    claims.write_text(said.replace('\\"bremen\\"', '\\"twente\\"'))
    wait_until(lambda: "error[" in ask(port, "/.preview/")[2], "the false claim")
    assert ask(port, "/work.html")[0] == 200
    claims.write_text(said)
    wait_until(lambda: "error[" not in ask(port, "/.preview/")[2], "the true claim")

    # A new file counts, too.
    (project / "site/assets").mkdir(exist_ok=True)
    (project / "site/assets/new.txt").write_text("new")
    wait_until(lambda: ask(port, "/assets/new.txt")[0] == 200, "the new file")

    # Nothing else is reached, nobody else is answered.
    for path in ("/site/report.json", "/../site/report.json", "/%2e%2e/site/report.json", "//etc/passwd"):
        assert ask(port, path)[0] == 404, path
    assert ask(port, "/", host="evil.example")[0] == 421
    for method in ("POST", "PUT", "DELETE"):
        assert ask(port, "/", method)[0] == 405
    status, headers, body = ask(port, "/", "HEAD")
    assert status == 200 and body == "" and int(headers["Content-Length"]) > 0
    others = {address[4][0] for address in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for address in others:
        if address.startswith("127."):
            continue
        try:
            socket.create_connection((address, port), timeout=2).close()
        except OSError:
            continue
        raise AssertionError(f"reached from {address}")

    # Where the port is taken it is the next one, and said.
    with subprocess.Popen([program, "serve", project, "--port", str(port)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as second:
        try:
            said = second.stderr.readline()
            assert f"port {port} is taken: this is " in said, said
        finally:
            # While it builds it ends at once, too.
            second.terminate()
            assert second.wait(timeout=PATIENCE) == 0, "SIGTERM is no clean end"


def main():
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        project = run.make_base(pathlib.Path(folder), program)
        with subprocess.Popen([program, "serve", project, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)) as process:
            try:
                for line in process.stderr:
                    address = re.match(r"http://127\.0\.0\.1:(\d+)/ ", line)
                    if address:
                        break
                else:
                    raise AssertionError("it never said where it is")
                exercise(project, int(address[1]))
                process.send_signal(signal.SIGINT)
                assert process.wait(timeout=PATIENCE) == 0, "Ctrl-C is no clean end"
            finally:
                if process.poll() is None:
                    process.kill()
        assert not (project / "public").exists(), "the preview wrote into the project"
        assert not [path for path in project.iterdir() if path.name.startswith(".")], "the preview left something behind"
        print("the preview shows, follows, survives and ends")


main()
