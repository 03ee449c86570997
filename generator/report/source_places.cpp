#include "report/source_places.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/slug.h"
#include "report/site.h"

namespace regioscope::report {

namespace {

using data::SourceIndex;
using data::TableIndex;

template <class Thing>
void add_once(std::vector<Thing>& list, const Thing& thing) {
    if (std::find(list.begin(), list.end(), thing) == list.end()) list.push_back(thing);
}

std::string with_anchor(std::string page, const std::string& id) {
    return id.empty() ? page : page + "#" + id;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// `Slide 9` stands before `Slide 10`.
bool is_printed_before(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (!is_digit(a.front()) || !is_digit(b.front())) {
            if (a.front() != b.front()) return a.front() < b.front();
            a.remove_prefix(1);
            b.remove_prefix(1);
            continue;
        }
        const auto take_number = [](std::string_view& text) {
            const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
            std::string_view number = text.substr(0, static_cast<std::size_t>(end - text.begin()));
            text.remove_prefix(number.size());
            number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
            return std::pair(number.size(), number);
        };
        const auto first = take_number(a);
        const auto second = take_number(b);
        if (first != second) return first < second;
    }
    return a.size() < b.size();
}

}  // namespace

std::string source_page(const data::Dataset& dataset, SourceIndex source) {
    return fmt::format("sources/{}.html", dataset[source].id);
}

std::string table_page(const data::Dataset& dataset, TableIndex table) {
    const std::string& source = dataset[dataset[table].citation.source].id;
    std::string_view id = dataset[table].id;
    if (id.starts_with(source + "/")) id.remove_prefix(source.size() + 1);
    return fmt::format("sources/{}/{}.html", source, id);
}

/// Goes over everything that cites.
class SourcePlaces::Collector {
  public:
    Collector(const Site& site, SourcePlaces& out) : site_(site), dataset_(site.dataset()), out_(out) {}

    void run() {
        for (const TableIndex table : site_.edition->tables) {
            const data::Citation& citation = dataset_[table].citation;
            if (!citation.locator.label.empty())
                out_.tables_[static_cast<std::size_t>(citation.source)].try_emplace(citation.locator.label,
                                                                                    table);
        }
        for (const TableIndex table : site_.edition->tables)
            add_figures(table);
        add_facts(site_.edition->facts);
        add_registers();
        for (const NarrativePage* const page : site_.narrative) {
            for (const auto& document : page->documents) {
                if (document)
                    add_mentions(*document, page->path == "home" ? "index.html" : page->path + ".html");
            }
        }
        for (const Words::Said& said : site_.project->words.all())
            add_mentions(said.document, owner_page(dataset_, said.owner));
        settle();
    }

  private:
    /// Null where a table's own page is the place, or nothing more than the source is said.
    SourceSection* section(const data::Citation& citation) {
        const auto source = static_cast<std::size_t>(citation.source);
        const std::string& label = citation.locator.label;
        if (label.empty() || out_.tables_[source].contains(label) || !site_.edition->sees(citation))
            return nullptr;
        std::vector<SourceSection>& sections = out_.sections_[source];
        const auto known = std::find_if(sections.begin(), sections.end(), [&](const SourceSection& one) {
            return one.part == citation.part && one.label == label;
        });
        if (known != sections.end()) return &*known;
        sections.push_back({citation.part, label, {}, {}, {}, {}});
        return &sections.back();
    }

    void add(const data::Citation& citation, const std::string& page) {
        SourceSection* const cited = section(citation);
        if (cited == nullptr) return;
        if (!page.empty()) add_once(cited->pages, page);
        if (!citation.locator.anchor.empty()) add_once(cited->anchors, citation.locator.anchor);
    }

    void add_figures(TableIndex table) {
        std::optional<data::CitationIndex> last;  // neighbours mostly share it
        for (const data::Table::Row& row : dataset_[table].rows) {
            for (const auto& cell : row.cells) {
                if (!cell || dataset_[*cell].citation == last) continue;
                last = dataset_[*cell].citation;
                if (SourceSection* const cited = section(dataset_[*last])) add_once(cited->tables, table);
            }
        }
    }

