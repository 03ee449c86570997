#include "locale/catalogue.h"

#include <algorithm>

#include "base/json_reader.h"
#include "base/suggest.h"

namespace regioscope::locale {

namespace {

/// What the file says of its own language; no other's words can stand in for it.
bool is_of_one_language(std::string_view id) {
    return id.starts_with("language.") || id.starts_with("prose.");
}

}  // namespace

std::vector<MessageSource> read_messages(const SourceText& source, Findings& findings) {
    std::vector<MessageSource> messages;
    const auto file = json::parse(source, findings);
    if (!file || !json::expect(*file, json::Kind::object, findings)) return messages;
    for (const json::Member& member : file->members) {
        if (member.key == "$schema") continue;
        if (json::expect(member.value, json::Kind::text, findings))
            messages.push_back({member.key, member.value.text, member.value.span});
    }
    return messages;
}

Catalogue Catalogue::compile(std::string language, const std::vector<MessageSource>& sources,
                             Findings& findings) {
    Catalogue catalogue;
    catalogue.language_ = std::move(language);
    for (const MessageSource& source : sources) {
        if (catalogue.messages_.contains(source.id)) {
            findings.error("duplicate-message", source.span, "message '" + source.id + "' is there already");
            continue;
        }
        auto message = Message::compile(source.pattern, source.span, findings);
        if (message) catalogue.messages_.emplace(source.id, std::move(*message));
    }
    return catalogue;
}

const Message* Catalogue::find(std::string_view id) const {
    const auto found = messages_.find(id);
    return found == messages_.end() ? nullptr : &found->second;
}

std::vector<std::string_view> Catalogue::ids() const {
    std::vector<std::string_view> ids;
    for (const auto& [id, message] : messages_)
        ids.push_back(id);
    return ids;
}

void Catalogue::complete_with(const Catalogue& other) {
    messages_.insert(other.messages_.begin(), other.messages_.end());
}

std::vector<std::string_view> missing_ids(const Catalogue& reference, const Catalogue& other) {
    std::vector<std::string_view> missing;
    for (const std::string_view id : reference.ids()) {
        if (!is_of_one_language(id) && other.find(id) == nullptr) missing.push_back(id);
    }
    return missing;
}

void check_arguments(const Catalogue& reference, const Catalogue& other, Findings& findings) {
    for (const std::string_view id : other.ids()) {
        const Message* const known = reference.find(id);
        if (known == nullptr) continue;
        const std::vector<std::string>& given = known->argument_names();
        const Message& message = *other.find(id);
        for (const std::string& name : message.argument_names()) {
            if (std::find(given.begin(), given.end(), name) != given.end()) continue;
            findings
                .error("message-mismatch", message.span(),
                       "message '" + std::string(id) + "' is never given '{" + name + "}'" +
                           did_you_mean(name, {given.begin(), given.end()}))
                .note("in '" + reference.language() + "' it reads so", known->span());
        }
    }
}

}  // namespace regioscope::locale
