import Foundation
import Reading
import Testing

/// The daemon's side of the reading process, against children that misbehave.
///
/// The real worker is tested with the binary.
struct ConfinedReaderTests {
    private func reader(
        _ program: String,
        _ arguments: [String],
        configure: (inout ConfinedReader.Options) -> Void = { _ in }
    ) -> ConfinedReader {
        var options = ConfinedReader.Options(executable: program, arguments: arguments)
        configure(&options)
        return ConfinedReader(options)
    }

    private func shell(
        _ script: String,
        configure: (inout ConfinedReader.Options) -> Void = { _ in }
    ) -> ConfinedReader {
        reader("/bin/sh", ["-c", script], configure: configure)
    }

    private func failure(of reader: ConfinedReader, document: [UInt8] = [1, 2, 3]) -> ReadingError? {
        do throws(ReadingError) {
            _ = try reader.read(document, request: Data("{}".utf8), as: [Int].self)
            return nil
        } catch {
            return error
        }
    }

    @Test(.timeLimit(.minutes(1))) func `request and document arrive whole, one process each`() throws {
        let script = """
            import sys, os, json
            data = sys.stdin.buffer.read()
            length = int.from_bytes(data[:4], "big")
            print(json.dumps({"value": [json.loads(data[4:4 + length])["n"], len(data) - 4 - length, os.getpid()]}))
            """
        let reader = reader("/usr/bin/env", ["python3", "-c", script])
        let document = [UInt8](repeating: 65, count: 5_000_000)

        let first = try reader.read(document, request: Data(#"{"n": 7}"#.utf8), as: [Int].self)
        let second = try reader.read([], request: Data(#"{"n": 8}"#.utf8), as: [Int].self)

        #expect(first.prefix(2) == [7, 5_000_000])
        #expect(second.prefix(2) == [8, 0])
        #expect(first.last != second.last)
    }

    @Test(.timeLimit(.minutes(1))) func `the worker's own error is passed on`() {
        let reader = shell(#"cat > /dev/null; printf '{"failure":{"code":"damaged","sentence":"Broken."}}'"#)

        #expect(failure(of: reader) == ReadingError(.damaged, "Broken."))
    }

    @Test(.timeLimit(.minutes(1))) func `a child that answers without listening has still answered`() throws {
        let reader = shell(#"printf '{"value":[1]}'"#) { $0.keepsSpare = false }

        let answer = try reader.read([UInt8](repeating: 0, count: 3_000_000), request: Data(), as: [Int].self)

        #expect(answer == [1])
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["sleep 300", "exec >&- <&-; sleep 300", "cat > /dev/null; sleep 300"]
    )
    func `a child that hangs is ended at the deadline`(script: String) {
        let reader = shell(script) { $0.deadline = .milliseconds(300) }

        let error = failure(of: reader, document: [UInt8](repeating: 0, count: 3_000_000))

        #expect(error?.code == .readerFailed)
    }

    @Test(.timeLimit(.minutes(1))) func `a child that floods is cut off`() {
        let reader = reader("/bin/cat", ["/dev/zero"]) { $0.answerLimit = 1_000_000 }

        #expect(failure(of: reader)?.sentence.contains("no usable answer") == true)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("SEGV", "out of memory"), ("ABRT", "out of memory"), ("XCPU", "too long"),
            ("SYS", "what no document may"),
        ]
    )
    func `a child that dies leaves a sentence`(signal: String, words: String) {
        let reader = shell("cat > /dev/null; kill -\(signal) $$")

        let error = failure(of: reader)

        #expect(error?.code == .readerFailed)
        #expect(error?.sentence.contains(words) == true)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["exit 1", "cat", "printf nonsense", "printf '{}'"])
    func `garbage and silence are no answer`(script: String) {
        #expect(failure(of: shell(script) { $0.keepsSpare = false })?.code == .readerFailed)
    }

    @Test func `a program that is not there is not the document's fault`() {
        #expect(failure(of: reader("/nonexistent/reader", []))?.code == .readerUnavailable)
    }

    @Test(.timeLimit(.minutes(1))) func `several threads may ask at once`() async throws {
        let reader = shell(#"cat > /dev/null; printf '{"value":[1]}'"#)

        let answers = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<20 { group.addTask { try reader.read([1], request: Data(), as: [Int].self) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }

        #expect(answers == Array(repeating: 1, count: 20))
    }
}
