// Goes through everything below a statement.
#pragma once

#include <type_traits>

#include "template/statement.h"

namespace regioscope::templates {

template <class Visit>
void for_each_body(const Statement& statement, const Visit& visit) {
    std::visit(
        [&](const auto& form) {
            using Form = std::decay_t<decltype(form)>;
            if constexpr (std::is_same_v<Form, If>) {
                for (const If::Branch& branch : form.branches)
                    visit(branch.body);
                visit(form.otherwise);
            } else if constexpr (std::is_same_v<Form, For>) {
                visit(form.body);
                visit(form.otherwise);
            } else if constexpr (requires { form.body; }) {
                visit(form.body);
            }
        },
        statement.form);
}

/// Calls `visit` for every statement, outer ones first.
template <class Visit>
void for_each_statement(const Statements& statements, const Visit& visit) {
    for (const Statement& statement : statements) {
        visit(statement);
        for_each_body(statement, [&](const Statements& body) { for_each_statement(body, visit); });
    }
}

}  // namespace regioscope::templates
