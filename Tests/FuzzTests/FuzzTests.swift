import Foundation
import Testing

/// A short run of the fuzzer, and all inputs on which a reader or the interpretation once failed.
///
/// `make fuzz` runs for longer; what it finds goes to `Tests/Corpus/fuzz` once it is mended.
@Suite(.serialized)
struct FuzzTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs the program that was built beside the tests.
    private func fuzz(_ arguments: String...) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "fuzz")
        process.arguments = arguments + ["--root", Self.root.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test(.timeLimit(.minutes(10))) func `what failed once is read now`() throws {
        let (status, output) = try fuzz("replay")

        #expect(status == 0, "\(output)")
    }

    @Test(.timeLimit(.minutes(10))) func `mutated samples break no promise`() throws {
        let (status, output) = try fuzz("run", "--inputs", "5", "--seed", "1")

        #expect(status == 0, "\(output)")
    }

    @Test(.timeLimit(.minutes(30)))
    func `files that are made to hurt get a verdict from the reading process`()
        throws
    {
        let (status, output) = try fuzz("hostile")

        #expect(status == 0, "\(output)")
    }
}
