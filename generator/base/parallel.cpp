#include "base/parallel.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <memory>

namespace regioscope {

namespace {
std::unique_ptr<tbb::global_control> job_limit;
}

void set_job_count(std::size_t jobs) {
    job_limit.reset();
    if (jobs > 0) {
        job_limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism, jobs);
    }
}

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work) {
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { work(i); });
}

}  // namespace regioscope
