"""The configurations of servers that docs/publish gives, really started: types, headers, compression, missing pages."""
import contextlib
import gzip
import http.client
import pathlib
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "sites"))
import run

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77
program = pathlib.Path(sys.argv[1]).resolve()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Place:
    """A published site, a certificate, and two ports."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "case").mkdir()
        project = run.make_base(folder / "case", program)
        static = project / "site/static/.well-known"
        static.mkdir(parents=True)
        (static / "security.txt").write_text("Contact: mailto:us@report.example\n")
        (project / "site/static/embed").mkdir()
        (project / "site/static/embed/one.html").write_text("<!doctype html><title>One</title>")
        (project / "site/static/_headers").write_bytes((REPOSITORY / "docs/publish/_headers").read_bytes())
        self.site = folder / "site"
        subprocess.run([program, "build", project, "--compress", "--output", self.site], check=True, capture_output=True, timeout=120)
        folder.chmod(0o755)  # servers drop their rights
        self.certificate, self.key = folder / "certificate.pem", folder / "key.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=report.example", "-keyout",
                        self.key, "-out", self.certificate], check=True, capture_output=True, timeout=60)
        self.plain, self.secure = free_port(), free_port()

    def configuration(self, name, replacements):
        text = (REPOSITORY / "docs/publish" / name).read_text()
        for old, new in {"/srv/report": str(self.site), "/etc/ssl/certs/report.example.pem": str(self.certificate),
                         "/etc/ssl/private/report.example.key": str(self.key), **replacements}.items():
            assert old in text, f"{name} no longer says {old}"
            text = text.replace(old, new)
        return text

    def ask(self, path, accept="", secure=True):
        context = ssl.create_default_context(cafile=self.certificate)
        context.check_hostname = False
        connection = (http.client.HTTPSConnection("127.0.0.1", self.secure, context=context, timeout=10) if secure
                      else http.client.HTTPConnection("127.0.0.1", self.plain, timeout=10))
        with contextlib.closing(connection):
            connection.request("GET", path, headers={"Host": "report.example", **({"Accept-Encoding": accept} if accept else {})})
            reply = connection.getresponse()
            return reply.status, reply.headers, reply.read()


@contextlib.contextmanager
def running(command, place):
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            for _ in range(100):
                if server.poll() is not None:
                    raise AssertionError(f"it does not start: {server.stdout.read().decode()}")
                with contextlib.suppress(OSError):
                    socket.create_connection(("127.0.0.1", place.secure), timeout=1).close()
                    break
                time.sleep(0.1)
            yield
        finally:
            server.terminate()
            server.wait(timeout=20)


def exercise(place, has_brotli):
    status, headers, _ = place.ask("/regions/twente.html?x=1", secure=False)
    assert status == 301 and headers["Location"] == "https://report.example/regions/twente.html?x=1", (status, headers["Location"])

    for path, kind in {"/": "text/html; charset=utf-8", "/en/": "text/html; charset=utf-8", "/data/observations.csv": "text/csv; charset=utf-8",
                       "/assets/report.css": "text/css; charset=utf-8", "/site.webmanifest": "application/manifest+json",
                       "/assets/icon.svg": "image/svg+xml", "/.well-known/security.txt": "text/plain; charset=utf-8"}.items():
        status, headers, body = place.ask(path)
        assert status == 200, (path, status)
        assert headers["Content-Type"].replace("image/svg+xml; charset=utf-8", "image/svg+xml") == kind, (path, headers["Content-Type"])
        file = place.site / (path.strip("/") if not path.endswith("/") else path.strip("/") + "/index.html").lstrip("/")
        assert body == file.read_bytes(), path
        assert "max-age=63072000" in headers["Strict-Transport-Security"]
        assert "default-src 'none'" in headers["Content-Security-Policy"] and "frame-ancestors 'self'" in headers["Content-Security-Policy"]
        assert len(headers.get_all("Content-Security-Policy")) == 1 and len(headers.get_all("Cache-Control")) == 1, headers
        assert headers["X-Content-Type-Options"] == "nosniff" and "geolocation=()" in headers["Permissions-Policy"]
        assert headers["Cache-Control"] == ("public, max-age=3600" if path.startswith("/assets/") else "no-cache"), (path, headers["Cache-Control"])

    # What lies there compressed goes out as it lies there.
    status, headers, body = place.ask("/index.html", accept="gzip")
    assert status == 200 and headers["Content-Encoding"] == "gzip" and headers["Content-Type"] == "text/html; charset=utf-8", headers
    assert body == (place.site / "index.html.gz").read_bytes() and gzip.decompress(body) == (place.site / "index.html").read_bytes()
    assert "Accept-Encoding" in headers["Vary"]
    if has_brotli:
        status, headers, body = place.ask("/index.html", accept="gzip, br")
        assert headers["Content-Encoding"] == "br" and body == (place.site / "index.html.br").read_bytes()

    for path, page in {"/nothing/here.html": "404.html", "/en/nothing.html": "en/404.html"}.items():
        status, headers, body = place.ask(path)
        assert status == 404 and body == (place.site / page).read_bytes(), (path, status)
        assert headers["X-Content-Type-Options"] == "nosniff", "an error without headers"
    for path in ("/_headers", "/.git/config"):
        assert place.ask(path)[0] == 404, path
    policy = place.ask("/embed/one.html")[1]["Content-Security-Policy"]
    assert "frame-ancestors *" in policy, policy


def nginx(place):
    text = place.configuration("nginx.conf", {"listen 80;": f"listen 127.0.0.1:{place.plain};", "    listen [::]:80;\n": "",
                                              "listen 443 ssl": f"listen 127.0.0.1:{place.secure} ssl", "    listen [::]:443 ssl http2;\n": ""})
    (place.folder / "report.conf").write_text(text)
    main = place.folder / "nginx.conf"
    temporary = "".join(f"  {name}_temp_path {place.folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    main.write_text(f"pid {place.folder}/nginx.pid;\nerror_log stderr;\ndaemon off;\nevents {{}}\nhttp {{\n  include /etc/nginx/mime.types;\n"
                    f"  access_log off;\n{temporary}  include {place.folder}/report.conf;\n}}\n")
    with running([shutil.which("nginx") or "/usr/sbin/nginx", "-e", "stderr", "-c", main], place):
        exercise(place, has_brotli=False)


def apache(place):
    modules = pathlib.Path("/usr/lib/apache2/modules")
    names = ["mpm_event", "authz_core", "alias", "deflate", "dir", "filter", "headers", "mime", "rewrite", "ssl", "setenvif", "unixd"]
    loaded = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in names if (modules / f"mod_{name}.so").exists())
    text = place.configuration("apache.conf", {"*:80": f"127.0.0.1:{place.plain}", "*:443": f"127.0.0.1:{place.secure}"})
    main = place.folder / "apache.conf"
    main.write_text(f"ServerRoot {place.folder}\nServerName report.example\nPidFile {place.folder}/apache.pid\nErrorLog /dev/stderr\n{loaded}"
                    f"DefaultRuntimeDir {place.folder}\nUser nobody\nGroup nogroup\n"
                    f"TypesConfig /etc/mime.types\nListen 127.0.0.1:{place.plain}\nListen 127.0.0.1:{place.secure}\n{text}")
    with running(["/usr/sbin/apache2", "-X", "-f", main], place):
        exercise(place, has_brotli=True)


def main():
    tried = 0
    for server, name in ((nginx, "nginx"), (apache, "apache2")):
        if not (shutil.which(name) or pathlib.Path("/usr/sbin", name).exists()):
            print(f"there is no {name} here")
            continue
        with tempfile.TemporaryDirectory(prefix="regioscope-servers-") as folder:
            server(Place(pathlib.Path(folder)))
        print(f"{name} does what its configuration says")
        tried += 1
    sys.exit(0 if tried else SKIPPED)


main()
