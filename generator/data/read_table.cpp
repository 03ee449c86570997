// tables/**.json: a source table as printed, and the figures in it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

#include "data/attributes.h"
#include "data/readers.h"

namespace regioscope::data {

using json::Kind;

namespace {

class TableReader {
  public:
    TableReader(const std::string& id, const Context& context, Dataset& out) : context_(context), out_(out) {
        table_.id = id;
    }

    void read(const json::Value& file) {
        const Owning owning(context_.texts, Owner::Kind::table, table_.id);
        Entry entry(file, context_);
        entry.optional_text("$schema");
        table_.span = entry.span();
        table_.citation = entry.source_and_part();
        context_.texts.cited.push_back(entry.whole());
        if (const json::Value* const locator = entry.optional("locator")) {
            table_.citation.locator = read_locator(*locator, context_);
            out_.citations.push_back(table_.citation);
        }
        table_.title = entry.words("title");
        table_.printed_title = entry.string("printed_title", Need::optional);
        table_.note = entry.text("note", Need::optional);

        Attributes common;
        if (const json::Value* const attributes = entry.optional("attributes")) {
            Entry inner(*attributes, context_);
            common = attributes_.read(inner);
        }
        if (!common.citation && entry.has("locator")) common.citation = CitationIndex{0};
        read_columns(entry);
        read_groups(entry, common);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const Attributes& outer = columns_[i].group ? groups_[*columns_[i].group] : common;
            columns_[i].attributes = attributes_.merged(outer, columns_[i].attributes);
        }
        read_rows(entry);
        out_.tables.push_back(std::move(table_));
    }

  private:
    struct Column {
        Attributes attributes;
        std::optional<std::size_t> group;
    };

    void read_columns(Entry& entry) {
        entry.members("columns", Need::required, [&](const json::Member& member) {
            Entry column(member.value, context_);
            const auto index = static_cast<std::uint32_t>(columns_.size());
            column_by_id_.emplace(member.key, index);
            table_.columns.push_back({member.key, column.optional_text("printed").value_or("")});
            columns_.push_back({attributes_.read(column), {}});
        });
        if (entry.has("columns") && columns_.empty()) {
            context_.findings.error("empty-list", entry.span_of("columns"),
                                    "a table has at least one column");
        }
    }

    void read_groups(Entry& entry, const Attributes& common) {
        entry.members("column_groups", Need::optional, [&](const json::Member& member) {
            Entry entry_of_group(member.value, context_);
            Table::ColumnGroup group;
            group.printed = entry_of_group.optional_text("printed").value_or("");
            groups_.push_back(attributes_.merged(common, attributes_.read(entry_of_group)));
            entry_of_group.items("columns", Need::required, [&](const json::Value& item) {
                const auto column = resolve(item, column_by_id_, "column", context_.findings);
                if (!column) return;
                if (columns_[*column].group) {
                    context_.findings.error("duplicate-item", item.span,
                                            fmt::format("the column '{}' is already in a group", item.text));
                    return;
                }
                columns_[*column].group = groups_.size() - 1;
                if (!group.columns.empty() && *column != group.columns.back() + 1) {
                    context_.findings
                        .error("scattered-group", item.span,
                               fmt::format("the column '{}' does not stand next to '{}'", item.text,
                                           table_.columns[group.columns.back()].id))
                        .note("columns of a group are neighbours, in the order of 'columns'");
                }
                group.columns.push_back(*column);
            });
            table_.column_groups.push_back(std::move(group));
        });
    }

    void read_rows(Entry& entry) {
        const json::Value* const rows = entry.of("rows", Kind::list);
        if (rows == nullptr) return;
        if (rows->items.empty())
            context_.findings.error("empty-list", rows->span, "a table has at least one row");
        out_.observations.reserve(rows->items.size() * columns_.size());
        table_.rows.reserve(rows->items.size());
        for (const json::Value& row : rows->items)
            read_row(row);
    }

