#include <algorithm>

#include "data/entry.h"
#include "data/glossary.h"

namespace regioscope::data {

const Term* Glossary::find(std::string_view id) const {
    const auto found =
        std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.id == id; });
    return found == terms.end() ? nullptr : &*found;
}

Glossary read_glossary(const SourceText& source, const ReadOptions& options, Findings& findings) {
    Glossary glossary;
    const auto root = json::parse(source, findings);
    if (!root) return glossary;
    const Dataset nothing;
    const Context context{options, nothing, findings, glossary.texts};
    Entry file(*root, context);
    file.optional_text("$schema");
    file.members("terms", Need::required, [&](const json::Member& member) {
        const Owning owning(context.texts, Owner::Kind::term, member.key);
        Entry entry(member.value, context);
        Term term;
        term.id = member.key;
        term.span = member.key_span;
        term.term = entry.name("term");
        term.explanation = entry.words("explanation");
        term.more = entry.text("more", Need::optional);
        glossary.terms.push_back(std::move(term));
    });
    return glossary;
}

}  // namespace regioscope::data
