#!/usr/bin/env python3
"""The figures of a generated project as a site for Hugo: a page per region with its table, three charts and a narrative, a page per
indicator with its ranking and series, an index. Ranks and extremes are worked out here: Hugo has only to set them.

usage: hugo.py PROJECT FOLDER LANGUAGE ...
"""
import json
import pathlib
import sys

narrative = """
The region lies between two others and looks back on a long history of work with the hands. **Most people** work near where they live,
and many of those who leave come back. What it makes is sold across the border; what it lacks are people who can repair what it makes.

## What stands out

Figures say little by themselves. They say more beside those of [the other regions](../), of the same year and counted in the same way.
Where a figure is missing nobody counted, which is something else than nothing.

- Schools and companies meet *every* month.
- The largest employers are run from elsewhere.
- Young people stay for the first job and leave for the second.

## What could follow

It would help to know in which years the figures turned, and what happened then. A plan that is measured is easier to keep to.
"""

layouts = {
    "_default/baseof.html": """<!doctype html>
<html lang="{{ .Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="stylesheet" href="/report.css"></head>
<body><header><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a><nav>{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Lang }}</a> {{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "index.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Site.Sections }}<h2>{{ .Title }}</h2><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}{{ end }}
""",
    "_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
""",
    "partials/bars.html": """<figure><svg viewBox="0 0 640 {{ add 8 (mul 18 (len .values)) }}" role="img"><title>{{ .title }}</title>{{ $most := .most }}{{ range $i, $bar := .values }}<text x="0" y="{{ add 14 (mul 18 $i) }}">{{ $bar.name }}</text><rect class="bar" x="100" y="{{ add 2 (mul 18 $i) }}" width="{{ div (mul 440.0 $bar.value) $most }}" height="14"/><text x="600" y="{{ add 14 (mul 18 $i) }}">{{ lang.FormatNumber 1 $bar.value }}</text>{{ end }}</svg><figcaption>{{ .title }}</figcaption></figure>
""",
    "regions/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Params.charts }}{{ partial "bars.html" . }}{{ end }}
<table><thead><tr><th>Indicator</th><th>Value</th><th>Rank</th><th>Highest</th><th>Lowest</th><th>Source</th></tr></thead><tbody>
{{ range .Params.rows }}<tr><th scope="row"><a href="{{ relLangURL (printf "indicators/%s/" .id) }}">{{ .name }}</a></th><td>{{ lang.FormatNumber 1 .value }}</td><td>{{ .rank }}</td><td>{{ lang.FormatNumber 1 .highest }}</td><td>{{ lang.FormatNumber 1 .lowest }}</td><td>{{ .source }}</td></tr>
{{ end }}</tbody></table>{{ .Content }}{{ end }}
""",
    "indicators/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<table><thead><tr><th>Rank</th><th>Region</th>{{ range .Params.years }}<th>{{ . }}</th>{{ end }}</tr></thead><tbody>
{{ range $i, $row := .Params.rows }}<tr><td>{{ add 1 $i }}</td><th scope="row"><a href="{{ relLangURL (printf "regions/%s/" $row.id) }}">{{ $row.name }}</a></th>{{ range $row.values }}<td>{{ with . }}{{ lang.FormatNumber 1 . }}{{ end }}</td>{{ end }}</tr>
{{ end }}</tbody></table>{{ end }}
""",
}


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def page(path, matter, text=""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(matter, ensure_ascii=False) + "\n" + text, encoding="utf-8")


def main():
    project, target, languages = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
    regions = read(project / "datasets/regions.json")["regions"]
    indicators = read(project / "datasets/indicators.json")["indicators"]
    tables = {indicator: read(project / f"datasets/tables/statistics/{indicator}.json") for indicator in indicators}
    for name, text in layouts.items():
        file = target / "layouts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (target / "static").mkdir()
    (target / "static/report.css").write_text("td { text-align: right }\n")
    (target / "config.json").write_text(json.dumps({
        "baseURL": "https://report.example/", "title": "Report", "disableKinds": ["taxonomy", "term", "RSS"],
        "defaultContentLanguage": languages[0],
        "languages": {language: {"contentDir": f"content/{language}", "weight": i + 1} for i, language in enumerate(languages)}}))

    latest = {}
    for indicator, table in tables.items():
        values = {row["region"]: [value for value in row["cells"].values() if value is not None] for row in table["rows"]}
        latest[indicator] = {region: series[-1] for region, series in values.items() if series}
    ranked = {indicator: sorted(values, key=values.get, reverse=True) for indicator, values in latest.items()}
    rank = {indicator: {region: i + 1 for i, region in enumerate(order)} for indicator, order in ranked.items()}
    for language in languages:
        content = target / "content" / language
        for region, declared in regions.items():
            rows = [{"id": indicator, "name": indicators[indicator]["name"][language], "value": values[region], "rank": rank[indicator][region],
                     "highest": values[ranked[indicator][0]], "lowest": values[ranked[indicator][-1]], "source": tables[indicator]["locator"]["table"]}
                    for indicator, values in latest.items() if region in values]
            charts = []
            for indicator in list(indicators)[:3]:
                cells = next(row["cells"] for row in tables[indicator]["rows"] if row["region"] == region)
                bars = [{"name": year[1:], "value": float(value)} for year, value in cells.items() if value is not None]
                charts.append({"title": indicators[indicator]["name"][language], "most": max(bar["value"] for bar in bars), "values": bars})
            page(content / f"regions/{region}.md", {"title": declared["names"][language]["name"], "rows": rows, "charts": charts}, narrative)
        for indicator, declared in indicators.items():
            series = {row["region"]: list(row["cells"].values()) for row in tables[indicator]["rows"]}
            rows = [{"id": region, "name": regions[region]["names"][language]["name"], "values": series[region]} for region in ranked[indicator]]
            years = [year[1:] for year in tables[indicator]["rows"][0]["cells"]]
            page(content / f"indicators/{indicator}.md", {"title": declared["name"][language], "years": years, "rows": rows})


main()
