"""The scripts that the README promises exist, may be executed and are valid bash; the presets and lock files are as they should be."""
import json
import pathlib
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
complaints = []
for name in ["scripts/report", "scripts/test", "scripts/setup", "scripts/bench", "scripts/bench-build", "scripts/compile", "scripts/lint", "scripts/rebaseline", "scripts/gallery", "scripts/fonts", "scripts/check-extracts", "scripts/print", ".ci/run"]:
    file = root / name
    if not file.exists() or not file.stat().st_mode & 0o111:
        complaints.append(f"{name}: missing or not executable")
        continue
    is_bash = file.read_text().startswith("#!/usr/bin/env bash")
    if is_bash and subprocess.run(["bash", "-n", str(file)]).returncode != 0:
        complaints.append(f"{name}: not valid bash")
presets = {preset["name"] for preset in json.loads((root / "CMakePresets.json").read_text())["configurePresets"]}
for name in ["release", "dev", "sanitize"]:
    if name not in presets:
        complaints.append(f"CMakePresets.json: no preset '{name}'")
for lock in root.glob("tests/**/package-lock.json"):
    if "node_modules" not in lock.parts and '"resolved"' in lock.read_text():
        complaints.append(f"{lock.relative_to(root)}: a lock file keeps no addresses (omit-lockfile-registry-resolved)")
print("\n".join(complaints) or "scripts, presets and lock files are in order")
sys.exit(1 if complaints else 0)
