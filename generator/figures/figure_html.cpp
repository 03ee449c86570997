#include "figures/figure_html.h"

#include <algorithm>

#include "chart/svg.h"
#include "escape/html_attribute.h"
#include "escape/html_text.h"
#include "escape/url.h"
#include "figures/plain_text.h"
#include "figures/source_line.h"
#include "figures/table_html.h"

namespace regioscope::figures {

namespace {

using escape::append_html_attribute;
using escape::append_html_text;

class FigureWriter {
  public:
    FigureWriter(const Figure& figure, const Surroundings& around) : figure_(figure), around_(around) {}

    std::string write() {
        out_ += "<figure class=\"figure\" id=\"";
        append_html_attribute(out_, figure_.id);
        out_ += "\">\n";
        caption();
        if (figure_.chart) {
            drawing("wide", wide_width);
            drawing("narrow", figures::narrow_width);
            summary();
            data();
        } else {
            out_ += table_html(figure_.table, {around_.source_word, around_.sortable}).text();
            summary();
        }
        margin();
        out_ += "</figure>\n";
        return std::move(out_);
    }

  private:
    void element(std::string_view tag, std::string_view css_class, std::string_view text) {
        if (text.empty()) return;
        out_ += '<';
        out_ += tag;
        out_ += " class=\"";
        out_ += css_class;
        out_ += "\">";
        append_html_text(out_, text);
        out_ += "</";
        out_ += tag;
        out_ += ">\n";
    }

    void caption() {
        const bool titled = around_.title == Surroundings::Title::shown;
        if (!titled && around_.number.empty() && figure_.subtitle.empty()) return;
        out_ += "<figcaption>\n";
        element("span", "figure-number", around_.number);
        if (around_.title == Surroundings::Title::shown)
            out_ += "<span class=\"title\">" + figure_.title.text() + "</span>\n";
        if (!figure_.subtitle.empty())
            out_ += "<span class=\"subtitle\">" + figure_.subtitle.text() + "</span>\n";
        out_ += "</figcaption>\n";
    }

    void drawing(const std::string& name, double width) {
        const chart::Canvas canvas{figure_.id + "-" + name, width, figure_.plain_title,
                                   figure_.text_alternative(), std::nullopt};
        out_ += "<div class=\"chart-" + name + "\">\n";
        out_ += chart::write_svg(figure_.chart(width), canvas).text();
        out_ += "</div>\n";
    }

    void summary() {
        if (!figure_.own_description.empty())
            out_ += "<p class=\"summary\">" + figure_.own_description.text() + "</p>\n";
    }

    void data() {
        if (around_.data == Surroundings::Data::left_out) return;
        out_ += around_.data == Surroundings::Data::open ? "<details open=\"\">\n" : "<details>\n";
        out_ += "<summary>";
        append_html_text(out_, around_.data_heading);
        out_ += "</summary>\n";
        // What was made of the data repeats what the chart says: it stands with the data, and in the
        // drawing's description.
        if (figure_.own_description.empty()) element("p", "summary", figure_.description.summary());
        out_ += table_html(figure_.table, {around_.source_word, around_.sortable}).text();
        out_ += "</details>\n";
    }

    /// What stands beside the figure where there is room, else below it.
    void margin() {
        if (figure_.notes.empty() && figure_.sources.empty() && around_.links.empty()) return;
        out_ += "<div class=\"figure-margin\">\n";
        notes();
        sources();
        links();
        out_ += "</div>\n";
    }

    void notes() {
        const auto begin = figure_.notes.begin();
        const auto open =
            begin + static_cast<std::ptrdiff_t>(std::min(around_.open_notes, figure_.notes.size()));
        notes(begin, open);
        if (open == figure_.notes.end()) return;
        out_ += "<details>\n";
        element("summary", "small", around_.more_notes);
        notes(open, figure_.notes.end());
        out_ += "</details>\n";
    }

    void notes(std::vector<Note>::const_iterator begin, std::vector<Note>::const_iterator end) {
        if (begin == end) return;
        out_ += "<ul class=\"notes\">\n";
        for (auto one = begin; one != end; ++one) {
            const Note& note = *one;
            out_ += "<li>";
            if (!note.sign.empty()) {
                out_ += "<span class=\"sign\">";
                append_html_text(out_, note.sign);
                out_ += "</span> ";
            }
            out_ += note.text.text() + "</li>\n";
        }
        out_ += "</ul>\n";
    }

    void link(const Link& link) {
        if (link.href.empty()) return append_html_text(out_, link.label);
        out_ += "<a href=\"";
        append_html_attribute(out_, escape::url(link.href));
        if (!link.language.empty()) {
            out_ += "\" lang=\"";
            append_html_attribute(out_, link.language);
        }
        out_ += "\">";
        append_html_text(out_, link.label);
        out_ += "</a>";
    }

    void sources() { append_source_line(out_, around_.source_word, figure_.sources); }

    void links() {
        if (around_.links.empty()) return;
        out_ += "<p class=\"figure-links screen-only\">";
        for (std::size_t i = 0; i < around_.links.size(); ++i) {
            if (i > 0) out_ += " · ";
            link(around_.links[i]);
        }
        out_ += "</p>\n";
    }

    const Figure& figure_;
    const Surroundings& around_;
    std::string out_;
};

}  // namespace

escape::SafeHtml figure_html(const Figure& figure, const Surroundings& surroundings) {
    return escape::SafeHtml::from_trusted(FigureWriter(figure, surroundings).write());
}

std::string figure_svg(const Figure& figure, const std::string& stylesheet, const Publication& publication) {
    if (!figure.chart) return {};
    chart::Standalone alone{stylesheet,          figure.plain_subtitle, {}, {}, {}, figure.language,
                            publication.edition, publication.publisher};
    for (const Note& note : figure.notes)
        alone.notes.push_back(note.sign.empty() ? plain_text(note.text)
                                                : note.sign + " " + plain_text(note.text));
    for (const Link& source : figure.sources)
        alone.source += (alone.source.empty() ? publication.source_word + ": " : "; ") + source.label;
    for (const std::string& licence : figure.licences)
        alone.rights += (alone.rights.empty() ? "" : "; ") + licence;
    return chart::write_svg(figure.chart(wide_width),
                            {figure.id, wide_width, figure.plain_title, figure.text_alternative(), alone})
        .text();
}

}  // namespace regioscope::figures