    void add_facts(const data::Facts& facts) {
        for (const data::Profile& profile : facts.profiles) {
            const std::string page = fmt::format("regions/{}.html", dataset_[profile.region].id);
            const auto one = [&](const auto& fact) {
                if (fact) add(fact->citation, page);
            };
            const auto all = [&](const auto& list) {
                for (const auto& fact : list)
                    add(fact.citation, page);
            };
            one(profile.summary);
            one(profile.innovation);
            one(profile.ladder);
            one(profile.pair);
            one(profile.employers);
            all(profile.organisations);
            all(profile.partnerships);
            all(profile.milestones);
            all(profile.facts);
        }
        for (const data::Goal& goal : facts.goals) {
            for (const data::GoalVersion& version : goal.versions)
                add(version.citation, "goals.html");
        }
        for (const data::Initiative& initiative : facts.initiatives)
            add(initiative.citation, "initiatives.html");
        for (const data::ActionCount& count : facts.action_counts)
            add(count.citation, "collaboration.html");
        for (const data::Condition& condition : facts.conditions)
            add(condition.citation, "collaboration.html");
    }

    void add_registers() {
        const auto all = [&](const auto& entries) {
            for (const auto& entry : entries) {
                for (const data::Citation& citation : entry.citations)
                    add(citation, "doubtful.html");
            }
        };
        all(dataset_.corrections);
        all(dataset_.checks);
        if (!site_.project->diagnosis) return;
        for (const analysis::ElementModel& element : site_.project->diagnosis->elements) {
            for (const analysis::Input& input : element.inputs) {
                for (const analysis::Judgement& judgement : input.judgements)
                    add(judgement.citation, "diagnosis.html");
            }
        }
    }

    void add_mentions(const markdown::Document& document, const std::string& page) {
        for (const markdown::ReferenceMention& mention : document.mentions().references) {
            const auto source = dataset_.source_by_id.find(mention.reference.source);
            if (source == dataset_.source_by_id.end()) continue;
            data::Citation citation;
            citation.source = source->second;
            citation.locator.label = mention.reference.locator;
            const std::vector<data::SourcePart>& parts = dataset_[citation.source].parts;
            for (std::size_t i = 0; i < parts.size(); ++i) {
                if (parts[i].id == mention.reference.part) citation.part = static_cast<std::uint32_t>(i);
            }
            add(citation, page);
        }
    }

    void settle() {
        for (std::vector<SourceSection>& sections : out_.sections_) {
            std::stable_sort(sections.begin(), sections.end(), [](const auto& a, const auto& b) {
                return a.part != b.part ? a.part < b.part : is_printed_before(a.label, b.label);
            });
            std::vector<std::string> taken;
            for (SourceSection& section : sections) {
                const std::string words = "place-" + slug_of(section.label);
                section.id = words;
                for (int number = 2; std::find(taken.begin(), taken.end(), section.id) != taken.end();
                     ++number)
                    section.id = fmt::format("{}-{}", words, number);
                taken.push_back(section.id);
            }
        }
    }

    const Site& site_;
    const data::Dataset& dataset_;
    SourcePlaces& out_;
};

SourcePlaces::SourcePlaces(const Site& site)
    : dataset_(site.dataset()),
      printed_(*site.edition),
      tables_(site.dataset().sources.size()),
      sections_(site.dataset().sources.size()) {
    Collector(site, *this).run();
}

const SourceSection* SourcePlaces::find(SourceIndex source, std::optional<std::uint32_t> part,
                                        std::string_view label) const {
    const std::vector<SourceSection>& all = sections(source);
    const auto found = std::find_if(all.begin(), all.end(), [&](const SourceSection& section) {
        return section.part == part && section.label == label;
    });
    return found == all.end() ? nullptr : &*found;
}

std::string SourcePlaces::of(SourceIndex source, std::optional<std::uint32_t> part,
                             std::string_view label) const {
    const auto& tables = tables_[static_cast<std::size_t>(source)];
    if (const auto table = tables.find(label); table != tables.end())
        return table_page(dataset_, table->second);
    const SourceSection* const section = find(source, part, label);
    return with_anchor(source_page(dataset_, source), section == nullptr ? std::string() : section->id);
}

std::string SourcePlaces::of(data::ObservationIndex observation) const {
    return with_anchor(table_page(dataset_, dataset_[observation].table), printed_.of(observation));
}

std::string SourcePlaces::of(const std::vector<data::ObservationIndex>& observations) const {
    return with_anchor(table_page(dataset_, dataset_[observations.front()].table),
                       printed_.of_all(observations));
}

}  // namespace regioscope::report
