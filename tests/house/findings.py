"""The codes that docs/findings.md lists and the codes that the program gives are the same."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
page = (root / "docs/findings.md").read_text()
documented = {code for line in page.splitlines() if not line.startswith("#")
              for code in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", line)}
documented |= set(re.findall(r"`([a-z]+)` \(", page))

source = "\n".join(path.read_text() for path in sorted((root / "generator").rglob("*.cpp")) + sorted((root / "generator").rglob("*.h")))
# Where a finding is made, its code is the first words between quotation marks; some are made of a word and the noun that is
# not known.
given = set(re.findall(r'(?:error|warning|note|make_error|make_warning|make_note|make_finding|Doubt|fail|refuse)\(\s*"([a-z]+(?:-[a-z]+)+)"', source))
literals = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source))
nouns = set(re.findall(r'"([a-z]+(?: [a-z]+|-[a-z]+)*)"', source))

complaints = [f"docs/findings.md does not tell of '{code}'" for code in sorted(given - documented)]
for code in sorted(documented - literals):
    kind, _, noun = code.partition("-")
    made = kind in {"unknown", "invalid"} and (noun in nouns or noun.replace("-", " ") in nouns)
    if not made and code not in source:
        complaints.append(f"docs/findings.md tells of '{code}', which the program never gives")
print("\n".join(complaints) or f"{len(documented)} codes are told")
sys.exit(1 if complaints else 0)
