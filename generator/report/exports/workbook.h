// A spreadsheet workbook (XLSX) that people and screen readers find their way in: a cover, then sheets with
// one named table each, from the first cell on; no merged cells, no colours that mean something.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "data/period.h"

namespace regioscope::report {

class Workbook {
  public:
    struct Properties {
        std::string title;
        std::string subject;
        std::string author;
        std::string comments;
        /// The same workbook has the same bytes, so the clock has no say.
        data::Date created;
    };
    /// More rows no sheet holds.
    static constexpr std::size_t most_rows = 1'048'575;

    struct Heading {
        std::string title;
        /// In characters.
        double width = 12;
    };

    /// Rows of one table. Cells are written from left to right, a row at a time.
    class Table {
      public:
        Table& text(std::string_view words);
        /// Shown with that many decimals, in the reader's own manner.
        Table& number(const Decimal& number, int decimals);
        /// Words that lead to another sheet.
        Table& link(std::string_view words, const std::string& sheet);
        void end_row();

      private:
        friend Workbook;
        struct State;
        std::shared_ptr<State> state_;
    };

    static Result<Workbook> make(const Properties& properties);

    Workbook(Workbook&&) noexcept;
    Workbook& operator=(Workbook&&) = delete;
    ~Workbook();

    /// As spreadsheets can have it: short, without their signs, unique in this workbook.
    std::string sheet_name(std::string_view wish);

    /// A sheet of lines, the first of which is its heading. `sheet` comes from sheet_name().
    void add_lines(const std::string& sheet, const std::vector<std::string>& lines);
    /// `name` is a word of a–z and digits, unique in the workbook. To be ended before the next one is begun.
    Table begin_table(const std::string& sheet, const std::string& name,
                      const std::vector<Heading>& headings);
    /// Of a table without rows nothing would be left: it must have one.
    void end_table(const Table& table);

    /// The file. Finding: `environment`.
    Result<std::string> finish() &&;

  private:
    struct State;
    explicit Workbook(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace regioscope::report
