#!/usr/bin/env python3
"""Runs whole-site tests: small projects and what the program makes of them, each in one text file.

usage: run.py PROGRAM CASE.txt…

A case begins with a sentence about what it shows, and perhaps `include NAME` (cases/../NAME.txt goes before). Then
follow sections, taken in order:

  -- PATH --              writes a file of the project
  -- PATH : replace --    in a file that is there: what stands above the line `=>` becomes what stands below it
  -- PATH : from REPO --  copies a file of this repository
  -- run --               instructions, one a line

Instructions. Commands run in the project's folder by /bin/sh, with the program in PATH as `regioscope`.

  requires COMMAND        skips the case where this fails: the machine cannot show it
  > COMMAND               runs it; unless the next line is `exit N` it must end with status 0
  exit N
  stdout WORDS            these words stand in what it printed; `stdout! WORDS`: they do not;
  stderr WORDS            a `stdout` without words: it printed nothing
  json                    all that it printed on standard output is JSON
  file PATH WORDS         a file is there and holds these words; `file! PATH WORDS`: it does not hold them
  no PATH                 there is no such file or folder
  whole FOLDER            a published site: its manifest lists exactly what is there, with sizes and digests
  same FOLDER FOLDER      the same files with the same bytes
  harmless FOLDER         its pages hold no script or style of their own, no handlers and no address that runs a program

In words, `\\n` is a line break and `\\xHH` a byte; files may hold `\\xHH` where the header ends in `: bytes --`.
"""
import hashlib
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
SKIPPED = 77


class Failure(Exception):
    pass


class Skip(Exception):
    pass


class Section:
    def __init__(self, path, mode, file, line):
        self.path, self.mode, self.file, self.line, self.lines = path, mode, file, line, []

    def text(self):
        return "".join(line + "\n" for line in self.lines)


def sections_of(file):
    """The sections of a case, those of what it includes first."""
    sections = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        header = re.fullmatch(r"-- (\S+)(?: : (.+))? --", line)
        if header:
            sections.append(Section(header[1], header[2] or "", file.name, number + 1))
        elif sections and sections[-1].file == file.name:
            sections[-1].lines.append(line)
        elif line.startswith("include "):
            sections += sections_of(HERE / f"{line.removeprefix('include ')}.txt")
    return sections


def bytes_of(text):
    return re.sub(rb"\\x([0-9a-f]{2})", lambda match: bytes([int(match[1], 16)]), text.encode())


def words_of(text):
    return bytes_of(text.replace("\\n", "\n"))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def files_below(folder):
    if not folder.is_dir():
        raise Failure(f"there is no folder {folder}")
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}


def check_whole(folder):
    files = files_below(folder)
    manifest = files.pop("build-manifest.json", None)
    if manifest is None:
        raise Failure("it has no manifest")
    listed = {entry["path"]: entry for entry in json.loads(manifest.read_text())["files"]}
    if set(listed) != set(files):
        raise Failure(f"the manifest and the folder differ in {sorted(set(listed) ^ set(files))}")
    for path, entry in listed.items():
        if entry["bytes"] != files[path].stat().st_size or entry["sha256"] != digest(files[path]):
            raise Failure(f"{path} is not what the manifest says")


def check_same(first, second):
    one, other = files_below(first), files_below(second)
    if set(one) != set(other):
        raise Failure(f"only one of them has {sorted(set(one) ^ set(other))}")
    differing = [path for path in sorted(one) if one[path].read_bytes() != other[path].read_bytes()]
    if differing:
        raise Failure(f"they differ in {differing}")


class HarmCheck(html.parser.HTMLParser):
    """Fails at what the content security policy would have to stop."""

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in ("style", "iframe", "object", "embed", "base"):
            raise Failure(f"<{tag}> in line {self.getpos()[0]}")
        if tag == "script" and "src" not in given and given.get("type") not in ("application/json", "application/ld+json"):
            raise Failure(f"a script without a file in line {self.getpos()[0]}")
        for name, value in attributes:
            address = (value or "").strip().lower()
            if name.startswith("on") or name == "style" or address.startswith(("javascript:", "vbscript:", "data:text")):
                raise Failure(f"{name}=\"{value}\" in line {self.getpos()[0]}")


def check_harmless(folder):
    for path, file in sorted(files_below(folder).items()):
        if path.endswith((".html", ".svg")):
            try:
                HarmCheck().feed(file.read_text(encoding="utf-8"))
            except Failure as failure:
                raise Failure(f"{path}: {failure}") from None


