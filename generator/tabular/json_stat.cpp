#include "tabular/json_stat.h"

#include <fmt/format.h>

#include <algorithm>

#include "tabular/limits.h"
#include "tabular/words.h"

namespace regioscope::tabular {

namespace {

using json::Kind;

const json::Value* text_of(const json::Value& object, std::string_view key) {
    const json::Value* const found = object.find(key);
    return found != nullptr && found->kind == Kind::text ? found : nullptr;
}

/// The cube: the file itself, or the first one that a collection or an old bundle holds.
const json::Value* dataset_in(const json::Value& root, int depth = 0) {
    constexpr int deepest = 4;
    if (root.kind != Kind::object || depth > deepest) return nullptr;
    if (root.find("dimension") != nullptr && root.find("value") != nullptr) return &root;
    if (const json::Value* const link = root.find("link")) {
        const json::Value* const items = link->find("item");
        if (items == nullptr) return nullptr;
        for (const json::Value& item : items->items)
            if (const json::Value* const found = dataset_in(item, depth + 1)) return found;
        return nullptr;
    }
    for (const json::Member& member : root.members)
        if (const json::Value* const found = dataset_in(member.value, depth + 1)) return found;
    return nullptr;
}

class JsonStatReader {
  public:
    JsonStatReader(const json::Value& dataset, const std::string& file, Findings& findings)
        : dataset_(dataset), findings_(findings) {
        out_.grid.file = file;
        out_.layout.kind = "json-stat";
    }

    std::optional<JsonStat> read() {
        if (!read_dimensions()) return std::nullopt;
        if (const json::Value* const label = text_of(dataset_, "label"))
            out_.layout.title = folded(label->text);
        take_roles();
        if (!read_values()) return std::nullopt;
        return std::move(out_);
    }

  private:
    struct Axis {
        std::string name;
        /// Label and id of each category, by its place in the cube.
        std::vector<std::pair<std::string, std::string>> categories;
    };

    bool refuse(const json::Value& place, std::string message) {
        findings_.error("invalid-json-stat", place.span, std::move(message))
            .note("see json-stat.org/format for what a dataset holds");
        return false;
    }

    /// Version 1 kept ids and sizes with the dimensions.
    const json::Value* list_of(std::string_view key) const {
        if (const json::Value* const list = dataset_.find(key)) return list;
        return dataset_.find("dimension")->find(key);
    }

    bool read_dimensions() {
        const json::Value& dimensions = *dataset_.find("dimension");
        const json::Value* const ids = list_of("id");
        const json::Value* const sizes = list_of("size");
        if (ids == nullptr || sizes == nullptr || ids->kind != Kind::list || sizes->kind != Kind::list ||
            ids->items.size() != sizes->items.size() || ids->items.empty())
            return refuse(dimensions, "the lists 'id' and 'size' are missing or differ in length");
        for (std::size_t i = 0; i < ids->items.size(); ++i) {
            const json::Value& size = sizes->items[i];
            const auto count = size.kind == Kind::number ? size.number.to_integer() : std::nullopt;
            const json::Value* const dimension = dimensions.find(ids->items[i].text);
            if (!count || *count < 1 || *count > static_cast<std::int64_t>(most_cells))
                return refuse(size, "a size is a whole number above 0");
            if (dimension == nullptr)
                return refuse(ids->items[i],
                              fmt::format("no dimension '{}' is declared", ids->items[i].text));
            count_ *= static_cast<std::size_t>(*count);
            if (count_ > most_cells) {
                findings_.error("too-many-cells", size.span,
                                "the file has more cells than a table of a report can hold");
                return false;
            }
            if (!read_axis(ids->items[i].text, *dimension, static_cast<std::size_t>(*count))) return false;
        }
        return true;
    }

    bool read_axis(const std::string& id, const json::Value& dimension, std::size_t size) {
        const json::Value* const label = text_of(dimension, "label");
        Axis axis{label == nullptr ? id : folded(label->text), {}};
        axis.categories.resize(size);
        const json::Value* const category = dimension.find("category");
        if (category == nullptr) return refuse(dimension, "a dimension has no 'category'");
        const json::Value* const index = category->find("index");
        const json::Value* const labels = category->find("label");
        std::size_t named = 0;
        const auto name = [&](std::size_t place, const std::string& key) {
            if (place >= size) return false;
            const json::Value* const found = labels == nullptr ? nullptr : labels->find(key);
            axis.categories[place] = {found == nullptr ? key : folded(found->text), key};
            ++named;
            return true;
        };
        bool is_good = true;
        if (index == nullptr && labels != nullptr) {  // allowed where there is but one
            for (std::size_t i = 0; i < labels->members.size(); ++i)
                is_good = is_good && name(i, labels->members[i].key);
        } else if (index != nullptr && index->kind == Kind::list) {
            for (std::size_t i = 0; i < index->items.size(); ++i)
                is_good = is_good && name(i, index->items[i].text);
        } else if (index != nullptr) {
            for (const json::Member& member : index->members) {
                const auto place =
                    member.value.kind == Kind::number ? member.value.number.to_integer() : std::nullopt;
                is_good =
                    is_good && place && *place >= 0 && name(static_cast<std::size_t>(*place), member.key);
            }
        }
        if (!is_good || named != size)
            return refuse(*category, fmt::format("'{}' has {} categories by its size and {} by its index", id,
                                                 size, named));
        out_.layout.labels.push_back({axis.name, axes_.size() * 2, {axes_.size() * 2 + 1}, false});
        axes_.push_back(std::move(axis));
        ids_.push_back(id);
        return true;
    }

