import ArgumentParser
import Foundation

/// The figures of design section 14, each beside its peer's in the same run.
@main
struct Benchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Measures Minuted beside Postfix and a Python script, on this machine.",
        discussion:
            "Build it for release (`make bench`), and run it on an idle machine: it judges nothing by itself."
    )

    enum Part: String, CaseIterable, ExpressibleByArgument {
        case document
        case latency
        case backlog
        case drain
        case memory
    }

    @Argument(
        help: "What to measure: \(Part.allCases.map(\.rawValue).joined(separator: ", ")). All if left out."
    )
    var parts: [Part] = []

    @Option(help: "Mails of the drain.")
    var mails = 3000

    @Option(help: "Documents of the inbox backlog.")
    var documents = 200

    @Option(help: "Drops of the latency.")
    var drops = 50

    func run() async throws {
        #if DEBUG
            Console.say("This is a debug build: its figures say nothing about speed.")
        #endif
        Console.say("load before: \(Console.load())")
        let failures = await measure(parts.isEmpty ? Part.allCases : parts)
        Console.say("\nload after: \(Console.load())")
        if failures > 0 { throw ExitCode(1) }
    }

    /// The parts one after the other; one that cannot be measured does not stop the others.
    private func measure(_ parts: [Part]) async -> Int {
        var failures = 0
        for part in parts {
            do {
                let rows = try await withScratchFolder { try await measure(part, in: $0) }
                Console.say("\n" + FigureTable(title: part.rawValue, rows: rows).text)
            } catch {
                failures += 1
                Console.say("\n\(part.rawValue): not measured. \(error)")
            }
        }
        return failures
    }

    private func measure(_ part: Part, in folder: URL) async throws -> [Figure] {
        switch part {
        case .document: try await DocumentPart(folder: folder).measure()
        case .latency: try await LatencyPart(folder: folder, drops: drops).measure()
        case .backlog: try await BacklogPart(folder: folder, documents: documents).measure()
        case .drain: try await DrainPart(folder: folder, mails: mails).measure()
        case .memory: try await MemoryPart(folder: folder, mails: mails, documents: documents).measure()
        }
    }
}
