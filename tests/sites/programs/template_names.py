"""docs/templates.md names what every page's template gets (`site`, `page` …) and the functions of pages, all of it and no more; its examples print what they say."""
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from run import make_base  # noqa: E402

PAGE = HERE.parents[2] / "docs/templates.md"
program = pathlib.Path(sys.argv[1]).resolve()


def rows(text, heading):
    part = text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in part.splitlines() if line.startswith("| `")]


def top_of(name):
    """`site.edition` of `site.edition.id`, `site.languages` of `site.languages[].code`."""
    return re.match(r"[a-z_]+\.[a-z_]+", name)[0]


def main():
    text = PAGE.read_text(encoding="utf-8")
    names = {row[0].strip("` ") for row in rows(text, "What every page has")}
    functions = rows(text, "Functions of pages")
    assert len(names) > 20 and len(functions) == 3, (len(names), len(functions))

    # `site.edition.id`: a name in a map; `site.languages[].code`: in each item of a list.
    template = ['{% extends "layouts/page.html" %}{% block main %}<pre id="names">']
    for top in ("site", "page"):
        template.append("{%% for name, value in %s|items %%}%s.{{ name }}\n" % (top, top))
        template.append("{%% if value is mapping %%}{%% for inner, below in value|items %%}%s.{{ name }}.{{ inner }}\n{%% endfor %%}{%% endif %%}" % top)
        template.append("{%% if value is sequence and value is not string and value is not mapping and value %%}{%% if value[0] is mapping %%}"
                        "{%% for inner, below in value[0]|items %%}%s.{{ name }}[].{{ inner }}\n{%% endfor %%}{%% endif %%}{%% endif %%}" % top)
        template.append("{% endfor %}")
    template.append("</pre>")
    for i, row in enumerate(functions):
        template.append('<p id="example-%d">{{ %s }}</p>' % (i, row[2].strip("` ")))
    template.append("{% endblock %}")

    with tempfile.TemporaryDirectory(prefix="regioscope-site-") as folder:
        project = make_base(pathlib.Path(folder), program)
        (project / "site/assets").mkdir()
        (project / "site/assets/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
        (project / "templates/pages").mkdir(parents=True)
        (project / "templates/pages/names.html").write_text("".join(template), encoding="utf-8")
        report = project / "site/report.json"
        report.write_text(report.read_text(encoding="utf-8").replace('"chapters": ["work"]', """
            "chapters": ["work", "claims"], "page_templates": {"work": "pages/names.html"},
            "logo": {"file": "logo.svg", "alt": {"nl": "Bureau", "en": "Bureau"}}, "contact": {"email": "info@example.org"},
            "footer": [{"page": "claims.html"}]"""), encoding="utf-8")
        built = subprocess.run([program, "build", project], capture_output=True, text=True, timeout=120)
        assert built.returncode == 0, built.stdout + built.stderr
        page = (project / "public/work.html").read_text(encoding="utf-8")
        there = set(re.search(r'<pre id="names">(.*?)</pre>', page, re.S)[1].split())
        tops = {top_of(name) for name in there}
        there = {name for name in there if not name.startswith("page.linked_data.")}  # schema.org's names
        problems = [f"docs/templates.md does not tell of {name}" for name in sorted(there - names)]
        # What is empty in this report has no names below it.
        problems += [f"docs/templates.md tells of {name}, which pages have not" for name in sorted(names - there) if top_of(name) == name or top_of(name) not in tops]
        assert not problems, "\n".join(problems)
        for i, row in enumerate(functions):
            printed = re.search(rf'<p id="example-{i}">(.*?)</p>', page, re.S)[1]
            assert printed == row[3].strip("` "), (row, printed)
    print(f"{len(names)} names, {len(functions)} functions")


if __name__ == "__main__":
    main()
