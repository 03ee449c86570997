"""The codes that docs/findings.md lists and the codes that the program gives are the same; each has an example, whose message is one that the program can print."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
page = (root / "docs/findings.md").read_text()
listing, examples = page.split("\n## Examples\n", 1)
documented = {code for line in listing.splitlines() if not line.startswith("#")
              for code in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", line)}
documented |= set(re.findall(r"`([a-z]+)` \(", listing))

source = "\n".join(path.read_text() for path in sorted((root / "generator").rglob("*.cpp")) + sorted((root / "generator").rglob("*.h")))
# Where a finding is made, its code is the first words between quotation marks; some are made of a word and the noun that is
# not known.
given = set(re.findall(r'(?:error|warning|note|make_error|make_warning|make_note|make_finding|Doubt|fail|refuse)\(\s*"([a-z]+(?:-[a-z]+)+)"', source))
literals = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source))
nouns = set(re.findall(r'"([a-z]+(?: [a-z]+|-[a-z]+)*)"', source))

complaints = [f"docs/findings.md does not tell of '{code}'" for code in sorted(given - documented)]
codes = set()
for code in sorted(documented):
    kind, _, noun = code.partition("-")
    made = kind in {"unknown", "invalid"} and (noun in nouns or noun.replace("-", " ") in nouns)
    if code in literals or made or code in source:
        codes.add(code)
    else:
        complaints.append(f"docs/findings.md tells of '{code}', which the program never gives")


def pieces(text):
    """What stands fixed between the places that are filled in."""
    parts = re.split(r"\{[^{}]*\}", text.replace("{{", "\0").replace("}}", "\1"))
    return [part.replace("\0", "{").replace("\1", "}") for part in parts]


# Texts of the source between quotation marks, those that follow each other as one: (how much of it is fixed, pattern).
patterns = []
for run in {match[0] for match in re.finditer(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*', source)}:
    text = "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', run)).replace('\\"', '"').replace("\\\\", "\\")
    for parts in (pieces(text), [text]):
        fixed = sum(len(part.strip()) for part in parts)
        if fixed >= 9:
            patterns.append((fixed, re.compile(".*".join(re.escape(part) for part in parts))))
# What is not known is told in words that are put together (data/entry.h); a check has words of the project's own.
put_together = re.compile(r"no [a-z ]+ '[^']*'( \(did you mean .*\?\))?$")
own_words = {"check-failed"}


def can_be_printed(message):
    """A third of it at least must stand so in one text of the source, beside what is filled in between quotes."""
    told = len(re.sub(r"'[^']*'|“[^”]*”|\(did you mean.*\)", "", message))
    return put_together.match(message) or any(fixed * 3 >= told and pattern.search(message) for fixed, pattern in patterns)


shown = {}
for section in re.split(r"^### ", examples, flags=re.M)[1:]:
    code, _, text = section.partition("\n")
    line = next((line.strip() for line in text.splitlines() if line.startswith("    ")), "")
    way_out = [line for line in text.splitlines() if line and not line.startswith("    ")]
    shown[code] = re.match(r"(?:(\S.*?): )?(error|warning|note)\[([a-z0-9-]+)\]: (.+)$", line)
    if not shown[code] or shown[code][3] != code:
        complaints.append(f"the example of '{code}' is no finding of that code: {line}")
    elif code not in own_words and not can_be_printed(shown[code][4]):
        complaints.append(f"the program never says so of '{code}': {shown[code][4]}")
    if not way_out:
        complaints.append(f"the example of '{code}' has no way out")
complaints += [f"'{code}' has no example in docs/findings.md" for code in sorted(codes - set(shown))]
complaints += [f"docs/findings.md has an example of '{code}', which it does not tell of" for code in sorted(set(shown) - codes) if f"`{code}`" not in listing]
print("\n".join(complaints) or f"{len(codes)} codes are told, each with an example")
sys.exit(1 if complaints else 0)