    void read_row(const json::Value& value) {
        Entry entry(value, context_);
        Table::Row row;
        if (entry.has("heading")) {
            row.heading = true;
            row.printed = entry.string("heading");
            table_.rows.push_back(std::move(row));
            return;
        }
        row.printed = entry.optional_text("printed").value_or("");
        const Attributes attributes = attributes_.read(entry);
        const auto cells = arranged_cells(entry);
        row.cells.resize(columns_.size());
        incomplete_reported_ = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i] == nullptr) continue;
            row.cells[i] = read_cell(*cells[i], attributes_.merged(columns_[i].attributes, attributes));
        }
        table_.rows.push_back(std::move(row));
    }

    /// One cell per column, null where the row has none.
    std::vector<const json::Value*> arranged_cells(Entry& row) {
        std::vector<const json::Value*> cells(columns_.size());
        const json::Value* const object = row.of("cells", Kind::object);
        std::vector<bool> excused(columns_.size(), object == nullptr);
        row.items("omitted", Need::optional, [&](const json::Value& item) {
            if (const auto column = resolve(item, column_by_id_, "column", context_.findings))
                excused[*column] = true;
        });
        if (object == nullptr) return cells;
        std::uint32_t expected = 0;  // cells mostly stand in the order of the columns
        for (const json::Member& member : object->members) {
            std::optional<std::uint32_t> column;
            if (expected < table_.columns.size() && table_.columns[expected].id == member.key) {
                column = expected;
            } else if (const auto found = column_by_id_.find(member.key); found != column_by_id_.end()) {
                column = found->second;
            }
            if (!column) {
                report_unknown_column(member);
                continue;
            }
            expected = *column + 1;
            if (excused[*column]) {
                context_.findings.error("omitted-cell", member.key_span,
                                        fmt::format("the row omits '{}', yet has a cell for it", member.key));
            }
            cells[*column] = &member.value;
        }
        report_missing(*object, cells, excused);
        return cells;
    }

    void report_unknown_column(const json::Member& member) {
        std::vector<std::string_view> ids;
        for (const Table::Column& column : table_.columns)
            ids.push_back(column.id);
        context_.findings.error("unknown-column", member.key_span,
                                fmt::format("no column '{}'{}", member.key, did_you_mean(member.key, ids)));
    }

    void report_missing(const json::Value& object, const std::vector<const json::Value*>& cells,
                        const std::vector<bool>& excused) {
        constexpr std::size_t most_named = 5;
        std::vector<std::string_view> missing;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i] == nullptr && !excused[i]) missing.push_back(table_.columns[i].id);
        }
        if (missing.empty()) return;
        const std::size_t more = missing.size() - std::min(missing.size(), most_named);
        missing.resize(missing.size() - more);
        Span brace = object.span;
        brace.end = brace.begin + 1;
        context_.findings
            .error("missing-cell", brace,
                   fmt::format("this row has no cell for '{}'{}", fmt::join(missing, "', '"),
                               more == 0 ? "" : fmt::format(" and {} more columns", more)))
            .note(
                "write null where the print is blank, or name the columns in 'omitted' where it has no such "
                "cell");
    }

    std::optional<ObservationIndex> read_cell(const json::Value& cell, const Attributes& outer) {
        if (cell.kind != Kind::object || is_value_object(cell)) {
            return add(outer, cell, read_value(cell, context_.findings), std::nullopt, {});
        }
        Entry entry(cell, context_);
        const Attributes own = attributes_.read(entry);
        const json::Value* const value = entry.required("value");
        const auto printed = entry.optional_text("printed");
        if (value == nullptr) return std::nullopt;
        return add(attributes_.merged(outer, own), *value, read_value(*value, context_.findings), printed,
                   own.statuses_span);
    }

    /// Adds the figure, unless something about it is wrong.
    std::optional<ObservationIndex> add(const Attributes& attributes, const json::Value& cell,
                                        std::optional<Value> value, const std::optional<std::string>& printed,
                                        Span own_status) {
        if (attributes.broken || !is_complete(attributes, cell.span)) return std::nullopt;
        if (!value && cell.kind != Kind::null) return std::nullopt;  // reported where it was read
        const Dataset& dataset = context_.dataset;
        if (attributes.unit && *attributes.unit != dataset[*attributes.indicator].unit) {
            context_.findings
                .error("unit-mismatch", attributes.unit_span,
                       fmt::format("'{}' is in {}, not in {}", dataset[*attributes.indicator].id,
                                   dataset[dataset[*attributes.indicator].unit].id,
                                   dataset[*attributes.unit].id))
                .note("for thousands and millions use 'scale'");
        }
        Observation& observation = out_.observations.emplace_back();
        observation.indicator = *attributes.indicator;
        observation.area = *attributes.area;
        observation.period = *attributes.period;
        observation.statuses = statuses_of(attributes, value.has_value(), cell.span, own_status);
        observation.notes = attributes.notes;
        observation.citation = *attributes.citation;
        observation.span = cell.span;
        if (printed) {
            observation.printed = *printed;
        } else if (value) {
            observation.printed =
                printed_text(*value, attributes.format == nullptr ? plain_ : *attributes.format);
        }
        if (value) observation.value = attributes.scale ? value->scaled(*attributes.scale) : *value;
        return ObservationIndex{static_cast<std::uint32_t>(out_.observations.size() - 1)};
    }

    /// Reported once per row: what one cell lacks, its neighbours lack too.
    bool is_complete(const Attributes& attributes, Span place) {
        std::vector<std::string_view> missing;
        if (!attributes.indicator) missing.emplace_back("indicator");
        if (!attributes.area) missing.emplace_back("region");
        if (!attributes.period) missing.emplace_back("period");
        if (!attributes.citation) missing.emplace_back("locator");
        if (missing.empty()) return true;
        if (!incomplete_reported_) {
            context_.findings
                .error("incomplete-key", place,
                       fmt::format("this figure has no {}", fmt::join(missing, ", no ")))
                .note("say it on the cell, its row or column, or in the table's 'attributes'");
            incomplete_reported_ = true;
        }
        return false;
    }

    /// A value needs statuses that allow one; a blank takes `missing` where only outer levels say something
    /// else.
    Statuses statuses_of(const Attributes& attributes, bool has_value, Span cell, Span own_status) {
        if (!attributes.statuses) return {has_value ? Status::normal : Status::missing};
        const Statuses& statuses = *attributes.statuses;
        if (has_value) {
            const auto* const missing = std::find_if(statuses.begin(), statuses.end(), means_missing);
            if (missing == statuses.end()) return statuses;
            context_.findings
                .error("status-mismatch", own_status ? own_status : cell,
                       fmt::format("the status '{}' says that there is no value, but there is one",
                                   code_of(*missing)))
                .note("the status is set here", own_status ? Span() : attributes.statuses_span);
        } else if (!means_missing(statuses.front())) {
            if (!own_status) return {Status::missing};
            context_.findings
                .error("status-mismatch", own_status,
                       fmt::format("there is no value, but the status '{}' does not say why",
                                   code_of(statuses.front())))
                .note("put H, L, M, O or Q first");
        }
        return statuses;
    }

    const Context& context_;
    Dataset& out_;
    Table table_;
    AttributeReader attributes_{context_, table_.citation, out_};
    std::vector<Column> columns_;
    std::vector<Attributes> groups_;
    Lookup<std::uint32_t> column_by_id_;
    NumberFormat plain_;
    bool incomplete_reported_ = false;
};

}  // namespace

void read_table(const json::Value& file, const std::string& id, const Context& context, Dataset& out) {
    TableReader(id, context, out).read(file);
}

}  // namespace regioscope::data
