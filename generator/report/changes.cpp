#include "report/changes.h"

#include <algorithm>
#include <map>

#include "report/page_card.h"

namespace regioscope::report {

namespace {

using analysis::Change;
using analysis::ClaimChange;
using analysis::FigureChange;
using analysis::Measurement;
using analysis::Presenter;

std::vector<std::string> pages_only_in(const Site& site, const Site& other) {
    std::vector<std::string> paths;
    for (const Page& page : site.plan.pages()) {
        // What is no page to read, and what every edition but the first has.
        const bool is_everywhere = !is_findable(page) || page.path == changes_page;
        if (!is_everywhere && other.plan.find(page.path) == nullptr) paths.push_back(page.path);
    }
    return paths;
}

/// More than so many sentences about one indicator of one region nobody reads.
constexpr std::size_t most_sentences = 6;

/// The earlier edition's, in the same language if it has that.
const Presenter& earlier_presenter(const Presenter& presenter, const Changes& changes) {
    const std::vector<Presenter>& earlier = changes.before->presenters;
    const auto same = std::find_if(earlier.begin(), earlier.end(), [&](const Presenter& one) {
        return one.language() == presenter.language();
    });
    return same == earlier.end() ? earlier.front() : *same;
}

/// As they stand in a list: no full stop behind them.
std::string listed(std::string words) {
    words = without_links(std::move(words));
    if (!words.empty() && words.back() == '.') words.pop_back();
    return words;
}

/// Writes the sentences about one change.
class Writer {
  public:
    Writer(const Presenter& presenter, const Changes& changes, const Change& change)
        : presenter_(presenter),
          earlier_(earlier_presenter(presenter, changes)),
          edition_before_(changes.before->edition->id()),
          change_(change) {}

    std::vector<std::string> sentences() {
        say_what_is_shown();
        say_rank();
        for (const FigureChange& figure : change_.figures)
            say(figure);
        if (unsaid_ > 0) add("changes.others", {{"count", Decimal(static_cast<int>(unsaid_))}});
        return std::move(sentences_);
    }

  private:
    void add(std::string_view message, const locale::Arguments& arguments) {
        sentences_.push_back(presenter_.message(message, arguments));
    }

    static std::string figure(const Measurement& measurement, const Presenter& presenter) {
        return presenter.figure(measurement, {.form = locale::Display::Form::table});
    }

    void say_what_is_shown() {
        const Measurement* const before = change_.before;
        const Measurement* const after = change_.after;
        if (after == nullptr || is_same(before, after)) return;
        const locale::Argument now{"after", figure(*after, presenter_)};
        const locale::Argument period{"period", presenter_.period(after->period)};
        const locale::Argument edition{"edition", edition_before_};
        if (before == nullptr) {
            add("changes.first", {now, period, edition});
        } else if (same_key(*before, *after)) {
            say_revised(*before, *after);
        } else {
            add("changes.shown", {now,
                                  period,
                                  edition,
                                  {"before", figure(*before, earlier_)},
                                  {"earlier", earlier_.period(before->period)}});
        }
    }

    void say_rank() {
        if (!change_.has_new_rank()) return;
        const auto ordinal = [&](const analysis::Rank& rank) {
            return presenter_.locale().ordinal(static_cast<int>(rank.rank));
        };
        add("changes.rank", {{"rank", ordinal(*change_.rank_after)},
                             {"of", presenter_.number(change_.rank_after->of)},
                             {"before", ordinal(*change_.rank_before)},
                             {"of_before", presenter_.number(change_.rank_before->of)}});
    }

    void say(const FigureChange& changed) {
        const bool is_told = changed.after != nullptr && changed.after == change_.after;
        if (is_told) return;
        if (changed.kind == FigureChange::Kind::added || sentences_.size() >= most_sentences) {
            ++unsaid_;
        } else if (changed.kind == FigureChange::Kind::revised) {
            say_revised(*changed.before, *changed.after);
        } else {
            add("changes.withdrawn", {{"before", figure(*changed.before, earlier_)},
                                      {"period", earlier_.period(changed.before->period)}});
        }
    }

    void say_revised(const Measurement& before, const Measurement& after) {
        add("changes.revised", {{"before", figure(before, earlier_)},
                                {"after", figure(after, presenter_)},
                                {"period", presenter_.period(after.period)}});
    }

    bool same_key(const Measurement& before, const Measurement& after) const {
        const data::Dataset& then = earlier_.dataset();
        const data::Dataset& now = presenter_.dataset();
        return then[before.area].id == now[after.area].id && then[before.period] == now[after.period];
    }
    bool is_same(const Measurement* before, const Measurement* after) const {
        return before != nullptr && same_key(*before, *after) && before->value == after->value;
    }

