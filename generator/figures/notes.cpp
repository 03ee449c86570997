#include "figures/notes.h"

#include <fmt/format.h>

#include <algorithm>

#include "escape/html_attribute.h"
#include "escape/html_text.h"
#include "escape/url.h"

namespace regioscope::figures {

namespace {

/// What the sign of a corrected figure says; its note gives the reason.
const char* correction_message(data::Correction::Use use) {
    switch (use) {
        case data::Correction::Use::value:
            return "mark.corrected";
        case data::Correction::Use::withheld:
            return "mark.withheld";
        case data::Correction::Use::as_printed:
            return "mark.chosen";
    }
    return "";
}

}  // namespace

Sign NoteList::status(data::Status status) {
    const Sign sign{presenter_->status_sign(status), presenter_->status_name(status)};
    const std::string key = fmt::format("status {}", data::code_of(status));
    if (std::find(keys_.begin(), keys_.end(), key) == keys_.end()) {
        keys_.push_back(key);
        notes_.push_back({sign.text, escape::SafeHtml::from_text(sign.title)});
    }
    return sign;
}

Sign NoteList::numbered(std::string key, const std::function<escape::SafeHtml()>& text, std::string title) {
    const auto known = std::find(keys_.begin(), keys_.end(), key);
    if (known != keys_.end())
        return {notes_[static_cast<std::size_t>(known - keys_.begin())].sign, std::move(title)};
    const std::string number = fmt::to_string(++numbers_);
    keys_.push_back(std::move(key));
    notes_.push_back({number, text()});
    return {number, std::move(title)};
}

Sign NoteList::superseded(const std::string& used, const std::string& place, const std::string& href) {
    const std::string words = presenter_->message("mark.superseded", {{"figure", used}, {"place", place}});
    return numbered(
        "superseded " + href,
        [&] {
            return escape::SafeHtml::from_trusted(fmt::format("<a href=\"{}\">{}</a>",
                                                              escape::html_attribute(escape::url(href)),
                                                              escape::html_text(words)));
        },
        words);
}

std::vector<Sign> NoteList::signs_of(const analysis::Measurement& measurement, const analysis::Marks& marks) {
    const data::Dataset& dataset = presenter_->dataset();
    std::vector<Sign> signs;
    if (measurement.value) {
        for (const data::Status doubtful : marks.doubtful)
            signs.push_back(status(doubtful));
        // The value is the source's, but somebody assumed something: mostly the year.
        if (measurement.statuses.contains(data::Status::unvalidated))
            signs.push_back(status(data::Status::unvalidated));
    } else if (!measurement.statuses.empty()) {
        status(measurement.statuses.front());  // the sign stands in the number's place; the note explains it
    }
    if (marks.off_area) {
        const std::string text =
            presenter_->message("mark.area", {{"area", presenter_->plain(dataset[measurement.area].name)}});
        signs.push_back(numbered(
            "area " + dataset[measurement.area].id, [&] { return escape::SafeHtml::from_text(text); }, text));
    }
    if (measurement.correction) {
        const data::Correction& correction = dataset.corrections[*measurement.correction];
        signs.push_back(numbered(
            "correction " + presenter_->plain(correction.reason), [&] { return (*text_)(correction.reason); },
            presenter_->message(correction_message(correction.use))));
    }
    for (const data::ObservationIndex origin : measurement.origins) {
        if (measurement.derived) break;  // the notes of operands stand with the operands
        for (const std::uint32_t note : dataset[dataset[origin].notes]) {
            // The same words at several cells are one note.
            const std::string words = presenter_->plain(dataset.notes[note]);
            Sign sign = numbered(
                "note " + words, [&] { return (*text_)(dataset.notes[note]); }, words);
            const bool is_known = std::any_of(signs.begin(), signs.end(),
                                              [&](const Sign& other) { return other.text == sign.text; });
            if (!is_known) signs.push_back(std::move(sign));
        }
    }
    return signs;
}

}  // namespace regioscope::figures
