#include "report/templates.h"
