#include "template/context.h"

namespace regioscope::templates {

Target target_of(const Context& context) {
    const bool is_xml = context.dialect == Dialect::xml;
    switch (context.state) {
        case State::text:
            return is_xml ? Target::xml_text : Target::html_text;
        case State::raw_text:
            return Target::html_text;
        case State::tag:
            return context.element == Element::end_tag ? Target::none : Target::tag;
        case State::json:
            return Target::json;
        case State::comment:
            return Target::comment;
        case State::plain:
            return Target::plain;
        case State::value:
            break;
        case State::json_string:
        case State::script:
        case State::declaration:
            return Target::none;
    }
    switch (context.attribute) {
        case AttributeKind::plain:
            return is_xml ? Target::xml_attribute : Target::html_attribute;
        case AttributeKind::url:
            if (context.url_part == UrlPart::either) return Target::none;
            return context.url_part == UrlPart::path ? Target::url_path : Target::url_query;
        case AttributeKind::fixed:
        case AttributeKind::script_type:
            break;
    }
    return Target::none;
}

std::string_view described(const Context& context) {
    switch (context.state) {
        case State::text:
            return "in text";
        case State::tag:
            return context.element == Element::end_tag ? "in an end tag" : "in a tag";
        case State::value:
            return context.attribute != AttributeKind::url ? "in the value of an attribute"
                   : context.url_part == UrlPart::path     ? "in a URL"
                   : context.url_part == UrlPart::query    ? "in the query of a URL"
                                                           : "in a URL that may or may not have a query";
        case State::raw_text:
            return context.element == Element::title ? "in a title" : "in a textarea";
        case State::json:
            return "in JSON";
        case State::json_string:
            return "in a JSON text";
        case State::script:
            return "in a script";
        case State::comment:
            return "in a comment";
        case State::declaration:
            return "in a declaration";
        case State::plain:
            return "in plain text";
    }
    return {};
}

std::string_view described(Target target) {
    switch (target) {
        case Target::none:
            return "a place for nothing";
        case Target::html_text:
            return "text";
        case Target::html_attribute:
            return "the value of an attribute";
        case Target::xml_text:
            return "XML text";
        case Target::xml_attribute:
            return "the value of an XML attribute";
        case Target::url_path:
            return "a URL";
        case Target::url_query:
            return "the query of a URL";
        case Target::json:
            return "JSON";
        case Target::comment:
            return "a comment";
        case Target::tag:
            return "a tag";
        case Target::plain:
            return "plain text";
    }
    return {};
}

Context start_of(std::string_view template_name) {
    Context context;
    if (template_name.ends_with(".xml") || template_name.ends_with(".svg")) {
        context.dialect = Dialect::xml;
    } else if (template_name.ends_with(".json")) {
        context.dialect = Dialect::json;
        context.state = State::json;
    } else if (template_name.ends_with(".txt")) {
        context.dialect = Dialect::plain;
        context.state = State::plain;
    }
    return context;
}

bool join_contexts(Context& a, const Context& b) {
    if (a == b) return true;
    Context joined = a;
    if (a.state == State::value && a.attribute == AttributeKind::url && a.url_part != b.url_part) {
        joined.url_part = b.url_part;
        if (joined != b) return false;
        a.url_part = UrlPart::either;
        return true;
    }
    return false;
}

}  // namespace regioscope::templates
