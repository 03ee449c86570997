#include "locale/catalogue.h"

#include <algorithm>

#include "base/json_reader.h"
#include "base/suggest.h"

namespace regioscope::locale {

namespace {

std::string quoted_names(const Message& message) {
    std::string out;
    for (const std::string& name : message.argument_names())
        out += (out.empty() ? "{" : ", {") + name + "}";
    return out.empty() ? "no arguments" : out;
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

void check_agreement(const Catalogue& reference, const Catalogue& other, Findings& findings) {
    for (const std::string_view id : reference.ids()) {
        const Message& expected = *reference.find(id);
        const Message* message = other.find(id);
        if (message == nullptr) {
            findings.error("message-mismatch", expected.span(),
                           "message '" + std::string(id) + "' is missing in '" + other.language() + "'");
        } else if (message->argument_names() != expected.argument_names()) {
            findings
                .error("message-mismatch", message->span(),
                       "message '" + std::string(id) + "' takes " + quoted_names(*message) + ", but " +
                           quoted_names(expected) + " in '" + reference.language() + "'")
                .note("the other one is here", expected.span());
        }
    }
    for (const std::string_view id : other.ids()) {
        if (reference.find(id) != nullptr) continue;
        findings.error("message-mismatch", other.find(id)->span(),
                       "message '" + std::string(id) + "' is missing in '" + reference.language() + "'" +
                           did_you_mean(id, reference.ids()));
    }
}

}  // namespace regioscope::locale
