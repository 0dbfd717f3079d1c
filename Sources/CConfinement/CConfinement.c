#define _GNU_SOURCE
#include "CConfinement.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
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
    // A stricter limit that is already there stays.
    rlim_t wanted = (rlim_t)value < now.rlim_max ? (rlim_t)value : now.rlim_max;
    const struct rlimit both = {.rlim_cur = wanted, .rlim_max = wanted};
    return setrlimit(resource, &both) == 0;
}

static bool set_limits(const struct confinement_limits *limits) {
    return limit(RLIMIT_AS, limits->address_space) && limit(RLIMIT_CPU, limits->processor_seconds)
        && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NPROC, 0)
        && limit(RLIMIT_NOFILE, 3);
}

static bool allow(scmp_filter_ctx filter, const int *calls, size_t count) {
    for (size_t index = 0; index < count; index++) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[index], 0) != 0) return false;
    }
    return true;
}

/// Memory calls, as long as they do not ask for memory that can be executed.
static bool allow_unless_executable(scmp_filter_ctx filter, int call) {
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1,
                            SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
}

static bool install_filter(void) {
    static const int allowed[] = {
        SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close),
        SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(poll), SCMP_SYS(ppoll),
        SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk), SCMP_SYS(madvise),
        SCMP_SYS(futex), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(gettid), SCMP_SYS(getpid),
        SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time),
        SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(getrandom), SCMP_SYS(getrlimit),
        SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
        SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group),
    };
    // A worker that tries any of these is no longer ours.
    static const int deadly[] = {
        SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind),
        SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(kill), SCMP_SYS(tkill),
        SCMP_SYS(fork), SCMP_SYS(vfork),
    };
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (filter == NULL) return false;
    bool is_complete = allow(filter, allowed, sizeof allowed / sizeof *allowed)
        && allow_unless_executable(filter, SCMP_SYS(mmap)) && allow_unless_executable(filter, SCMP_SYS(mprotect))
        // abort() sends itself a signal by this call.
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()))
            == 0;
    for (size_t index = 0; is_complete && index < sizeof deadly / sizeof *deadly; index++) {
        is_complete = seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, deadly[index], 0) == 0;
    }
    is_complete = is_complete && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_complete;
}

enum confinement_step confine(const struct confinement_limits *limits) {
    if (syscall(SYS_close_range, 3U, ~0U, 0U) != 0) return CONFINEMENT_DESCRIPTORS;
    if (!set_limits(limits)) return CONFINEMENT_LIMITS;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        return CONFINEMENT_PRIVILEGES;
    }
    return install_filter() ? CONFINEMENT_DONE : CONFINEMENT_FILTER;
}

int spawn_on_socket(pid_t *id, const char *program, char *const arguments[], char *const environment[], int socket) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigset_t all;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0) return error;
    error = posix_spawnattr_init(&attributes);
    if (error != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    sigemptyset(&none);
    sigfillset(&all);
    (error = posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO))
        || (error = posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO))
        || (error = posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0))
        || (error = posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1))
        || (error = posix_spawn_file_actions_addchdir_np(&actions, "/"))
        || (error = posix_spawnattr_setsigmask(&attributes, &none))
        || (error = posix_spawnattr_setsigdefault(&attributes, &all))
        || (error = posix_spawnattr_setpgroup(&attributes, 0))
        || (error = posix_spawnattr_setflags(
                &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        || (error = posix_spawn(id, program, &actions, &attributes, arguments, environment));
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

/// Room for one descriptor beside a message, aligned as the macros want it.
union one_descriptor {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr header;
};

ssize_t send_with_descriptor(int socket, const void *bytes, size_t count, int descriptor) {
    struct iovec part = {.iov_base = (void *)bytes, .iov_len = count};
    union one_descriptor room;
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (descriptor >= 0) {
        memset(&room, 0, sizeof room);
        message.msg_control = room.bytes;
        message.msg_controllen = sizeof room.bytes;
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof descriptor);
        memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    }
    ssize_t sent;
    do {
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent;
}

ssize_t receive_with_descriptor(int socket, void *bytes, size_t count, int *descriptor) {
    struct iovec part = {.iov_base = bytes, .iov_len = count};
    union one_descriptor room;
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = room.bytes, .msg_controllen = sizeof room.bytes};
    *descriptor = -1;
    ssize_t received;
    do {
        received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (received < 0 && errno == EINTR);
    if (received < 0) return received;
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header != NULL; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS
            && header->cmsg_len == CMSG_LEN(sizeof *descriptor)) {
            memcpy(descriptor, CMSG_DATA(header), sizeof *descriptor);
        }
    }
    return received;
}

bool is_single_threaded(void) {
    struct stat tasks;
    // A folder has two links of its own, and one for each folder in it.
    return stat("/proc/self/task", &tasks) == 0 && tasks.st_nlink == 3;
}

pid_t fork_sibling(int socket) {
    // Not fork(): the child is to be the daemon's own, which then can wait for it and kill it without guessing whether
    // its number already belongs to somebody else. glibc keeps nothing about a lone thread that this could leave wrong.
    pid_t id = (pid_t)syscall(SYS_clone, CLONE_PARENT | SIGCHLD, NULL, NULL, NULL, NULL);
    if (id != 0) return id;
    if (dup2(socket, STDIN_FILENO) < 0 || dup2(socket, STDOUT_FILENO) < 0) _exit(1);
    return 0;
}
