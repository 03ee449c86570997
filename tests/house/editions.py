"""An edition is resolved once: only the data room reads the facts of all editions, only the model of an edition asks what it may see."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
# What must not be said, and the files that may.
private = {r"\ball_facts\b": r"data/.*|analysis/print/.*",  # the print is held against all editions
           r"\b(visible_facts|figures_of|is_visible)\b": r"data/.*|analysis/edition_model\.(h|cpp)",
           r"\.includes\(": r"data/.*|analysis/edition_model\.h",
           r"\bpublished\b[^;]*<[^;]*\bas_of\b": r"data/.*|analysis/edition_model\.cpp"}

complaints = []
allowed_uses = dict.fromkeys(private, 0)
files = sorted((root / "generator").rglob("*.cpp")) + sorted((root / "generator").rglob("*.h"))
for file in files:
    name = file.relative_to(root / "generator").as_posix()
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        for words, allowed in private.items():
            if not re.search(words, line.split("//")[0]):
                continue
            if re.fullmatch(allowed, name):
                allowed_uses[words] += 1
            else:
                complaints.append(f"{name}:{number}: the edition's model has done this already (analysis/edition_model.h): {line.strip()}")
complaints += [f"nothing is called {words} any more: this rule proves nothing" for words, uses in allowed_uses.items() if uses == 0]

print("\n".join(complaints) or f"{len(files)} files take what an edition says from its model")
sys.exit(1 if complaints else 0)