    void take_roles() {
        const json::Value* role = dataset_.find("role");
        if (role == nullptr) role = dataset_.find("dimension")->find("role");
        const auto named = [&](std::string_view key) -> std::string {
            const json::Value* const list = role == nullptr ? nullptr : role->find(key);
            if (list == nullptr || list->items.empty()) return {};
            const auto found = std::find(ids_.begin(), ids_.end(), list->items.front().text);
            return found == ids_.end() ? "" : axes_[static_cast<std::size_t>(found - ids_.begin())].name;
        };
        out_.layout.region_column = named("geo");
        out_.layout.period_column = named("time");
    }

    /// A list of all, or an object of those that are there; statuses likewise, or one for all.
    const json::Value* entry(const json::Value* all, std::size_t index) const {
        if (all == nullptr) return nullptr;
        if (all->kind == Kind::text) return all;
        if (all->kind == Kind::list)
            return index < all->items.size() ? &all->items[index]
                   : all->items.size() == 1  ? &all->items.front()
                                             : nullptr;
        return all->find(std::to_string(index));
    }

    bool read_values() {
        const json::Value& values = *dataset_.find("value");
        const json::Value* const statuses = dataset_.find("status");
        const bool is_list = values.kind == Kind::list;
        if (!is_list && values.kind != Kind::object) return refuse(values, "'value' is a list or an object");
        if (is_list && values.items.size() != count_)
            return refuse(values,
                          fmt::format("the cube has {} cells and {} values", count_, values.items.size()));
        std::vector<std::size_t> place(axes_.size(), 0);
        const std::size_t value_column = axes_.size() * 2;
        out_.layout.figures.push_back({value_column, {}, value_column + 1, std::nullopt, std::nullopt});
        std::map<std::string_view, const json::Value*> by_key;
        for (const json::Member& member : values.members)
            by_key.emplace(member.key, &member.value);
        for (std::size_t i = 0; i < count_; ++i) {
            const json::Value* value = nullptr;
            if (is_list) {
                value = &values.items[i];
            } else if (const auto found = by_key.find(std::to_string(i)); found != by_key.end()) {
                value = found->second;
            }
            const json::Value* const status = entry(statuses, i);
            // What a sparse cube leaves out was never there.
            if (value != nullptr || status != nullptr) add_row(place, value, status);
            if (letters_ > most_letters_of_all) {
                findings_.error("too-many-cells", (value != nullptr ? value : status)->span,
                                "its cells hold more text than a table of a report can");
                return false;
            }
            for (std::size_t axis = axes_.size(); axis-- > 0;) {
                if (++place[axis] < axes_[axis].categories.size()) break;
                place[axis] = 0;
            }
        }
        return true;
    }

    void add_row(const std::vector<std::size_t>& place, const json::Value* value, const json::Value* status) {
        std::vector<Cell> cells;
        const Span span = value != nullptr ? value->span : status->span;
        for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
            const auto& [label, id] = axes_[axis].categories[place[axis]];
            letters_ += label.size() + id.size();
            cells.push_back({label, false, {}, span});
            cells.push_back({id, false, {}, span});
        }
        const bool is_number = value != nullptr && value->kind == Kind::number;
        const bool is_text = value != nullptr && value->kind == Kind::text;
        cells.push_back({is_number ? value->number.text()
                         : is_text ? folded(value->text)
                                   : "",
                         is_number,
                         {},
                         span});
        cells.push_back(
            {status != nullptr && status->kind == Kind::text ? status->text : "", false, {}, span});
        out_.layout.rows.push_back(out_.grid.rows.size());
        out_.grid.rows.push_back(std::move(cells));
    }

    const json::Value& dataset_;
    Findings& findings_;
    JsonStat out_;
    std::vector<Axis> axes_;
    std::vector<std::string> ids_;
    std::size_t count_ = 1;
    /// Of all cells: each repeats the labels of what it is about.
    std::size_t letters_ = 0;
};

}  // namespace

bool is_json_stat(const json::Value& root) {
    return dataset_in(root) != nullptr;
}

std::optional<JsonStat> read_json_stat(const json::Value& root, const std::string& file, Findings& findings) {
    return JsonStatReader(*dataset_in(root), file, findings).read();
}

}  // namespace regioscope::tabular
