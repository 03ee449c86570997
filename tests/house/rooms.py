"""Rooms include only rooms of lower rank, say so in CMake, and keep their libraries to themselves."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
ranks = {"base": 0, "escape": 1, "data": 1, "locale": 1, "expression": 1, "analysis": 2, "markdown": 2,
         "template": 2, "raster": 1, "chart": 2, "tabular": 2, "figures": 3, "report": 4, "cli": 5}
# A library and the only files that may include it.
libraries = {"nlohmann/": r"([a-z]+/)+[a-z_]*json[a-z_]*\.cpp", "cmark-gfm": r"markdown/.*", "unicode/": r"locale/.*",
             "openssl/": r"base/sha256\.cpp", "microhttpd.h": r"cli/preview/.*", "CLI/": r"cli/.*",
             "librsvg/": r"raster/.*", "fontconfig/": r"raster/.*", "woff2/": r"raster/.*", "png.h": r"raster/.*",
             "orcus/": r"tabular/.*", "zip.h": r"tabular/.*"}
disk_headers = {"fcntl.h", "unistd.h", "sys/stat.h", "sys/file.h", "filesystem", "fstream", "dirent.h"}

complaints = []
files = sorted((root / "generator").rglob("*.cpp")) + sorted((root / "generator").rglob("*.h"))
if not files:
    sys.exit("found no sources below generator/")
for file in files:
    name = file.relative_to(root / "generator").as_posix()
    room = name.split("/")[0]
    if name in {"main.cpp", "precompiled.h"}:
        continue
    if room not in ranks:
        complaints.append(f"{name}: '{room}' is no room")
        continue
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        include = re.match(r'\s*#\s*include\s*[<"]([^">]+)[">]', line)
        if not include:
            continue
        target = include.group(1)
        other = target.split("/")[0]
        if '"' in line:
            if other not in ranks:
                complaints.append(f"{name}:{number}: include \"{target}\" by its room")
            elif other != room and ranks[other] >= ranks[room]:
                complaints.append(f"{name}:{number}: {room} (rank {ranks[room]}) includes {other} (rank {ranks[other]})")
        for library, allowed in libraries.items():
            if target.startswith(library) and not re.fullmatch(allowed, name):
                complaints.append(f"{name}:{number}: only {allowed} may include {library}")
        if target in disk_headers and room != "base" and not name.startswith("cli/"):
            complaints.append(f"{name}:{number}: only base touches the disk, not {target}")

for room, rank in ranks.items():
    cmake = root / "generator" / room / "CMakeLists.txt"
    if not cmake.exists():
        complaints.append(f"{room}: has no CMakeLists.txt")
        continue
    text = cmake.read_text()
    declared = re.search(r"regioscope_room\((\w+)\s+RANK\s+(\d+)", text)
    if not declared or declared.group(1) != room or int(declared.group(2)) != rank:
        complaints.append(f"{room}/CMakeLists.txt: must declare regioscope_room({room} RANK {rank} …)")

print("\n".join(complaints) or f"{len(files)} files keep to their rooms")
sys.exit(1 if complaints else 0)
