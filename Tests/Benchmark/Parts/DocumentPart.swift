import Foundation
import Minutes
import Pipeline
import Reading

/// One docx to a checked record, beside python-docx opening it and walking its tables.
struct DocumentPart {
    let folder: URL

    private static let times = 60

    func measure() async throws -> [Figure] {
        let sample = try SampleMinutes()
        let short = folder.appending(path: "5 pages.docx")
        let long = folder.appending(path: "300 pages.docx")
        try sample.write(1, pages: 5, to: short)
        try sample.write(2, pages: 300, to: long)

        Console.say("document: in process, \(Self.times) times")
        let inProcess = try inProcessTimes(short, count: Self.times)
        let book = try inProcessTimes(long, count: 5)
        Console.say("document: through the confined child, \(Self.times) times")
        let confined = try await confinedTimes(short, count: Self.times)
        Console.say("document: python-docx, \(Self.times) times")
        let python = try await PythonPeer.number(
            PythonPeer.walkTables,
            arguments: [short.path, "\(Self.times)"],
            folder: folder
        )
        return [
            Figure(
                name: "5 pages to a checked record, in process",
                value: Amount.milliseconds(inProcess.median),
                note: "\(Amount.ratio(python / inProcess.median)) faster than python-docx; bar: 10"
            ),
            Figure(
                name: "the same through the confined child",
                value: Amount.milliseconds(confined.median),
                note: "one process a document, one kept waiting: \(Amount.ratio(python / confined.median))"
            ),
            Figure(name: "python-docx: open, walk the tables", value: Amount.milliseconds(python)),
            Figure(name: "300 pages, in process", value: Amount.milliseconds(book.median), note: "bar: 1 s"),
        ]
    }

    private func inProcessTimes(_ file: URL, count: Int) throws -> Samples {
        let bytes = [UInt8](try Data(contentsOf: file))
        let rules = Rules()
        let vocabulary = Vocabulary()
        _ = try Self.check(bytes, rules, vocabulary)
        return Samples(
            try (0..<count).map { _ in
                try ContinuousClock().measure { _ = try Self.check(bytes, rules, vocabulary) }.inSeconds
            }
        )
    }

    private func confinedTimes(_ file: URL, count: Int) async throws -> Samples {
        let data = try Data(contentsOf: file)
        let rules = Rules()
        let reading = DocumentReading(
            reader: ConfinedReader(.init(executable: RunningDaemon.executable, arguments: ["read-document"]))
        )
        var taken: [Double] = []
        for _ in 0..<count {
            // As in a daemon that waits for its next document: the spare child is there.
            try await Task.sleep(for: .milliseconds(100))
            let start = ContinuousClock.now
            guard case .success(.minutes(let record)) = await reading.read(data, rules: rules) else {
                throw NotMeasured(description: "The confined child did not read the sample.")
            }
            _ = Check(of: record, rules: rules)
            taken.append((ContinuousClock.now - start).inSeconds)
        }
        return Samples(taken)
    }

    private static func check(_ bytes: [UInt8], _ rules: Rules, _ vocabulary: Vocabulary) throws -> Check {
        guard case .minutes(let record) = interpret(try readDocument(bytes), vocabulary: vocabulary) else {
            throw NotMeasured(description: "The sample is not read as minutes.")
        }
        let check = Check(of: record, rules: rules)
        guard check.disposition == .distribute, check.alerts.isEmpty else {
            throw NotMeasured(description: "The sample is not distributed: \(check.reason)")
        }
        return check
    }
}
