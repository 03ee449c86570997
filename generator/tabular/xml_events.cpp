#include "tabular/xml_events.h"

#include <fmt/format.h>

#include <exception>
#include <orcus/sax_parser.hpp>
#include <stdexcept>

namespace regioscope::tabular {

namespace {

class XmlHandler : public orcus::sax_handler {
  public:
    explicit XmlHandler(const XmlEvents& events) : events_(events) {}

    void start_element(const orcus::sax::parser_element& element) {
        ++depth_;
        events_.begin(element.name, attributes_);
        attributes_.clear();
    }
    void end_element(const orcus::sax::parser_element& element) {
        --depth_;
        events_.end(element.name);
    }
    /// The parser does not mind a text that ends in the middle.
    bool is_whole() const { return depth_ == 0; }
    void characters(std::string_view text, bool /*transient*/) { events_.text(text); }
    void attribute(const orcus::sax::parser_attribute& attribute) {
        if (attribute.ns == "xmlns") return;
        attributes_.insert_or_assign(std::string(attribute.name), std::string(attribute.value));
    }
    /// Those of `<?xml … ?>` belong to no element.
    void end_declaration(std::string_view /*name*/) { attributes_.clear(); }

  private:
    const XmlEvents& events_;
    XmlAttributes attributes_;
    std::size_t depth_ = 0;
};

}  // namespace

Result<Done> read_xml(std::string_view xml, const std::string& part, const XmlEvents& events) {
    XmlHandler handler(events);
    try {
        orcus::sax_parser<XmlHandler> parser(xml.data(), xml.size(), handler);
        parser.parse();
        if (!handler.is_whole()) throw std::runtime_error("it ends in the middle");
    } catch (const XmlStop& stop) {
        return stop.finding;
    } catch (const std::exception& failure) {
        return make_error("broken-workbook", {},
                          fmt::format("'{}' in it is no good XML: {}", part, failure.what()))
            .note("is it cut off? open it in a spreadsheet program and save it again");
    }
    return Done{};
}

}  // namespace regioscope::tabular
