#include "report/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <tuple>

#include "base/parallel.h"
#include "base/suggest.h"
#include "report/addresses.h"

namespace regioscope::report {

namespace {

bool has_ids(std::string_view file) {
    return file.ends_with(".html");
}

AddressNumber number_of_target(const AddressResolver& address) {
    return number_of(address.file(),
                     has_ids(address.file()) ? std::string_view(address.id()) : std::string_view());
}

/// Calls `visit` for every address on a page.
void for_each_address(std::string_view html, const escape::Origins* origins, const VisitAddress& visit) {
    Tag tag;
    for (TagReader reader(html, origins); reader.next(tag);)
        visit_addresses(tag, visit);
}

/// Each of the sorted numbers once.
void unite(std::vector<AddressNumber>& numbers) {
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    numbers.shrink_to_fit();
}

}  // namespace

AddressNumber number_of(std::string_view file, std::string_view id) {
    const std::hash<std::string_view> hash;
    // A file and an id that change places give another number.
    const AddressNumber number = hash(file) * 0x9E3779B97F4A7C15U + hash(id);
    return number == 0 ? 1 : number;
}

PageLinks links_of(std::string_view file, std::string_view html, std::string_view base_path) {
    PageLinks links;
    links.file = file;
    AddressResolver resolver(file, base_path);
    for_each_address(html, nullptr, [&](Use use, std::string_view address, const Attribute&) {
        if (use == Use::id) {
            links.ids.push_back(number_of(file, address));
            return;
        }
        const Leads where = leads(use, address);
        if (where == Leads::elsewhere) return;
        if (where == Leads::inside && resolver.resolve(address)) {
            links.targets.push_back(number_of_target(resolver));
        } else {
            links.has_bad_address = true;
        }
    });
    std::sort(links.ids.begin(), links.ids.end());
    for (std::size_t i = 1; i < links.ids.size(); ++i) {
        if (links.ids[i] == links.ids[i - 1]) links.repeated_ids.push_back(links.ids[i]);
    }
    unite(links.ids);
    std::sort(links.targets.begin(), links.targets.end());
    unite(links.targets);
    return links;
}

/// All addresses that there are: a table of their numbers, which are hashes already. Made once, then asked by
/// all threads.
class LinkCheck::Addresses {
  public:
    Addresses(const std::vector<PageLinks>& pages, const std::vector<Output::Entry>& files) {
        std::size_t count = files.size();
        for (const PageLinks& page : pages)
            count += page.ids.size();
        slots_.resize(std::bit_ceil(2 * count + 1));
        for (const Output::Entry& file : files)
            insert(number_of(file.path, {}));
        for (const PageLinks& page : pages)
            std::for_each(page.ids.begin(), page.ids.end(), [&](AddressNumber id) { insert(id); });
    }

    bool contains(AddressNumber number) const { return slots_[slot_of(number)] == number; }

  private:
    void insert(AddressNumber number) { slots_[slot_of(number)] = number; }

    /// Where it is, or would be. An empty slot is 0, which is no address's number.
    std::size_t slot_of(AddressNumber number) const {
        std::size_t slot = number & (slots_.size() - 1);
        while (slots_[slot] != 0 && slots_[slot] != number)
            slot = (slot + 1) & (slots_.size() - 1);
        return slot;
    }

    std::vector<AddressNumber> slots_;
};

/// Something wrong on a page.
struct LinkCheck::Wrong {
    enum class Kind { no_file, no_id, out_of_site, repeated_id, unsafe, remote };
    Kind kind{};
    /// As it stands in the page; where it leads to a file of the site, that file and the id in it.
    std::string address;
    std::string file;
    std::string id;
    bool is_resource = false;
    /// Who wrote it; nowhere when that is not known. Of a repeated id also who wrote it first.
    Span origin;
    Span first;

