"""The workflows that docs/publish gives: actions are pinned to commits, nobody may more than needed, and what they call the
program with are options that it has."""
import pathlib
import re
import subprocess
import sys

import yaml

program = pathlib.Path(sys.argv[1]).resolve()
folder = pathlib.Path(__file__).resolve().parents[2] / "docs/publish"


def check_call(line):
    """Every option that is given to a command is one of it."""
    for call in re.findall(r"regioscope ((?:build|check)[^\n;&|]*)", line):
        command, *arguments = call.split()
        known = subprocess.run([program, "help", command], capture_output=True, text=True, check=True, timeout=60).stdout
        for option in (argument for argument in arguments if argument.startswith("--")):
            assert re.search(rf"{option}\b", known), f"{command} has no {option}"
    return "regioscope " in line


github = yaml.safe_load((folder / "github-pages.yml").read_text())
assert github["permissions"] == {}, "what is not asked for is not granted"
steps = [step for job in github["jobs"].values() for step in job["steps"]]
for step in steps:
    if "uses" in step:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]), f"{step['uses']} is not pinned"
assert github["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
assert github["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
assert all("${{" not in step.get("run", "") for step in steps), "an expression in a script lets others write it"
assert sum(check_call(step.get("run", "")) for step in steps) >= 2

gitlab = yaml.safe_load((folder / "gitlab-pages.yml").read_text())
assert check_call("\n".join(gitlab["check"]["script"])) and check_call("\n".join(gitlab["pages"]["script"]))
assert gitlab["pages"]["artifacts"]["paths"] == ["public"]

docker = (folder / "Dockerfile").read_text().splitlines()
assert sum(line.startswith("FROM ") for line in docker) == 2, "one stage builds, the other runs"
users = [line for line in docker if line.startswith("USER ")]
assert users == ["USER 65534:65534"] and docker.index(users[0]) < next(i for i, line in enumerate(docker) if line.startswith("ENTRYPOINT")), "it runs as root"
print("pinned, bounded, and calling what there is")
