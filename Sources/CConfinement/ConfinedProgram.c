#define _GNU_SOURCE
#include "CConfinement.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <poll.h>
#include <sched.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool limit(int resource, uint64_t value) {
    struct rlimit now;
    if (getrlimit(resource, &now) != 0) return false;
    rlim_t wanted = (rlim_t)value < now.rlim_max ? (rlim_t)value : now.rlim_max;
    const struct rlimit both = {.rlim_cur = wanted, .rlim_max = wanted};
    return setrlimit(resource, &both) == 0;
}

static bool set_limits(const struct program_limits *limits) {
    return limit(RLIMIT_AS, limits->address_space) && limit(RLIMIT_CPU, limits->processor_seconds)
        && limit(RLIMIT_FSIZE, limits->file_size) && limit(RLIMIT_NOFILE, limits->descriptors)
        && limit(RLIMIT_CORE, 0);
}

// Landlock: files. The kernel's header of the building machine may be older than the running kernel.

struct ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scoped;
};

enum {
    // All rights that the first version knows, the two of later versions that concern files, and signals and sockets.
    FILES_1 = (1 << 13) - 1,
    REFER = 1 << 13,
    TRUNCATE = 1 << 14,
    CONNECT_AND_BIND = 3,
    SOCKETS_AND_SIGNALS = 3,
};

static const uint64_t reading
    = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;

static bool allow_beneath(int ruleset, const char *path, uint64_t access) {
    int descriptor = open(path, O_PATH | O_CLOEXEC);
    // What is not there needs no rule.
    if (descriptor < 0) return errno == ENOENT || errno == EACCES;
    struct stat kind;
    if (fstat(descriptor, &kind) != 0) return false;
    if (!S_ISDIR(kind.st_mode)) {
        access &= LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE | TRUNCATE;
    }
    const struct landlock_path_beneath_attr rule = {.allowed_access = access, .parent_fd = descriptor};
    long result = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(descriptor);
    return result == 0;
}

/// Files can be written in the folder only, and read there, in the system and beside the program.
static bool restrict_files(const char *folder, const char *program_folder) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    // An old kernel, or one in which it is switched off: then the user's own rights are what is left.
    if (version < 1) return errno == ENOSYS || errno == EOPNOTSUPP || errno == EPERM;
    struct ruleset handled = {.files = FILES_1};
    if (version >= 2) handled.files |= REFER;
    if (version >= 3) handled.files |= TRUNCATE;
    if (version >= 4) handled.network = CONNECT_AND_BIND;
    if (version >= 6) handled.scoped = SOCKETS_AND_SIGNALS;
    size_t size = version >= 6 ? sizeof handled : version >= 4 ? offsetof(struct ruleset, scoped) : sizeof handled.files;
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &handled, size, 0);
    if (ruleset < 0) return false;
    static const char *const readable[] = {
        "/usr", "/lib", "/lib64", "/bin", "/sbin", "/etc/ld.so.cache", "/etc/fonts", "/etc/libreoffice", "/etc/localtime",
        "/etc/nsswitch.conf", "/etc/passwd", "/var/cache/fontconfig", "/var/lib/libreoffice", "/var/spool/libreoffice", "/proc/self", "/dev/urandom",
        "/dev/random", "/dev/zero",
    };
    bool is_complete = allow_beneath(ruleset, folder, handled.files)
        && allow_beneath(ruleset, program_folder, reading)
        && allow_beneath(ruleset, "/dev/null", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
    for (size_t index = 0; is_complete && index < sizeof readable / sizeof *readable; index++) {
        is_complete = allow_beneath(ruleset, readable[index], reading);
    }
    is_complete = is_complete && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return is_complete;
}

// seccomp: what a converter never needs. A list of what is forbidden, since nobody knows all that an office suite calls.

#define FORBIDDEN SCMP_ACT_ERRNO(EPERM)

static bool forbid(scmp_filter_ctx filter, const int *calls, size_t count) {
    for (size_t index = 0; index < count; index++) {
        if (seccomp_rule_add(filter, FORBIDDEN, calls[index], 0) != 0) return false;
    }
    return true;
}

