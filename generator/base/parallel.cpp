#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace regioscope {

namespace {

std::ptrdiff_t helpers_for(std::size_t jobs) {
    return static_cast<std::ptrdiff_t>(jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency())) -
           1;
}

/// Threads that may still be started. All loops draw on it, also one within another, so that there are never
/// more threads at work than jobs.
std::atomic<std::ptrdiff_t> idle_helpers = helpers_for(0);

bool take_helper() {
    if (idle_helpers.fetch_sub(1) > 0) return true;
    idle_helpers.fetch_add(1);
    return false;
}

}  // namespace

void set_job_count(std::size_t jobs) {
    idle_helpers = helpers_for(jobs);
}

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::once_flag has_failed;
    const auto take_turns = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++)
                work(i);
        } catch (...) {
            next = count;
            std::call_once(has_failed, [&] { failure = std::current_exception(); });
        }
    };
    std::vector<std::jthread> helpers;
    while (helpers.size() + 1 < count && take_helper()) {
        try {
            helpers.emplace_back([&] {
                take_turns();
                idle_helpers.fetch_add(1);
            });
        } catch (const std::system_error&) {
            // No more threads to be had: those at hand do the work.
            idle_helpers.fetch_add(1);
            break;
        }
    }
    take_turns();
    helpers.clear();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace regioscope
