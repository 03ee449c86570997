"""Every message of the language files is asked for somewhere: by its id, or by the group of words that it belongs to."""
import json
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
code = "\n".join(file.read_text(encoding="utf-8") for file in sorted((root / "generator").rglob("*")) if file.suffix in (".cpp", ".h"))
templates = "\n".join(file.read_text(encoding="utf-8") for file in sorted((root / "templates").rglob("*.html")))
literals = set(re.findall(r'"((?:[^"\\\n]|\\.)*)"', code)) | set(re.findall(r'\bt\("([^"\n]*)"', templates))

# "portrait.{}.{}" stands for every id of that shape, "ladder." for all that can be put behind it, ".sentence" for all before it,
# and a word of a closed list is looked up in its group.
shapes = [re.compile(re.escape(one).replace(r"\{\}", "[^.]+") + "$") for one in literals if re.fullmatch(r"[a-z][a-z.-]*\.[a-z{}.-]*\{\}[a-z{}.-]*", one)]
prefixes = tuple(one for one in literals if re.fullmatch(r"[a-z][a-z.-]*\.", one))
endings = tuple(one for one in literals if re.fullmatch(r"\.[a-z-]+", one))
groups = set(re.findall(r'names?_of_words?\([^"();]*"([a-z.-]+)"', code))

messages = [one for one in json.loads((root / "templates/languages/nl.json").read_text(encoding="utf-8")) if one != "$schema"]
unused = [one for one in messages
          if one not in literals and not any(one.endswith(ending) and one.removesuffix(ending) in literals for ending in endings) and one.rpartition(".")[0] not in groups and not one.startswith(prefixes)
          and not any(shape.match(one) for shape in shapes)]
print("\n".join(f"templates/languages: nobody asks for '{one}'" for one in unused) or f"{len(messages)} messages, each asked for")
sys.exit(1 if unused else 0)
