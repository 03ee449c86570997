#include "locale/message_writer.h"

#include <algorithm>

namespace regioscope::locale {

namespace {

const Argument* find(const Arguments& arguments, std::string_view name) {
    const auto found = std::find_if(arguments.begin(), arguments.end(),
                                    [&](const Argument& argument) { return argument.name == name; });
    return found == arguments.end() ? nullptr : &*found;
}

void append_text(std::vector<Piece>& pieces, std::string_view text) {
    if (text.empty()) return;
    if (pieces.empty() || !pieces.back().argument.empty()) pieces.emplace_back();
    pieces.back().text += text;
}

template <class Branches, class Matches>
const auto* find_branch(const Branches& branches, Matches matches) {
    const auto found = std::find_if(branches.begin(), branches.end(), matches);
    return found == branches.end() ? nullptr : &*found;
}

}  // namespace

std::string MessageWriter::number_text(const Decimal& number) const {
    std::string out;
    numbers_.append(out, number, number.decimals());
    return out;
}

std::string MessageWriter::as_text(const Argument& argument) const {
    if (const auto* number = std::get_if<Decimal>(&argument.value)) return number_text(*number);
    return std::get<std::string>(argument.value);
}

void MessageWriter::write_plural(const Message::Node& node, Job& job) const {
    const Argument* argument = find(job.arguments, node.text);
    const Decimal* number = argument != nullptr ? std::get_if<Decimal>(&argument->value) : nullptr;
    if (number == nullptr) {
        job.problem = "'" + node.text + "' as a number";
        return;
    }
    const Decimal counted = node.offset.is_zero() ? *number : *number - node.offset;
    const auto* branch = find_branch(node.branches, [&](const auto& b) { return b.exactly == *number; });
    if (branch == nullptr) {
        const auto kind =
            node.kind == Message::Node::Kind::plural ? Plurals::Kind::cardinal : Plurals::Kind::ordinal;
        const std::string keyword = plurals_.keyword(kind, counted);
        branch = find_branch(node.branches, [&](const auto& b) { return b.keyword == keyword; });
    }
    if (branch == nullptr)
        branch = find_branch(node.branches, [](const auto& b) { return b.keyword == "other"; });
    if (branch != nullptr) write_nodes(branch->nodes, counted, job);
}

void MessageWriter::write_select(const Message::Node& node, const Decimal& counted, Job& job) const {
    const Argument* argument = find(job.arguments, node.text);
    if (argument == nullptr) {
        job.problem = "'" + node.text + "'";
        return;
    }
    const auto* word = std::get_if<std::string>(&argument->value);
    const std::string chosen = word != nullptr ? *word : std::get<Decimal>(argument->value).text();
    const auto* branch = find_branch(node.branches, [&](const auto& b) { return b.keyword == chosen; });
    if (branch == nullptr)
        branch = find_branch(node.branches, [](const auto& b) { return b.keyword == "other"; });
    if (branch != nullptr) write_nodes(branch->nodes, counted, job);
}

void MessageWriter::write_nodes(const Nodes& nodes, const Decimal& counted, Job& job) const {
    for (const Message::Node& node : nodes) {
        switch (node.kind) {
            case Message::Node::Kind::text:
                append_text(job.pieces, node.text);
                break;
            case Message::Node::Kind::counted:
                append_text(job.pieces, number_text(counted));
                break;
            case Message::Node::Kind::argument:
                if (const Argument* argument = find(job.arguments, node.text))
                    job.pieces.push_back({as_text(*argument), node.text});
                else
                    job.problem = "'" + node.text + "'";
                break;
            case Message::Node::Kind::plural:
            case Message::Node::Kind::ordinal:
                write_plural(node, job);
                break;
            case Message::Node::Kind::select:
                write_select(node, counted, job);
                break;
        }
    }
}

MessageWriter::Job MessageWriter::run(const Message& message, const Arguments& arguments) const {
    Job job{arguments, {}, {}};
    write_nodes(message.nodes_, Decimal(), job);
    return job;
}

Result<std::vector<Piece>> MessageWriter::write_pieces(const Message& message,
                                                       const Arguments& arguments) const {
    Job job = run(message, arguments);
    if (!job.problem.empty())
        return make_error("missing-argument", message.span(), "the message needs " + job.problem);
    return std::move(job.pieces);
}

Result<std::string> MessageWriter::write(const Message& message, const Arguments& arguments) const {
    // Most messages say one thing, whatever they are given.
    if (message.nodes_.size() == 1 && message.nodes_.front().kind == Message::Node::Kind::text)
        return message.nodes_.front().text;
    auto pieces = write_pieces(message, arguments);
    if (!pieces) return std::move(pieces.finding());
    return text_of(*pieces);
}

}  // namespace regioscope::locale
