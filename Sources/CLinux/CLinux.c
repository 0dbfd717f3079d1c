#define _GNU_SOURCE
#include "CLinux.h"

#include <stdio.h>
#include <sys/vfs.h>

int linux_rename_noreplace(int from, const char *name, int to, const char *new_name) {
    return renameat2(from, name, to, new_name, RENAME_NOREPLACE);
}

int linux_file_system_type(int descriptor, int64_t *type) {
    struct statfs status;
    if (fstatfs(descriptor, &status) != 0) return -1;
    *type = (int64_t)status.f_type;
    return 0;
}
