// What nearly every file of this room reads, parsed once.
#pragma once

#include "analysis/environment.h"
