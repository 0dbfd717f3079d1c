#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// What a process may still use once it is confined.
struct confinement_limits {
    /// Bytes of address space.
    uint64_t address_space;
    /// Seconds of processor time.
    uint64_t processor_seconds;
};

/// The step at which `confine` failed; 0 is success.
enum confinement_step {
    CONFINEMENT_DONE = 0,
    CONFINEMENT_DESCRIPTORS = 1,
    CONFINEMENT_LIMITS = 2,
    CONFINEMENT_PRIVILEGES = 3,
    CONFINEMENT_FILTER = 4,
    /// Of `become_confined_program` alone: its folder cannot be entered, or the kernel refuses to guard the others.
    CONFINEMENT_FILES = 5,
    /// Of `become_confined_program` alone: the program cannot be started.
    CONFINEMENT_PROGRAM = 6,
};

/// Gives up, for good, all that a process which only computes does not need: every descriptor from 3 on, new
/// privileges, files, programs, processes and the network.
///
/// Afterwards the process can read, write, allocate and end. Starting a program or opening a socket kills it; any
/// other call that is not on the list fails with EPERM. Memory can never be made executable.
enum confinement_step confine(const struct confinement_limits *limits);

/// What another program may use that runs for us.
struct program_limits {
    /// Bytes of address space.
    uint64_t address_space;
    /// Seconds of processor time.
    uint64_t processor_seconds;
    /// Bytes of each file that it writes.
    uint64_t file_size;
    /// Open at the same time.
    uint64_t descriptors;
};

/// Gives up, for good, what a program that converts a file in a folder does not need, and becomes that program.
///
/// It keeps descriptors 0 to 2. It can write files in `folder` only and read them there, in the system and in
/// `program_folder` (where the kernel has Landlock), and make threads. It cannot reach the network or another process,
/// start a process, leave its process group, or run memory that it has written: all of that fails with EPERM.
///
/// Returns only if it could not.
enum confinement_step become_confined_program(
    const char *program, const char *program_folder, char *const arguments[], char *const environment[],
    const char *folder, const struct program_limits *limits);

/// Starts a program in `/` with `socket` as standard input and output and nothing else of ours: no further
/// descriptors, no signal handlers or masks, a process group of its own. Standard error is thrown away.
///
/// Returns 0 and the process in `id`, or an error number.
int spawn_on_socket(pid_t *id, const char *program, char *const arguments[], char *const environment[], int socket);

/// Waits until a child has ended, for so many milliseconds at most; somebody else must reap it.
void await_exit(pid_t id, int patience);

/// Sends bytes and, unless it is negative, a descriptor over a local socket; what `sendmsg` returns.
ssize_t send_with_descriptor(int socket, const void *bytes, size_t count, int descriptor);

/// Receives bytes and the descriptor that came with them, -1 if none did; what `recvmsg` returns.
ssize_t receive_with_descriptor(int socket, void *bytes, size_t count, int *descriptor);

/// Whether the process has one thread only, so that a copy of it is whole.
bool is_single_threaded(void);

/// Makes a copy of this process, which must have one thread only, as a child of this process's parent.
///
/// Returns the copy's id here, or -1, and 0 in the copy, whose standard input and output are `socket`.
pid_t fork_sibling(int socket);
