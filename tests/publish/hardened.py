#!/usr/bin/env python3
"""Reads a released program: is it as hard to abuse as compiler and linker can make it?

usage: hardened.py PROGRAM
"""
import platform
import re
import subprocess
import sys

program = sys.argv[1]


def read(*options):
    return subprocess.run(["readelf", "-W", *options, program], check=True, capture_output=True, text=True, timeout=120).stdout


header, segments, dynamic, symbols = read("-h"), read("-l"), read("-d"), read("--dyn-syms")
complaints = []


def require(is_so, what):
    if not is_so:
        complaints.append(what)


require(re.search(r"Type:\s+DYN", header) and "PIE" in dynamic, "no position-independent executable")
require("GNU_RELRO" in segments, "no RELRO")
require("BIND_NOW" in dynamic or re.search(r"FLAGS_1.*NOW", dynamic), "symbols are bound late: RELRO is partial")
require(re.search(r"GNU_STACK.*RW\s", segments), "the stack can be executed")
require("__stack_chk_fail" in symbols, "no stack protector")
require(re.search(r"__\w+_chk\b", symbols), "no FORTIFY_SOURCE")
require("__glibcxx_assert_fail" in symbols, "no _GLIBCXX_ASSERTIONS")
if platform.machine() == "x86_64":
    # The linker leaves the note out where the system's start files have none: the landing places themselves are counted.
    with open(program, "rb") as file:
        require(file.read().count(b"\xf3\x0f\x1e\xfa") > 1000, "no -fcf-protection")
print("\n".join(complaints) or "hardened")
sys.exit(1 if complaints else 0)
