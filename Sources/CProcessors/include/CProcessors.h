#pragma once

/// How many processors this process may run on; 1 where that can't be told.
int processors_available(void);