    /// Where it leads, from whatever page: links count from theirs.
    std::string goal() const {
        return file.empty() ? address : id.empty() ? file : fmt::format("{}#{}", file, id);
    }
};

LinkCheck::LinkCheck(const std::vector<PageLinks>& pages, const std::vector<Output::Entry>& files,
                     std::string_view base_path)
    : pages_(pages),
      files_(files),
      base_path_(base_path),
      known_(std::make_unique<const Addresses>(pages, files)) {
    std::vector<char> is_suspect(pages.size());
    for_each_index(pages.size(), [&](std::size_t i) {
        const PageLinks& page = pages[i];
        const bool all_known = std::all_of(page.targets.begin(), page.targets.end(),
                                           [&](AddressNumber target) { return known_->contains(target); });
        is_suspect[i] = !all_known || page.has_bad_address || !page.repeated_ids.empty();
    });
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (is_suspect[i] != 0) suspects_.push_back(i);
    }
}

LinkCheck::~LinkCheck() = default;

std::optional<LinkCheck::Wrong> LinkCheck::judge(Use use, std::string_view address,
                                                 AddressResolver& resolver) const {
    Wrong wrong;
    wrong.address = address;
    wrong.is_resource = use == Use::resource;
    switch (leads(use, address)) {
        case Leads::elsewhere:
            return std::nullopt;
        case Leads::nowhere:
            wrong.kind = Wrong::Kind::unsafe;
            return wrong;
        case Leads::to_other_host:
            wrong.kind = Wrong::Kind::remote;
            return wrong;
        case Leads::inside:
            break;
    }
    if (!resolver.resolve(address)) {
        wrong.kind = Wrong::Kind::out_of_site;
        return wrong;
    }
    if (known_->contains(number_of_target(resolver))) return std::nullopt;
    const bool has_file = known_->contains(number_of(resolver.file(), {}));
    wrong.kind = has_file ? Wrong::Kind::no_id : Wrong::Kind::no_file;
    wrong.file = resolver.file();
    if (has_file) wrong.id = resolver.id();
    return wrong;
}

std::vector<LinkCheck::Wrong> LinkCheck::wrongs_on(std::size_t page, std::string_view html,
                                                   const escape::Origins* origins) const {
    const std::string& file = pages_[page].file;
    AddressResolver resolver(file, base_path_);
    std::vector<Wrong> wrongs;
    std::map<std::string, Span, std::less<>> ids;
    for_each_address(html, origins, [&](Use use, std::string_view address, const Attribute& attribute) {
        if (use == Use::id) {
            const auto [first, is_new] = ids.emplace(address, attribute.origin);
            if (is_new) return;
            Wrong wrong;
            wrong.kind = Wrong::Kind::repeated_id;
            wrong.address = address;
            const Span declared = origins == nullptr ? Span{} : origins->declared(file, wrong.address);
            wrong.origin = declared ? declared : attribute.origin;
            wrong.first = first->second;
            wrongs.push_back(std::move(wrong));
        } else if (auto wrong = judge(use, address, resolver)) {
            wrong->origin = attribute.origin;
            wrongs.push_back(*std::move(wrong));
        }
    });
    return wrongs;
}

std::string LinkCheck::suggested_id(const Wrong& wrong, const MakeAgain& plain) const {
    const auto page = std::find_if(pages_.begin(), pages_.end(),
                                   [&](const PageLinks& one) { return one.file == wrong.file; });
    const std::string html = plain(static_cast<std::size_t>(page - pages_.begin()));
    std::vector<std::string> ids;
    for_each_address(html, nullptr, [&](Use use, std::string_view address, const Attribute&) {
        if (use == Use::id) ids.emplace_back(address);
    });
    const auto near = nearest(wrong.id, {ids.begin(), ids.end()});
    return near ? fmt::format(" (did you mean '{}'?)", *near) : "";
}