class Case:
    def __init__(self, program, folder):
        self.folder = folder
        self.project = folder / "project"
        self.project.mkdir()
        (folder / "bin").mkdir()
        (folder / "bin/regioscope").symlink_to(program)
        self.environment = {**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}", "TMPDIR": str(folder)}
        for name in ("NO_COLOR", "TERM"):
            self.environment.pop(name, None)
        self.last = None
        self.expected_exit = 0

    def take(self, section):
        if section.path == "run":
            for number, line in enumerate(section.lines, section.line):
                try:
                    self.instruct(line)
                except Failure as failure:
                    raise Failure(f"{section.file}:{number}: {line}\n{failure}\n{self.story()}") from None
            self.settle_exit()
            return
        target = self.project / section.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if section.mode == "":
            target.write_text(section.text(), encoding="utf-8")
        elif section.mode == "bytes":
            target.write_bytes(bytes_of(section.text()))
        elif section.mode == "replace":
            old, new = section.text().split("=>\n")
            old, new = old.rstrip("\n"), new.rstrip("\n")
            before = target.read_bytes()
            if before.count(old.encode()) != 1:
                raise Failure(f"{section.file}:{section.line}: '{old}' stands {before.count(old.encode())} times in {section.path}")
            target.write_bytes(before.replace(old.encode(), bytes_of(new)))
        elif section.mode.startswith("from "):
            shutil.copyfile(REPOSITORY / section.mode.removeprefix("from "), target)
        else:
            raise Failure(f"{section.file}:{section.line - 1}: no way to write a file is called '{section.mode}'")

    def story(self):
        if self.last is None:
            return ""
        shown = [f"  the command: {self.last.args}", f"  ended with {self.last.returncode}"]
        for name, stream in (("standard output", self.last.stdout), ("standard error", self.last.stderr)):
            lines = stream.decode(errors="replace").splitlines()
            shown += [f"  {name}:"] + [f"    {line}" for line in lines[:40]]
            if len(lines) > 40:
                shown.append(f"    and {len(lines) - 40} lines more")
        return "\n".join(shown)

    def settle_exit(self):
        if self.last is not None and self.last.returncode != self.expected_exit:
            raise Failure(f"ended with {self.last.returncode}, not {self.expected_exit}\n{self.story()}")

    def shell(self, command):
        return subprocess.run(["/bin/sh", "-c", command], cwd=self.project, env=self.environment, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=120)

    def instruct(self, line):
        word, _, rest = line.partition(" ")
        if not line or word.startswith("#"):
            return
        if word == ">":
            self.settle_exit()
            self.last, self.expected_exit = self.shell(rest), 0
            self.last.args = rest
        elif word == "requires":
            if self.shell(rest).returncode != 0:
                raise Skip(f"this machine cannot: {rest}")
        elif word == "exit":
            self.expected_exit = int(rest)
            self.settle_exit()
        elif word in ("stdout", "stderr", "stdout!", "stderr!"):
            self.check_words(getattr(self.last, word.rstrip("!")), rest, word)
        elif word == "json":
            json.loads(self.last.stdout)
        elif word in ("file", "file!"):
            path, _, words = rest.partition(" ")
            if not (self.project / path).is_file():
                raise Failure("there is no such file")
            if words:
                self.check_words((self.project / path).read_bytes(), words, word)
        elif word == "no":
            if os.path.lexists(self.project / rest):
                raise Failure("it is there")
        elif word == "whole":
            check_whole(self.project / rest)
        elif word == "same":
            first, second = rest.split()
            check_same(self.project / first, self.project / second)
        elif word == "harmless":
            check_harmless(self.project / rest)
        else:
            raise Failure(f"no instruction is called '{word}'")

    @staticmethod
    def check_words(text, words, word):
        if not words and text:
            raise Failure("expected nothing")
        if words and (words_of(words) in text) == word.endswith("!"):
            raise Failure("found" if word.endswith("!") else "not found")


def run_case(program, file):
    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        case = Case(program, pathlib.Path(folder))
        sections = sections_of(file)
        if not any(section.path == "run" for section in sections):
            raise Failure(f"{file.name}: nothing is run")
        for section in sections:
            case.take(section)


def make_base(folder, program):
    """The project of base.txt, for tests that are programs of their own."""
    case = Case(program, folder)
    for section in sections_of(HERE / "base.txt"):
        case.take(section)
    return case.project


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program = pathlib.Path(sys.argv[1]).resolve()
    status = 0
    for name in sys.argv[2:]:
        try:
            run_case(program, pathlib.Path(name))
            print(f"good     {name}")
        except Skip as skip:
            print(f"skipped  {name}: {skip}")
            status = status or SKIPPED
        except Failure as failure:
            print(f"failed   {name}\n{failure}")
            status = 1
    sys.exit(status)


if __name__ == "__main__":
    main()
