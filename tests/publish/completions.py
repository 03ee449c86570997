"""Completions do in each shell what its users expect, and the manual has every option that --help has."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

program = pathlib.Path(sys.argv[1]).resolve()


def call(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, **options)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    assert not done.stderr, f"{command}: {done.stderr}"
    return done.stdout


commands = set(re.findall(r"^  (\w+) ", call(program, "--help").split("Subcommands:")[1].split("\n\n")[0], re.M))
assert {"build", "check", "serve", "list", "explain", "verify", "help", "completion", "manual"} <= commands, commands
options = {command: set(re.findall(r"^  (?:-h,)?(--[a-z][a-z-]+)", call(program, "help", command), re.M)) for command in commands}

with tempfile.TemporaryDirectory(prefix="regioscope-completion-") as name:
    folder = pathlib.Path(name)
    (folder / "reports").mkdir()

    script = folder / "bash"
    script.write_text(call(program, "completion", "bash"))

    def bash(*words):
        line = " ".join(f"'{word}'" for word in words)
        said = call("bash", "--norc", "-c", f"source '{script}'; COMP_WORDS=(regioscope {line}); COMP_CWORD={len(words)}; _regioscope; printf '%s\\n' \"${{COMPREPLY[@]}}\"", cwd=folder)
        return set(said.split())

    assert bash("") >= commands and bash("bui") == {"build"}
    for command in commands:
        assert bash(command, "--") == options[command] | {"--help"}, (command, bash(command, "--"), options[command])
    assert bash("check", "--format", "") >= {"text", "json", "github"} and bash("check", "--format", "js") == {"json"}
    assert bash("list", "reg") == {"regions"}
    assert bash("build", "rep") == {"reports"} and bash("build", "--output", "re") == {"reports"}

    if shutil.which("fish"):
        (folder / "fish").write_text(call(program, "completion", "fish"))
        said = call("fish", "--no-config", "-c", f"source '{folder}/fish'; complete -C 'regioscope '; complete -C 'regioscope check --format '; complete -C 'regioscope build --'",
                    cwd=folder, env={"HOME": name, "PATH": "/usr/bin:/bin"})
        words = {line.split("\t")[0] for line in said.splitlines()}
        assert words >= commands | {"json"} | (options["build"] - {"--help"}), words
    if shutil.which("zsh"):
        (folder / "_regioscope").write_text(call(program, "completion", "zsh"))
        call("zsh", "-fn", folder / "_regioscope")

    page = folder / "regioscope.1"
    page.write_text(call(program, "manual"))
    if shutil.which("man"):
        shown = call("man", "--warnings", "-l", page, env={"MANWIDTH": "120", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""})
        for command, known in options.items():
            for word in {command} | known - {"--help"}:
                assert word in shown, f"the manual does not tell of {word}"
print("completions and manual tell what --help tells")
