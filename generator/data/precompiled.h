// What nearly every file of this room reads, parsed once.
#pragma once

#include "data/dataset.h"
#include "data/readers.h"
