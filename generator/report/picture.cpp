#include "report/picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "chart/stylesheet.h"
#include "chart/svg.h"
#include "chart/text_width.h"
#include "escape/svg.h"
#include "report/exports/publication.h"
#include "report/page_card.h"
#include "report/pages/fingerprint.h"

namespace regioscope::report {

namespace {

constexpr double margin = 60;
constexpr double text_width_of_picture = picture_width - 2 * margin;

/// A kind of line: how large it is set, and how far the next one stands below it.
struct LineStyle {
    std::string_view css_class;
    double size = 0;
    double height = 0;
    chart::TextStyle measured = chart::TextStyle::label;
};
constexpr LineStyle origin_line{"picture-origin", 26, 34, chart::TextStyle::label};
constexpr LineStyle title_line{"picture-title", 54, 62, chart::TextStyle::strong};
constexpr LineStyle finding_line{"picture-finding", 30, 40, chart::TextStyle::label};

constexpr std::string_view own_rules = R"(
text { font-family: "Report Sans"; }
.picture-paper { fill: var(--paper); }
.picture-edge { fill: var(--accent); }
.picture-origin { font-size: 26px; fill: var(--soft-ink); }
.picture-title { font-family: "Report Serif"; font-size: 54px; font-weight: 600; fill: var(--ink); }
.picture-finding { font-size: 30px; fill: var(--ink); }
)";

/// Writes lines of words from the top down.
class Sheet {
  public:
    explicit Sheet(std::string_view stylesheet) {
        svg_ = fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
            "viewBox=\"0 0 {0} {1}\">\n<style>",
            picture_width, picture_height);
        escape::append_svg_text(svg_,
                                chart::plain_stylesheet(std::string(stylesheet) + std::string(own_rules)));
        svg_ += fmt::format(
            "</style>\n<rect class=\"picture-paper\" width=\"{0}\" height=\"{1}\"/>\n"
            "<rect class=\"picture-edge\" width=\"{0}\" height=\"12\"/>\n",
            picture_width, picture_height);
    }

    void write(std::string_view words, const LineStyle& style, std::size_t most_lines) {
        // Measured at the size that charts have, with fonts that are wider than ours.
        const double width = text_width_of_picture * chart::font_size(style.measured) / style.size;
        std::string fitting(words);
        constexpr std::size_t step = 8;
        for (std::size_t most = words.size();
             most > step && !chart::fits(fitting, width, style.measured, most_lines); most -= step)
            fitting = shortened(words, most);
        for (const std::string& line : chart::wrap(fitting, width, style.measured, most_lines)) {
            below_ += style.height;
            svg_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">", style.css_class, margin, below_);
            escape::append_svg_text(svg_, line);
            svg_ += "</text>\n";
        }
    }

    void skip(double distance) { below_ += distance; }

    /// As large as there is room for; what is still too high is cut off at the edge.
    void draw(const figures::Chart& chart) {
        constexpr std::array scales = {1.5, 1.25, 1.0};
        const double room = picture_height - margin / 2 - below_;
        for (const double scale : scales) {
            const chart::Drawing drawing = chart(text_width_of_picture / scale);
            if (drawing.height * scale > room && scale != scales.back()) continue;
            const std::string drawn =
                chart::write_svg(drawing, {"chart", drawing.width, {}, {}, std::nullopt}).text();
            svg_ +=
                fmt::format("<g transform=\"translate({} {}) scale({})\"><svg width=\"{}\" height=\"{}\">\n",
                            margin, below_, scale, drawing.width, room / scale);
            svg_ += drawn + "</svg></g>\n";
            return;
        }
    }

    std::string take() { return svg_ + "</svg>\n"; }

  private:
    std::string svg_;
    /// Where the last line stands.
    double below_ = margin / 2;
};

/// The first figure with a chart that the text shows.
Illustration first_figure(PageContext& context, const NarrativePage& story) {
    for (const markdown::FigureMention& mention : story.in(context.language()).mentions().figures) {
        const FigureEntry* const entry = find_figure(context.site(), mention.id);
        if (entry == nullptr) continue;
        Illustration shown = illustration(context, *entry);
        if (shown.chart) return shown;
    }
    return {};
}

/// Of the text, else of the chapters that follow it.
Illustration front_figure(PageContext& context) {
    const Site& site = context.site();
    std::vector<std::string> texts = site.settings().chapters;
    texts.insert(texts.begin(), "home");
    for (const std::string& path : texts) {
        const NarrativePage* const story = site.find_narrative(path);
        if (story == nullptr) continue;
        Illustration shown = first_figure(context, *story);
        if (shown.chart) return shown;
    }
    return {};
}

}  // namespace

bool is_pictured(const Site& site, const Page& page) {
    const Subject& about = page.about;
    const auto is_among = [](const auto& all, const auto& one) {
        return !one || std::find(all.begin(), all.end(), *one) != all.end();
    };
    if (!is_among(site.key_indicators, about.indicator) || !is_among(site.regions, about.region))
        return false;
    if (about.figure && site.drawn_figures[*about.figure].gathered.kind->is_table()) return false;
    const bool has_subject = about.story != nullptr || about.region.has_value() ||
                             about.indicator.has_value() || about.figure.has_value();
    return is_findable(page) && (has_subject || page.path == "index.html");
}

Picture picture_of(PageContext& context) {
    const Site& site = context.site();
    const Page& page = context.page();
    const PageCard card = card_of(context);
    Picture picture{edition_title(site, context.presenter()), card.title, {}};
    constexpr std::size_t most_strips = 4;
    if (page.path == "index.html") {
        picture.illustration = {front_figure(context).chart, card.summary};
    } else if (page.about.figure) {
        picture.illustration = illustration(context, site.drawn_figures[*page.about.figure]);
    } else if (page.about.indicator) {
        picture.illustration = illustration(context, *page.about.indicator);
    } else if (page.about.region) {
        picture.illustration = {fingerprint_chart(context, *page.about.region, most_strips), card.summary};
    } else if (page.about.story != nullptr) {
        // The chart shows what the text comes to: its own sentence stands above it.
        picture.illustration = {first_figure(context, *page.about.story).chart, card.summary};
    }
    if (picture.illustration.finding.empty()) picture.illustration.finding = card.summary;
    if (picture.illustration.finding == picture.title) picture.illustration.finding.clear();
    return picture;
}

std::string picture_svg(const Picture& picture, std::string_view stylesheet) {
    Sheet sheet(stylesheet);
    const bool has_chart = static_cast<bool>(picture.illustration.chart);
    sheet.write(picture.origin, origin_line, 1);
    sheet.skip(has_chart ? 6 : 60);
    sheet.write(picture.title, title_line, has_chart ? 2 : 4);
    sheet.skip(8);
    sheet.write(picture.illustration.finding, finding_line, has_chart ? 2 : 4);
    sheet.skip(24);
    if (has_chart) sheet.draw(picture.illustration.chart);
    return sheet.take();
}

std::string picture_path(std::string_view file) {
    return std::string(file.substr(0, file.rfind('.'))) + ".png";
}

}  // namespace regioscope::report
