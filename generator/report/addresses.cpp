#include "report/addresses.h"

#include <algorithm>
#include <array>

#include "escape/url.h"
#include "template/markup_table.h"

namespace regioscope::report {

namespace {

enum class Form { none, id, link, resource, resources, refresh };

/// Kinds of <link> that a browser does not follow by itself.
constexpr std::array<std::string_view, 6> idle_relations = {"alternate", "author",  "canonical",
                                                            "help",      "license", "me"};

constexpr std::string_view spaces = " \t\n\f\r";

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    return text.substr(0, text.find_last_not_of(spaces) + 1);
}

bool is_idle(std::string_view relations) {
    while (!(relations = trimmed(relations)).empty()) {
        const std::string_view one = relations.substr(0, relations.find_first_of(spaces));
        if (std::none_of(idle_relations.begin(), idle_relations.end(),
                         [&](std::string_view idle) { return equals_ignoring_case(one, idle); }))
            return false;
        relations.remove_prefix(one.size());
    }
    return true;
}

Form form_of_href(const Tag& tag) {
    const bool is_followed_by_hand = equals_ignoring_case(tag.name, "a") ||
                                     equals_ignoring_case(tag.name, "area") ||
                                     (equals_ignoring_case(tag.name, "link") && is_idle(tag.value("rel")));
    return is_followed_by_hand ? Form::link : Form::resource;
}

Form form_of(const Tag& tag, std::string_view name) {
    const auto is = [&](std::string_view lower_case) { return equals_ignoring_case(name, lower_case); };
    switch (name.size()) {
        case 2:
            return is("id") ? Form::id : Form::none;
        case 3:
            return is("src") ? Form::resource : Form::none;
        case 4:
            if (is("href")) return form_of_href(tag);
            return is("cite") ? Form::link : is("ping") ? Form::resources : Form::none;
        case 6:
            return is("srcset")                   ? Form::resources
                   : is("action") || is("poster") ? Form::resource
                                                  : Form::none;
        case 7:
            return is("content") && equals_ignoring_case(tag.value("http-equiv"), "refresh") ? Form::refresh
                                                                                             : Form::none;
        case 10:
            if (is("xlink:href")) return form_of_href(tag);
            return is("formaction") || is("background") ? Form::resource : Form::none;
        case 11:
            return is("imagesrcset") ? Form::resources : Form::none;
        default:
            return Form::none;
    }
}

/// `a.png 1x, b.png 2x`: calls `visit` for each address.
template <class Visit>
void visit_list(std::string_view list, const Visit& visit) {
    while (true) {
        list.remove_prefix(std::min(list.find_first_not_of(" \t\n\f\r,"), list.size()));
        if (list.empty()) return;
        std::string_view one = list.substr(0, list.find_first_of(spaces));
        list.remove_prefix(one.size());
        const bool is_alone = one.ends_with(',');
        while (one.ends_with(','))
            one.remove_suffix(1);
        visit(one);
        if (!is_alone) list.remove_prefix(std::min(list.find(','), list.size()));
    }
}

/// What stands behind the seconds in `5; url=…`.
std::string_view address_of_refresh(std::string_view content) {
    content.remove_prefix(std::min(content.find_first_not_of("0123456789. \t\n\f\r;,"), content.size()));
    if (equals_ignoring_case(content.substr(0, 3), "url")) {
        const std::string_view behind = trimmed(content.substr(3));
        if (behind.starts_with('=')) content = trimmed(behind.substr(1));
    }
    const bool is_quoted = content.starts_with('"') || content.starts_with('\'');
    return is_quoted ? content.substr(1, content.find(content.front(), 1) - 1) : trimmed(content);
}

/// References resolved, and without marks of origin.
std::string understood(std::string_view value) {
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t length = value[at] == '&' ? templates::resolve_reference(value.substr(at), out) : 0;
        if (length == 0) out += value[at];
        at += std::max<std::size_t>(length, 1);
    }
    return escape::Origins::without_marks(out);
}