static bool install_filter(void) {
    static const int forbidden[] = {
        // The world outside. A datagram can go out by sendmsg without a connection.
        SCMP_SYS(connect), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg),
        // Other processes of the same user, the daemon among them.
        SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
        SCMP_SYS(tkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo), SCMP_SYS(pidfd_open),
        SCMP_SYS(pidfd_getfd), SCMP_SYS(pidfd_send_signal), SCMP_SYS(kcmp), SCMP_SYS(process_madvise),
        // Out of the group that is killed as one.
        SCMP_SYS(setsid), SCMP_SYS(setpgid),
        // Memory and messages that outlive the process.
        SCMP_SYS(shmget), SCMP_SYS(shmat), SCMP_SYS(msgget), SCMP_SYS(semget), SCMP_SYS(mq_open),
        SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key),
        // Ways round this list, and the kernel's wide doors.
        SCMP_SYS(io_uring_setup), SCMP_SYS(personality), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(mount),
        SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(bpf), SCMP_SYS(perf_event_open),
        SCMP_SYS(userfaultfd), SCMP_SYS(open_by_handle_at), SCMP_SYS(init_module), SCMP_SYS(finit_module),
        SCMP_SYS(kexec_load), SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(reboot), SCMP_SYS(acct),
    };
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == NULL) return false;
    const scmp_datum_t self = (scmp_datum_t)getpid();
    const scmp_datum_t writable_and_executable = PROT_WRITE | PROT_EXEC;
    bool is_complete = forbid(filter, forbidden, sizeof forbidden / sizeof *forbidden)
        && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1,
                            SCMP_A0(SCMP_CMP_NE, AF_UNIX)) == 0
        && seccomp_rule_add(filter, FORBIDDEN, SCMP_SYS(sendto), 1, SCMP_A4(SCMP_CMP_NE, 0)) == 0
        // LibreOffice listens in /tmp for others of its kind and ends where it cannot: it may believe that it does.
        && seccomp_rule_add(filter, SCMP_ACT_ERRNO(0), SCMP_SYS(bind), 0) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ERRNO(0), SCMP_SYS(listen), 0) == 0
        // Threads, but no processes. The flags of clone3 lie in memory, where a filter does not see them: libc then
        // takes clone.
        && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0
        && seccomp_rule_add(filter, FORBIDDEN, SCMP_SYS(clone), 1,
                            SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)) == 0
        && seccomp_rule_add(filter, FORBIDDEN, SCMP_SYS(kill), 1, SCMP_A0(SCMP_CMP_NE, self)) == 0
        && seccomp_rule_add(filter, FORBIDDEN, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_NE, self)) == 0
        && seccomp_rule_add(filter, FORBIDDEN, SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_NE, 0)) == 0
        // As in the unit file: memory is never both written and run.
        && seccomp_rule_add(filter, FORBIDDEN, SCMP_SYS(mmap), 1,
                            SCMP_A2(SCMP_CMP_MASKED_EQ, writable_and_executable, writable_and_executable)) == 0
        && seccomp_rule_add(filter, FORBIDDEN, SCMP_SYS(mprotect), 1,
                            SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC)) == 0
        && seccomp_rule_add(filter, FORBIDDEN, SCMP_SYS(pkey_mprotect), 1,
                            SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC)) == 0
        && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_complete;
}

enum confinement_step become_confined_program(
    const char *program, const char *program_folder, char *const arguments[], char *const environment[],
    const char *folder, const struct program_limits *limits) {
    if (syscall(SYS_close_range, 3U, ~0U, 0U) != 0) return CONFINEMENT_DESCRIPTORS;
    if (chdir(folder) != 0) return CONFINEMENT_FILES;
    if (!set_limits(limits)) return CONFINEMENT_LIMITS;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        return CONFINEMENT_PRIVILEGES;
    }
    if (!restrict_files(folder, program_folder)) return CONFINEMENT_FILES;
    if (!install_filter()) return CONFINEMENT_FILTER;
    execve(program, arguments, environment);
    return CONFINEMENT_PROGRAM;
}

void await_exit(pid_t id, int patience) {
    int descriptor = (int)syscall(SYS_pidfd_open, id, 0U);
    if (descriptor < 0) return;
    struct pollfd state = {.fd = descriptor, .events = POLLIN};
    while (poll(&state, 1, patience) < 0 && errno == EINTR) {}
    close(descriptor);
}
