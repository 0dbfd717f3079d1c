import Foundation
import Reading
import Testing

/// The daemon's side of the reading processes, against children and templates that misbehave.
///
/// The real template is tested with the binary.
struct ConfinedReaderTests {
    private func failure(of reader: ConfinedReader, document: [UInt8] = [1, 2, 3]) -> ReadingError? {
        do throws(ReadingError) {
            _ = try reader.read(document, request: Data("{}".utf8), as: [Int].self)
            return nil
        } catch {
            return error
        }
    }

    /// What a child that tells everything says.
    private struct Told {
        let number: Int
        let documentLength: Int
        let child: Int
        let parent: Int
        let template: Int
        let earlierDocuments: Int
        let lessons: Int
        let lessonLength: Int

        init(
            _ reader: ConfinedReader,
            document: [UInt8] = [],
            number: Int = 0,
            lesson: Data? = nil
        ) throws {
            let request = Data("{\"n\": \(number)}".utf8)
            let told = try reader.read(document, request: request, lesson: lesson, as: [Int].self)
            try #require(told.count == 8)
            (self.number, documentLength, child, parent) = (told[0], told[1], told[2], told[3])
            (template, earlierDocuments, lessons, lessonLength) = (told[4], told[5], told[6], told[7])
        }
    }

    @Test(.timeLimit(.minutes(1))) func `request and document arrive whole, one process each`() throws {
        let reader = try StandInTemplate.reader("tell")

        let first = try Told(reader, document: [UInt8](repeating: 65, count: 5_000_000), number: 7)
        let second = try Told(reader, number: 8)

        #expect((first.number, first.documentLength) == (7, 5_000_000))
        #expect((second.number, second.documentLength) == (8, 0))
        #expect(first.child != second.child)
        #expect(first.template == second.template)
        #expect(first.parent == Int(getpid()), "a child is ours to wait for, not the template's")
    }

