#include <array>
#include <memory>

#include "base/parallel.h"
#include "raster/painter.h"
#include "report/appearance.h"
#include "report/exports/exports.h"
#include "report/own_files.h"
#include "report/page_context.h"
#include "report/picture.h"
#include "report/translation.h"

namespace regioscope::report {

namespace {

/// With the fonts that the program brings; null where the machine cannot do without others.
const raster::Painter* painter(Output& output) {
    static const Result<std::unique_ptr<const raster::Painter>> made = [] {
        const std::unique_ptr<Disk> built_in = open_folder(built_in_templates());
        std::vector<std::string> fonts;
        for (const char* const name : {"sans", "sans-italic", "serif", "serif-italic"}) {
            Result<std::string> font = built_in->read("assets/fonts/" + std::string(name) + ".woff2");
            if (!font) return Result<std::unique_ptr<const raster::Painter>>(font.finding());
            fonts.push_back(*std::move(font));
        }
        return raster::Painter::make(fonts);
    }();
    if (made) return made->get();
    output.refuse(made.finding());
    return nullptr;
}

/// The mark of the report as it is published: the project's own, else the built-in one.
std::string mark_svg(const Project& project) {
    for (const char* const path : {"site/assets/icon.svg", "templates/assets/icon.svg"}) {
        if (Result<std::string> svg = project.disk->read(path)) return *std::move(svg);
    }
    Result<std::string> built_in = open_folder(built_in_templates())->read("assets/icon.svg");
    return built_in ? *std::move(built_in) : std::string();
}

}  // namespace

void add_pictures(const Site& site, Output& output) {
    // Who shares a page shares its address, and pictures of that are looked at elsewhere: neither a check nor
    // the preview makes any.
    if (!site.settings().pictures || site.base_url.empty() || !site.folder.empty() || !output.is_published())
        return;
    const raster::Painter* const paints = painter(output);
    if (paints == nullptr) return;
    const std::string stylesheet = published_chart_css(*site.project);
    const std::size_t languages = site.language_count();
    const std::vector<Page>& pages = site.plan.pages();
    for_each_index(pages.size() * languages, [&](std::size_t i) {
        const Page& page = pages[i / languages];
        const std::size_t language = i % languages;
        if (!is_pictured(site, page) || !is_translated(site, page, language)) return;
        const std::string path = picture_path(site.file_of(page.path, language));
        if (brings(site, path)) return;
        PageContext context(site, page, language);  // its texts were checked where the page was made
        const Picture picture = picture_of(context);
        const std::string svg = picture_svg(picture, stylesheet);
        if (!paints->can_write(svg)) return;
        const Result<std::string> png = paints->png(svg, picture_width, picture_height);
        if (!png) return output.refuse(png.finding());
        if (!png->empty()) output.add(path, *png, page.origin);
    });
}

void add_icons(const Site& site, Output& output) {
    if (!site.folder.empty()) return;
    const raster::Painter* const paints = painter(output);
    if (paints == nullptr) return;
    const std::string svg = mark_svg(*site.project);
    const auto add = [&](std::string_view path, const std::string& content) {
        if (!content.empty() && !brings(site, path)) output.add(std::string(path), content);
    };
    for (const IconFile& icon : icon_files) {
        const Result<std::string> png = paints->png(svg, icon.size, icon.size);
        if (!png) return output.refuse(png.finding());
        add(icon.path, *png);
    }
    std::vector<raster::Icon> small;
    for (const int size : {16, 32, 48}) {
        Result<std::string> png = paints->png(svg, size, size);
        if (!png) return output.refuse(png.finding());
        if (png->empty()) return;
        small.push_back({size, *std::move(png)});
    }
    add(favicon_path, raster::ico(small));
}

}  // namespace regioscope::report