    const Presenter& presenter_;
    /// Of the earlier edition's figures.
    const Presenter& earlier_;
    const std::string& edition_before_;
    const Change& change_;
    std::vector<std::string> sentences_;
    std::size_t unsaid_ = 0;
};

const ClaimMention* mention_of(const Site& site, const std::string& claim, std::size_t language) {
    for (const LedgerEntry& entry : site.ledger) {
        if (entry.claim->id != claim) continue;
        const auto said = std::find_if(entry.mentions.begin(), entry.mentions.end(),
                                       [&](const ClaimMention& one) { return one.language == language; });
        return said == entry.mentions.end() ? nullptr : &*said;
    }
    return nullptr;
}

}  // namespace

std::string without_links(std::string words) {
    constexpr std::size_t none = std::string::npos;
    for (std::size_t open = words.find('['); open != none; open = words.find('[', open + 1)) {
        const std::size_t middle = words.find("](", open);
        const std::size_t close = middle == none ? none : words.find(')', middle);
        if (close == none) break;
        words.erase(middle, close + 1 - middle);
        words.erase(open, 1);
    }
    return words;
}

analysis::JudgedEdition judged(const Site& site) {
    return {site.edition.get(), &site.project->claims, &site.presenters.front()};
}

std::shared_ptr<const Changes> changes_between(const Site& before, const Site& after) {
    auto changes = std::make_shared<Changes>();
    changes->before = &before;
    changes->after = &after;
    changes->difference = analysis::difference(judged(before), judged(after));
    changes->new_pages = pages_only_in(after, before);
    changes->gone_pages = pages_only_in(before, after);
    return changes;
}

std::vector<RegionChanges> by_region(const Changes& changes) {
    const data::Dataset& dataset = changes.after->dataset();
    std::vector<RegionChanges> all;
    std::map<data::RegionIndex, std::size_t> places;
    for (const Change& change : changes.difference.changes) {
        const data::RegionIndex region = dataset[change.either().area].region;
        const data::ThemeIndex theme = dataset[change.either().indicator].theme;
        const auto [place, is_new] = places.emplace(region, all.size());
        if (is_new) all.push_back({region, {}});
        std::vector<ThemeChanges>& themes = all[place->second].themes;
        const auto known = std::find_if(themes.begin(), themes.end(),
                                        [&](const ThemeChanges& one) { return one.theme == theme; });
        if (known == themes.end()) {
            themes.push_back({theme, {&change}});
        } else {
            known->changes.push_back(&change);
        }
    }
    return all;
}

std::vector<std::string> change_sentences(const Presenter& presenter, const Changes& changes,
                                          const Change& change) {
    return Writer(presenter, changes, change).sentences();
}

std::string change_summary(const Presenter& presenter, const Changes& changes) {
    const auto count = [&](FigureChange::Kind kind) {
        return Decimal(static_cast<int>(changes.difference.count(kind)));
    };
    return presenter.message("changes.summary", {{"added", count(FigureChange::Kind::added)},
                                                 {"revised", count(FigureChange::Kind::revised)},
                                                 {"withdrawn", count(FigureChange::Kind::withdrawn)}});
}

std::string fact_sentence(const Presenter& presenter, const Changes& changes,
                          const analysis::FactChange& change) {
    const Presenter& earlier = earlier_presenter(presenter, changes);
    const std::string before =
        change.before ? listed(analysis::words_of(*change.before, earlier)) : std::string();
    const std::string after =
        change.after ? listed(analysis::words_of(*change.after, presenter)) : std::string();
    switch (change.kind) {
        case analysis::FactChange::Kind::added:
            return presenter.message("changes.fact-added", {{"after", after}});
        case analysis::FactChange::Kind::changed:
            return presenter.message("changes.fact-changed", {{"before", before}, {"after", after}});
        case analysis::FactChange::Kind::gone:
            return presenter.message("changes.fact-gone", {{"before", before}});
    }
    return {};
}

std::string change_of_claim(const Presenter& presenter, const ClaimChange& change) {
    switch (change.kind) {
        case ClaimChange::Kind::turned:
            return presenter.message(change.now->holds ? "changes.claim-added" : "changes.claim-turned");
        case ClaimChange::Kind::added:
            return presenter.message("changes.claim-added");
        case ClaimChange::Kind::gone:
            return presenter.message("changes.claim-gone");
        case ClaimChange::Kind::moved:
            return presenter.message("changes.claim-moved");
    }
    return {};
}

std::string statement_of(const Changes& changes, const ClaimChange& change, std::size_t language) {
    const std::string& id = change.either().id;
    const ClaimMention* const said = mention_of(*changes.after, id, language);
    if (change.after != nullptr && said != nullptr) return said->words;
    const ClaimMention* const said_before = mention_of(*changes.before, id, language);
    return said_before == nullptr ? id : said_before->words;
}

}  // namespace regioscope::report
