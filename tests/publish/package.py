"""The Debian package: the same bytes twice; installed, run and removed where that may be done."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "sites"))
import run

SKIPPED = 77
program = pathlib.Path(sys.argv[1]).resolve()
build = program.parents[1]


def call(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=300, **options).stdout


def packed(folder):
    call("cpack", "--config", build / "CPackConfig.cmake", "-B", folder, umask=0o022, cwd=folder,
         env={**os.environ, "SOURCE_DATE_EPOCH": "1483142400"})
    (package,) = folder.glob("*.deb")
    return package


def main():
    if not all(shutil.which(tool) for tool in ("cpack", "dpkg-deb", "dpkg-shlibdeps")):
        print("there is no cpack or dpkg-dev here")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory(prefix="regioscope-package-") as name:
        folder = pathlib.Path(name)
        packages = []
        for number in range(2):
            (folder / str(number)).mkdir()
            packages.append(packed(folder / str(number)))
        digests = {hashlib.sha256(package.read_bytes()).hexdigest() for package in packages}
        assert len(digests) == 1, "packed twice, the package is not the same"

        package = packages[0]
        depends = call("dpkg-deb", "-f", package, "Depends")
        for library in ("libc6", "libicu", "libcmark-gfm", "libmicrohttpd", "libssl"):
            assert library in depends, f"it does not depend on {library}: {depends}"
        content = call("dpkg-deb", "-c", package)
        for path in ("/usr/bin/regioscope", "/usr/share/regioscope/templates/layouts/page.html", "/usr/share/regioscope/templates/languages/nl.json",
                     "/usr/share/regioscope/datasets/schema/table.schema.json", "/usr/share/man/man1/regioscope.1.gz",
                     "/usr/share/bash-completion/completions/regioscope", "/usr/share/zsh/vendor-completions/_regioscope",
                     "/usr/share/fish/vendor_completions.d/regioscope.fish", "/usr/share/doc/regioscope/copyright",
                     "/usr/share/doc/regioscope/publish/nginx.conf"):
            assert f".{path}\n" in content, f"{path} is missing"
        assert all(" root/root " in line for line in content.splitlines()), "not all of it is root's"

        if os.geteuid() != 0 or subprocess.run(["dpkg", "-s", "regioscope"], capture_output=True).returncode == 0:
            print("the package is right; installing is not tried, for want of rights or because it is installed")
            return
        call("dpkg", "-i", package)
        try:
            assert call("/usr/bin/regioscope", "--version").startswith("regioscope ")
            (folder / "case").mkdir()
            project = run.make_base(folder / "case", program)
            call("/usr/bin/regioscope", "build", project, "--strict")
            run.check_whole(project / "public")
            call("/usr/bin/regioscope", "verify", project / "public")
        finally:
            call("dpkg", "-P", "regioscope")
        assert not pathlib.Path("/usr/bin/regioscope").exists() and not pathlib.Path("/usr/share/regioscope").exists(), "it is not gone"
        print("the package is right, was installed, ran, and is gone")


main()
