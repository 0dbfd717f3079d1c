import Foundation
import Testing

/// `confine` in a process of its own: a small C program, since the test process must stay free.
struct ConfinementTests {
    private static let source = #"""
        #define _GNU_SOURCE
        #include "CConfinement.h"
        #include <errno.h>
        #include <fcntl.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/mman.h>
        #include <sys/socket.h>
        #include <unistd.h>
        int main(int count, char **arguments) {
            const char *what = count > 1 ? arguments[1] : "";
            int earlier = dup(1);
            struct confinement_limits limits = {1u << 30, 1};
            if (confine(&limits) != CONFINEMENT_DONE) return 90;
            if (!strcmp(what, "open")) return open("/etc/passwd", O_RDONLY) < 0 && errno == EPERM ? 0 : 1;
            if (!strcmp(what, "create")) return open("/tmp/x", O_CREAT | O_WRONLY, 0600) < 0 ? 0 : 1;
            if (!strcmp(what, "fork")) return fork() < 0 ? 0 : 1;
            if (!strcmp(what, "descriptor")) return write(earlier, "x", 1) < 0 && errno == EBADF ? 0 : 1;
            if (!strcmp(what, "memory")) return malloc(3ul << 30) == NULL ? 0 : 1;
            if (!strcmp(what, "executable"))
                return mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? 0 : 1;
            if (!strcmp(what, "socket")) return socket(AF_INET, SOCK_STREAM, 0);
            if (!strcmp(what, "program")) return execl("/bin/true", "true", (char *)0);
            if (!strcmp(what, "loop")) for (volatile unsigned n = 0;; n++) {}
            char *work = malloc(1 << 20);
            ssize_t length = read(0, work, 1 << 20);
            return write(1, work, length) == length ? 0 : 2;
        }
        """#

    /// Builds the program once, and runs it in each way.
    @Test(.timeLimit(.minutes(1))) func `a confined process can compute and nothing else`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "confinement-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let module = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/CConfinement")
        let main = folder.appending(path: "main.c")
        let program = folder.appending(path: "confined")
        try Data(ConfinementTests.source.utf8).write(to: main)
        let compiler = try run(
            URL(filePath: "/usr/bin/env"),
            [
                "cc", "-O1", "-I", module.appending(path: "include").path, "-o", program.path, main.path,
                module.appending(path: "CConfinement.c").path, "-lseccomp",
            ]
        )
        try #require(compiler.status == 0, "a C compiler and libseccomp are needed: run make setup")

        #expect(try run(program, []) == Ending(status: 0, isSignal: false))
        for attempt in ["open", "create", "fork", "descriptor", "memory", "executable"] {
            #expect(try run(program, [attempt]) == Ending(status: 0, isSignal: false), "\(attempt)")
        }
        for attempt in ["socket", "program"] {
            #expect(try run(program, [attempt]) == Ending(status: SIGSYS, isSignal: true), "\(attempt)")
        }
        #expect(try run(program, ["loop"]).isSignal)
    }

    private struct Ending: Equatable {
        var status: Int32
        var isSignal: Bool
    }

    private func run(_ program: URL, _ arguments: [String]) throws -> Ending {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        // Output to a file would meet the limit on file sizes.
        process.standardInput = Pipe()
        process.standardOutput = Pipe()
        let input = process.standardInput as? Pipe
        try process.run()
        try input?.fileHandleForWriting.close()
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus,
            isSignal: process.terminationReason == .uncaughtSignal
        )
    }
}