    @Test(.timeLimit(.minutes(1))) func `nothing of one document is left for the next`() throws {
        let reader = try StandInTemplate.reader("tell")

        for _ in 0..<3 { #expect(try Told(reader).earlierDocuments == 0) }
    }

    @Test(.timeLimit(.minutes(1))) func `a lesson is taught once, and again to whoever does not know it`()
        throws
    {
        let reader = try StandInTemplate.reader("tell")
        let words = Data(repeating: 65, count: 500_000)

        #expect(try Told(reader).lessons == 0)
        #expect(try Told(reader, lesson: words).lessonLength == 500_000)
        #expect(try Told(reader, lesson: words).lessons == 1)
        #expect(try Told(reader).lessons == 1)
        let other = try Told(reader, lesson: Data([1]))
        #expect((other.lessons, other.lessonLength) == (2, 1))

        kill(pid_t(other.template), SIGKILL)

        let after = try Told(reader, lesson: Data([1]))
        #expect((after.lessons, after.lessonLength) == (1, 1))
    }

    @Test(.timeLimit(.minutes(1))) func `a template that was killed is started again`() throws {
        let reader = try StandInTemplate.reader("tell")
        let before = try Told(reader, number: 1)

        kill(pid_t(before.template), SIGKILL)

        let after = try Told(reader, number: 2)
        #expect(after.number == 2)
        #expect(after.template != before.template)
    }

    @Test(.timeLimit(.minutes(1))) func `a template that ends while its child reads does the child no harm`()
        throws
    {
        let reader = try StandInTemplate.reader("tell", "mortal")

        let templates = try (0..<3).map {
            try Told(reader, document: [UInt8](repeating: 0, count: 3_000_000), number: $0)
        }

        #expect(templates.map(\.number) == [0, 1, 2])
        #expect(Set(templates.map(\.template)).count == 3)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["stillborn", "silent"])
    func `a template that gives no child is not the document's fault`(behaviour: String) throws {
        let reader = try StandInTemplate.reader(behaviour) { $0.deadline = .milliseconds(500) }

        #expect(failure(of: reader)?.code == .readerUnavailable)
    }

    @Test(.timeLimit(.minutes(1))) func `a template whose child crashed is not used again`() throws {
        // Written so that the templates of other tests, which run at the same time, are not taken for ours.
        let reader = try StandInTemplate.reader("signal", "00\(SIGSEGV)")
        let templates = { try self.templates(running: "signal", "00\(SIGSEGV)") }
        // It has its name as soon as the system has started it.
        var before = try templates()
        while before.isEmpty {
            sched_yield()
            before = try templates()
        }

        #expect(failure(of: reader)?.code == .readerFailed)

        // It is gone as soon as the system has taken it down.
        while try !before.isDisjoint(with: templates()) { sched_yield() }
    }

    @Test(.timeLimit(.minutes(1))) func `the template ends with its reader`() throws {
        var reader: ConfinedReader? = try StandInTemplate.reader("tell", "ends")
        let template = try Told(#require(reader)).template
        #expect(kill(pid_t(template), 0) == 0)

        reader = nil

        #expect(kill(pid_t(template), 0) == -1 && errno == ESRCH)
    }

    @Test(.timeLimit(.minutes(1))) func `the worker's own error is passed on`() throws {
        let words = #"{"failure":{"code":"damaged","sentence":"Broken."}}"#

        #expect(failure(of: try StandInTemplate.reader("say", words)) == ReadingError(.damaged, "Broken."))
    }

    @Test(.timeLimit(.minutes(1))) func `a child that answers without listening has still answered`() throws {
        let reader = try StandInTemplate.reader("deaf")

        let answer = try reader.read([UInt8](repeating: 0, count: 3_000_000), request: Data(), as: [Int].self)

        #expect(answer == [1])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["sleep", "mute", "idle"])
    func `a child that hangs is ended at the deadline, and the next document is read`(behaviour: String)
        throws
    {
        let reader = try StandInTemplate.reader(behaviour) { $0.deadline = .milliseconds(300) }

        for _ in 0..<2 {
            #expect(
                failure(of: reader, document: [UInt8](repeating: 0, count: 3_000_000))?.code == .readerFailed
            )
        }
    }

    @Test(.timeLimit(.minutes(1))) func `a child that floods is cut off`() throws {
        let reader = try StandInTemplate.reader("flood") { $0.answerLimit = 1_000_000 }

        #expect(failure(of: reader)?.sentence.contains("no usable answer") == true)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            (SIGSEGV, "out of memory"), (SIGABRT, "out of memory"), (SIGXCPU, "too long"),
            (SIGSYS, "what no document may"),
        ]
    )
    func `a child that dies leaves a sentence`(signal: Int32, words: String) throws {
        let error = failure(of: try StandInTemplate.reader("signal", "\(signal)"))

        #expect(error?.code == .readerFailed)
        #expect(error?.sentence.contains(words) == true)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [("exit", ""), ("say", ""), ("say", "nonsense"), ("say", "{}")]
    )
    func `garbage and silence are no answer`(behaviour: String, words: String) throws {
        #expect(failure(of: try StandInTemplate.reader(behaviour, words))?.code == .readerFailed)
    }

    @Test func `a program that is not there is not the document's fault`() {
        let reader = ConfinedReader(.init(executable: "/nonexistent/reader", arguments: []))

        #expect(failure(of: reader)?.code == .readerUnavailable)
    }

    @Test(.timeLimit(.minutes(1))) func `several threads may ask at once`() async throws {
        let reader = try StandInTemplate.reader("tell")

        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try Told(reader, document: [UInt8](repeating: 0, count: number), number: number)
                        .documentLength
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }

        #expect(answers == Set(0..<20))
    }

    /// Our own children that are templates of that behaviour and have not ended.
    private func templates(running behaviour: String, _ argument: String) throws -> Set<String> {
        let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
        return Set(
            processes.filter { process in
                let words = (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)) ?? ""
                let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
                return words.contains("/template\0\(behaviour)\0\(argument)\0")
                    && status.contains("PPid:\t\(getpid())\n")
            }
        )
    }
}
