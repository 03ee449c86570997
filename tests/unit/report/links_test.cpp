#include "report/links.h"

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <vector>

using namespace regioscope;
using namespace regioscope::report;

namespace {

/// Files and what stands in them.
using Html = std::vector<std::pair<std::string, std::string>>;

/// A site of pages that hold marks where somebody asks for them: `@` begins one, for the place it has in the
/// page, and `$` ends it.
class Pages {
  public:
    explicit Pages(Html pages, std::vector<std::string> other_files = {}, bool has_one_writer = false)
        : pages_(std::move(pages)), has_one_writer_(has_one_writer) {
        for (const auto& [file, html] : pages_) {
            files_.push_back({file, 0, {}, {}});
            links_.push_back(links_of(file, plain(html), "/"));
            sources_.emplace_back(file + ".md", html);
        }
        for (std::string& file : other_files)
            files_.push_back({std::move(file), 0, {}, {}});
    }

    /// Lines `file:place code: message; notes`.
    std::string told() const {
        const LinkCheck check(links_, files_, "/");
        escape::Origins origins;
        Findings findings;
        check.report([&](std::size_t i) { return plain(pages_[i].second); },
                     [&](std::size_t i) { return marked(i, origins); }, origins, findings);
        std::string lines;
        for (const Finding& finding : findings.all()) {
            std::string line(finding.file_name());
            if (finding.span) line += ":" + std::to_string(finding.span.begin);
            line += " " + finding.code + ": " + finding.message;
            for (const FindingNote& note : finding.notes)
                line += "; " + note.message + (note.span ? ":" + std::to_string(note.span.begin) : "");
            lines += line + '\n';
        }
        return lines;
    }

  private:
    static std::string plain(std::string_view html) {
        std::string out;
        for (const char c : html) {
            if (c != '@' && c != '$') out += c;
        }
        return out;
    }
    std::string marked(std::size_t i, escape::Origins& origins) const {
        const std::string& html = pages_[i].second;
        if (has_one_writer_) return origins.begin({&all_, 0, 1}) + html + escape::Origins::end;
        std::string out;
        for (std::uint32_t at = 0; at < html.size(); ++at) {
            if (html[at] == '@') {
                out += origins.begin({&sources_[i], at, at + 1});
            } else {
                out += html[at] == '$' ? escape::Origins::end : html[at];
            }
        }
        return out;
    }

    Html pages_;
    bool has_one_writer_;
    SourceText all_{"all.html", "all"};
    std::vector<Output::Entry> files_;
    std::vector<PageLinks> links_;
    std::deque<SourceText> sources_;
};

}  // namespace

TEST_CASE("links between pages and files that are there are good") {
    const Pages pages(
        Html{{"index.html", "<a href=\"a/b.html#c\"><img src=\"assets/x.png\"><p id=\"d\">"},
             {"a/b.html", "<p id=\"c\"><a href=\"../#d\"><a href=\"https://x.org\"><a href=\"x.csv#row\">"}},
        {"assets/x.png", "a/x.csv"});
    CHECK(pages.told() == "");
}

TEST_CASE("what leads nowhere is told where it was written, with what was meant") {
    const Pages pages(
        Html{{"index.html", "@<a href=\"pages/one.html\">$ @<a href=\"page/one.html#twoo\">$"},
             {"page/one.html", "<p id=\"two\">@<img src=\"../assets/x.png\">$<a href=\"../..\">"}});
    CHECK(pages.told() ==
          "index.html.md:0 broken-link: there is no file 'pages/one.html' in the site (did you mean "
          "'page/one.html'?); on the page 'index.html'\n"
          "index.html.md:28 broken-anchor: the page 'page/one.html' has no 'twoo' (did you mean "
          "'two'?); on the page 'index.html'\n"
          "page/one.html.md:12 broken-link: there is no file 'assets/x.png' in the site (there are "
          "'index.html', 'page/one.html'); pictures and other files of the project lie in site/assets; on "
          "the page 'page/one.html'\n"
          "page/one.html broken-link: '../..' leads out of the site\n");
}

TEST_CASE("what one place writes is told once, on however many pages") {
    // Marks of all pages stand for one place here: a template's.
    const Pages pages(Html{{"index.html", "<a href=\"x.html\">"}, {"a/b.html", "<a href=\"x.html\">"}}, {},
                      true);
    CHECK(pages.told() ==
          "all.html:0 broken-link: there is no file 'x.html' in the site (there are 'a/b.html', "
          "'index.html'); on the page "
          "'index.html' and 1 more\n");
    const Pages loop(Html{{"a/b.html", "<a href=\"x\"><a href=\"../c/x\">"}, {"c/d.html", "<a href=\"x\">"}},
                     {}, true);
    CHECK(loop.told() ==
          "all.html:0 broken-link: there is no file 'a/x' in the site (there are 'a/b.html', 'c/d.html'); on "
          "the page 'a/b.html' "
          "and 1 more\n"
          "all.html:0 broken-link: there is no file 'c/x' in the site (there are 'a/b.html', 'c/d.html'); on "
          "the page 'a/b.html'\n");
}

TEST_CASE("an id that stands twice is told with both places") {
    const Pages pages(Html{{"index.html", "<p @id=\"a\"><p id=\"b\">@<p id=\"a\">$"}});
    CHECK(pages.told() ==
          "index.html.md:21 repeated-id: the id 'a' stands more than once on a page; it "
          "stands here before:3; on the page 'index.html'\n");
}

TEST_CASE("no page asks another host, or has an address that runs a program") {
    const Pages pages(
        Html{{"index.html",
              "<script src=\"https://x.org/a.js\"></script><a href=\"javascript:a\"><a href=\"//x.org\">"}});
    CHECK(pages.told() ==
          "index.html remote-resource: 'https://x.org/a.js' would be asked of another host; a page asks no "
          "other host for anything: put a copy into site/assets\n"
          "index.html unsafe-link: 'javascript:a' is no address that a page may have; links begin with "
          "https:, http: or mailto:, or lead to a file of the site\n"
          "index.html unsafe-link: '//x.org' is no address that a page may have; links begin with https:, "
          "http: or mailto:, or lead to a file of the site\n");
}

TEST_CASE("text that looks like markup leads nowhere") {
    const Pages pages(
        Html{{"index.html",
              "<p title='<a href=\"x.html\">'>&lt;a href=\"x.html\"&gt; id=\"content\" =\"</p><p "
              "id=\"content\"><!-- <a href=\"x.html\"> -->"}});
    CHECK(pages.told() == "");
}

TEST_CASE("numbers stand for addresses, a file and an id in it") {
    CHECK(number_of("a", "b") != number_of("b", "a"));
    CHECK(number_of("a", {}) != number_of({}, "a"));
    CHECK(number_of({}, {}) != 0);
}