/// What comes before a `:` that comes before any `/`, `?` or `#`.
std::string_view scheme_of(std::string_view address) {
    const std::size_t end = address.find_first_of(":/?#");
    return end != std::string_view::npos && address[end] == ':' ? address.substr(0, end) : std::string_view();
}

/// The page for what is missing is shown at any depth and asks for its files at each: above the root of a
/// host is the root.
bool guesses_its_depth(std::string_view page) {
    return page == "404.html";
}

}  // namespace

void visit_addresses(const Tag& tag, const VisitAddress& visit) {
    std::string buffer;
    for (const Attribute& attribute : tag.attributes) {
        const Form form = form_of(tag, attribute.name);
        if (form == Form::none) continue;
        std::string_view value = attribute.value;
        const bool is_as_written = std::none_of(value.begin(), value.end(), [](char c) {
            return c == '&' || c == escape::Origins::first || c == escape::Origins::end;
        });
        if (!is_as_written) value = buffer = understood(value);
        switch (form) {
            case Form::none:
                break;
            case Form::id:
                visit(Use::id, value, attribute);
                break;
            case Form::link:
                visit(Use::link, trimmed(value), attribute);
                break;
            case Form::resource:
                visit(Use::resource, trimmed(value), attribute);
                break;
            case Form::resources:
                visit_list(value, [&](std::string_view one) { visit(Use::resource, one, attribute); });
                break;
            case Form::refresh:
                visit(Use::resource, address_of_refresh(value), attribute);
                break;
        }
    }
}

Leads leads(Use use, std::string_view address) {
    if (address.starts_with('.') || address.starts_with('#')) return Leads::inside;
    const std::string_view scheme = scheme_of(address);
    if (scheme.empty() && !address.starts_with("//")) return Leads::inside;
    if (use == Use::link) return escape::is_safe_url(address) ? Leads::elsewhere : Leads::nowhere;
    // Held by the page itself.
    if (equals_ignoring_case(scheme, "data")) return Leads::elsewhere;
    return address == escape::unsafe_url ? Leads::nowhere : Leads::to_other_host;
}

AddressResolver::AddressResolver(std::string_view page, std::string_view base_path)
    : page_(page), base_path_(escape::percent_decoded(base_path)), file_(page) {}

bool AddressResolver::resolve(std::string_view address) {
    const std::size_t hash = address.find('#');
    id_ = hash == std::string_view::npos ? std::string_view() : address.substr(hash + 1);
    if (id_.find('%') != std::string::npos) id_ = escape::percent_decoded(id_);
    const std::string_view path = address.substr(0, std::min(hash, address.find('?')));
    if (path != followed_) {
        followed_ = path;
        is_inside_ = follow(path);
    }
    return is_inside_;
}

bool AddressResolver::follow(std::string_view written) {
    file_ = page_;
    if (written.empty()) return true;
    const std::string decoded = escape::percent_decoded(written);
    std::string_view path = decoded;
    file_.resize(page_.rfind('/') == std::string::npos ? 0 : page_.rfind('/'));
    if (path.starts_with('/')) {
        if (!path.starts_with(base_path_)) return false;
        path.remove_prefix(base_path_.size());
        file_.clear();
    }
    // A folder is its index.html.
    bool is_folder = true;
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(part.size() + 1, path.size()));
        is_folder = part.empty() || part == "." || part == "..";
        if (part == "..") {
            if (file_.empty() && !guesses_its_depth(page_)) return false;
            file_.resize(file_.rfind('/') == std::string::npos ? 0 : file_.rfind('/'));
        } else if (!is_folder) {
            if (!file_.empty()) file_ += '/';
            file_ += part;
        }
    }
    if (is_folder || decoded.ends_with('/')) file_ += file_.empty() ? "index.html" : "/index.html";
    return true;
}

}  // namespace regioscope::report
