// How things of the model refer to each other: by index into the Dataset's lists, each list with a type of
// its own.
#pragma once

#include <cstdint>

namespace regioscope::data {

enum class RegionIndex : std::uint32_t {};
enum class AreaIndex : std::uint32_t {};
enum class IndicatorIndex : std::uint32_t {};
enum class ThemeIndex : std::uint32_t {};
enum class UnitIndex : std::uint32_t {};
enum class PeriodIndex : std::uint32_t {};
enum class SourceIndex : std::uint32_t {};
enum class TableIndex : std::uint32_t {};
enum class ObservationIndex : std::uint32_t {};
enum class CitationIndex : std::uint32_t {};
enum class NoteListIndex : std::uint32_t {};

}  // namespace regioscope::data
