#pragma once

#include <stdint.h>
// setfsuid(2): file access with another user's rights, for one thread.
#include <sys/fsuid.h>

/// Calls renameat2(2) with RENAME_NOREPLACE: fails with EEXIST instead of replacing what has the new name.
int linux_rename_noreplace(int from, const char *name, int to, const char *new_name);

/// Writes f_type of fstatfs(2), one of the numbers of <linux/magic.h>, to `type`.
int linux_file_system_type(int descriptor, int64_t *type);
