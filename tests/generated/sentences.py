"""Every sentence of every figure of a site, judged."""
import truth
from project import DERIVED, INDICATORS, LANGUAGES


def judge(site, project):
    names = dict(project.regions)
    if project.with_country:
        names["nl"] = "Nederland"
    thresholds = {id: about for id, (_, _, _, about, _) in INDICATORS.items()}
    complaints, count = [], 0

    def one(language, figure, make):
        nonlocal complaints, count
        if not (site / "data/figures" / f"{figure}.csv").exists():
            return
        chart = truth.Chart(site, language, figure, names)
        if not chart.description:
            return
        judge = make(chart)
        judge.judge()
        complaints += judge.complaints
        count += judge.judged

    def column(id, is_histogram):
        def make(chart):
            if is_histogram:
                # Its table names who lies where, not their figures.
                beside = truth.Chart(site, chart.language, f"bar-{id}", names)
                chart.columns, chart.shown = beside.columns, beside.shown
            if len(project.regions) == 1 and chart.id.startswith("column-"):
                # One region stands by itself as its periods.
                return truth.SequenceJudge(chart, project, thresholds, id)
            judge = truth.ColumnJudge(chart, project, thresholds, id)
            judge.says_known = not is_histogram
            return judge

        return make

    for language in LANGUAGES:
        for id in [*INDICATORS, *DERIVED]:
            for kind in ("bar", "column", "histogram", "strip"):
                one(language, f"{kind}-{id}", column(id, kind == "histogram"))
            for kind in ("line", "slope", "multiples", "dots"):
                one(language, f"{kind}-{id}", lambda chart: truth.SeriesJudge(chart, project, thresholds, id))
        for figure in ("grouped-bar-parts", "dot-strip-parts", "heatmap-parts", "heatmap-all", "scatter"):
            one(language, figure, lambda chart: truth.MeasuresJudge(chart, project, thresholds))
        for figure in ("stacked-bar-parts", "share-bar-parts"):
            one(language, figure, lambda chart: truth.PartsJudge(chart, project, thresholds))
        pages = truth.PagesJudge(site, language, project, thresholds, names)
        pages.judge()
        complaints += pages.complaints
        count += pages.judged
    return complaints, count