Finding LinkCheck::finding_about(const Wrong& wrong, const MakeAgain& plain) const {
    switch (wrong.kind) {
        case Wrong::Kind::no_file: {
            std::vector<std::string_view> paths;
            for (const Output::Entry& file : files_)
                paths.push_back(file.path);
            Finding finding = make_error("broken-link", wrong.origin,
                                         fmt::format("there is no file '{}' in the site{}", wrong.file,
                                                     did_you_mean(wrong.file, paths)));
            if (wrong.is_resource) finding.note("pictures and other files of the project lie in site/assets");
            return finding;
        }
        case Wrong::Kind::no_id:
            return make_error(
                "broken-anchor", wrong.origin,
                fmt::format("the page '{}' has no '{}'{}", wrong.file, wrong.id, suggested_id(wrong, plain)));
        case Wrong::Kind::out_of_site:
            return make_error("broken-link", wrong.origin,
                              fmt::format("'{}' leads out of the site", wrong.address));
        case Wrong::Kind::repeated_id:
            return make_error("repeated-id", wrong.origin,
                              fmt::format("the id '{}' stands more than once on a page", wrong.address))
                .note("it stands here before", wrong.first);
        case Wrong::Kind::unsafe:
            return make_error("unsafe-link", wrong.origin,
                              fmt::format("'{}' is no address that a page may have", wrong.address))
                .note("links begin with https:, http: or mailto:, or lead to a file of the site");
        case Wrong::Kind::remote:
            return make_error("remote-resource", wrong.origin,
                              fmt::format("'{}' would be asked of another host", wrong.address))
                .note("a page asks no other host for anything: put a copy into site/assets");
    }
    return {};
}

void LinkCheck::report(const MakeAgain& plain, const MakeAgain& marked, const escape::Origins& origins,
                       Findings& findings) const {
    std::vector<std::vector<Wrong>> found(suspects_.size());
    for_each_index(suspects_.size(), [&](std::size_t i) {
        found[i] = wrongs_on(suspects_[i], marked(suspects_[i]), &origins);
        // A template may compare its own markup, and write something else where there are marks in it.
        if (found[i].empty()) found[i] = wrongs_on(suspects_[i], plain(suspects_[i]), nullptr);
    });
    // What is written once is told once, on however many pages it stands: there it is the same address, or
    // one that leads to the same.
    struct Told {
        const Wrong* wrong;
        std::size_t first_page;
        std::size_t last_page;
        std::size_t page_count;
    };
    std::vector<Told> all;
    using Key = std::tuple<std::string_view, std::uint32_t, Wrong::Kind, std::string>;
    std::map<Key, std::size_t> by_address;
    std::map<Key, std::size_t> by_goal;
    for (std::size_t i = 0; i < suspects_.size(); ++i) {
        const std::size_t page = suspects_[i];
        for (const Wrong& wrong : found[i]) {
            const std::string_view file = wrong.origin ? wrong.origin.source->name() : pages_[page].file;
            const Key address{file, wrong.origin.begin, wrong.kind, wrong.address};
            const Key goal{file, wrong.origin.begin, wrong.kind, wrong.goal()};
            const auto same_address = by_address.find(address);
            const auto same_goal = by_goal.find(goal);
            const std::size_t place = same_address != by_address.end() ? same_address->second
                                      : same_goal != by_goal.end()     ? same_goal->second
                                                                       : all.size();
            if (place == all.size()) all.push_back({&wrong, page, page, 1});
            by_address.emplace(address, place);
            by_goal.emplace(goal, place);
            Told& told = all[place];
            if (told.last_page != page) ++told.page_count;
            told.last_page = page;
        }
    }
    // Where a text of a page is wrong, what templates lead to on it is missing for that reason.
    const bool had_errors = findings.has_errors();
    for (const Told& told : all) {
        const bool follows = had_errors && told.wrong->kind == Wrong::Kind::no_id && told.wrong->origin &&
                             told.wrong->origin.source->name().starts_with("templates/");
        if (follows) continue;
        Finding finding = finding_about(*told.wrong, plain);
        const std::string& page = pages_[told.first_page].file;
        if (!finding.span) finding.file = page;
        finding.subject = fmt::format("{} {}", finding.file_name(), told.wrong->goal());
        if (told.page_count > 1) {
            finding.note(fmt::format("on the page '{}' and {} more", page, told.page_count - 1));
        } else if (finding.span) {
            finding.note(fmt::format("on the page '{}'", page));
        }
        findings.add(std::move(finding));
    }
}

}  // namespace regioscope::report
