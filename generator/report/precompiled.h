// What nearly every file of this room reads, parsed once.
#pragma once

#include "report/page_context.h"
#include "report/pages/common.h"
