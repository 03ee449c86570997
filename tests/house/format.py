"""Every C++ file is as clang-format would write it."""
import pathlib
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
files = [str(f) for folder in ("generator", "tests") for end in ("*.h", "*.cpp") for f in sorted((root / folder).rglob(end))
         if "node_modules" not in f.parts]
result = subprocess.run(["clang-format", "--dry-run", "--Werror", "--ferror-limit=1", *files], cwd=root, capture_output=True, text=True)
print(result.stderr or f"{len(files)} files are well formatted")
sys.exit(result.returncode)
