// Independent pieces of work on all cores. The order in which they run is nobody's business: results go to
// their own places, findings are merged afterwards, so output never depends on it.
#pragma once

#include <cstddef>
#include <functional>

namespace regioscope {

/// How many threads work may use; 0 means one per core. Set once, by the command line.
void set_job_count(std::size_t jobs);

/// Calls work(0) … work(count - 1), each once, and returns when all are done. What work throws (there
/// is no memory) ends it early and arrives at whoever called.
void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace regioscope
