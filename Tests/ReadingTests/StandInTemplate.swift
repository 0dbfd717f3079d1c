import Foundation
import Testing

@testable import Reading

/// A template whose children misbehave as they are told: a small C program around the functions of the real one.
enum StandInTemplate {
    /// A reader whose children do what `behaviour` says.
    static func reader(
        _ behaviour: String,
        _ argument: String = "",
        configure: (inout ConfinedReader.Options) -> Void = { _ in }
    ) throws -> ConfinedReader {
        var options = ConfinedReader.Options(
            executable: try program.get().path,
            arguments: [behaviour, argument]
        )
        configure(&options)
        return ConfinedReader(options)
    }

    /// Built once, in a folder that the system clears.
    private static let program = Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "template-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let module = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/CConfinement")
        let main = folder.appending(path: "main.c")
        let program = folder.appending(path: "template")
        try Data(source.utf8).write(to: main)
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments = [
            "cc", "-O1", "-I", module.appending(path: "include").path, "-o", program.path, main.path,
            module.appending(path: "CConfinement.c").path, "-lseccomp",
        ]
        try compiler.run()
        compiler.waitUntilExit()
        guard compiler.terminationStatus == 0 else { throw NoCompiler() }
        return program
    }

    struct NoCompiler: Error, CustomStringConvertible {
        let description = "a C compiler and libseccomp are needed: run make setup"
    }

    private static let source = #"""
        #define _GNU_SOURCE
        #include "CConfinement.h"
        #include <arpa/inet.h>
        #include <signal.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <unistd.h>

        static char input[8 << 20];
        static size_t length;
        static int documents, lessons;
        static size_t lesson;
        static pid_t template;

        static void listen_to_the_end(void) {
            ssize_t count;
            while ((count = read(0, input + length, sizeof input - length)) > 0) length += count;
        }

        static void say(const char *text) { (void)!write(1, text, strlen(text)); }

        static int child(const char *what, const char *argument) {
            if (!strcmp(what, "deaf")) { say("{\"value\":[1]}"); return 0; }
            if (!strcmp(what, "sleep")) for (;;) pause();
            if (!strcmp(what, "mute")) { close(0); close(1); for (;;) pause(); }
            if (!strcmp(what, "flood")) for (;;) if (write(1, input, 65536) < 0) return 1;
            listen_to_the_end();
            if (!strcmp(what, "idle")) for (;;) pause();
            if (!strcmp(what, "signal")) { raise(atoi(argument)); for (;;) pause(); }
            if (!strcmp(what, "say")) { say(argument); return 0; }
            if (!strcmp(what, "exit")) return 1;
            // "tell": everything that a test wants to know of both processes.
            uint32_t request = 0;
            int number = 0;
            memcpy(&request, input, 4);
            request = ntohl(request);
            sscanf(input + 4, "{\"n\": %d}", &number);
            char text[200];
            snprintf(text, sizeof text, "{\"value\":[%d,%zu,%d,%d,%d,%d,%d,%zu]}", number, length - 4 - request, getpid(),
                     getppid(), template, documents++, lessons, lesson);
            say(text);
            return 0;
        }

        int main(int count, char **arguments) {
            const char *what = arguments[1], *argument = arguments[2];
            template = getpid();
            if (!strcmp(what, "stillborn")) return 1;
            unsigned char header[5];
            int socket;
            while (receive_with_descriptor(0, header, 1, &socket) == 1) {
                if (read(0, header + 1, 4) != 4) return 1;
                if (header[0] == 'L') {
                    uint32_t size;
                    memcpy(&size, header + 1, 4);
                    lesson = ntohl(size);
                    lessons++;
                    for (size_t rest = lesson; rest > 0;) rest -= read(0, input, rest);
                    continue;
                }
                if (!strcmp(what, "silent")) for (;;) pause();
                int id = fork_sibling(socket);
                if (id == 0) return child(what, argument);
                close(socket);
                send_with_descriptor(0, &id, 4, -1);
                if (!strcmp(argument, "mortal")) return 0;
            }
            return 0;
        }
        """#
}
