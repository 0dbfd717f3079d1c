import Minutes
import Reading

/// A file that is made to hurt, and what must become of it.
struct HostileFile {
    /// As it may be dropped: the ending may lie.
    let name: String
    let verdict: Verdict
    let bytes: @Sendable () -> [UInt8]

    enum Verdict {
        /// Refused, for a reason of one of these kinds.
        case refused(Set<ReadingError.Code>)
        /// Read, and these texts are in it word for word.
        case read([String])
        /// Either: what matters is that it ends, and that its words come through unchanged or not at all.
        case ended

        var text: String {
            switch self {
            case .refused(let codes): "refused: " + codes.map(\.rawValue).sorted().joined(separator: " or ")
            case .read: "read"
            case .ended: "an end"
            }
        }
    }

    init(_ name: String, _ verdict: Verdict, _ bytes: @escaping @Sendable () -> [UInt8]) {
        self.name = name
        self.verdict = verdict
        self.bytes = bytes
    }

    init(_ name: String, _ verdict: Verdict, text: @escaping @Sendable () -> String) {
        self.init(name, verdict) { Array(text().utf8) }
    }

    static let all: [HostileFile] =
        zips + entities + nestings + repetitions + prints + mails + lies + injections

    /// What is wrong with the end that it took, nil if it is the right one.
    func objection(to result: Result<Document, ReadingError>) -> String? {
        switch (verdict, result) {
        case (.refused(let codes), .failure(let error)):
            return codes.contains(error.code) ? nil : "was refused as \(error.code.rawValue)"
        case (.refused, .success): return "was read"
        case (.read, .failure(let error)): return "was refused as \(error.code.rawValue)"
        case (.read(let texts), .success(let document)):
            let lines = HostileFile.lines(of: document.blocks)
            return texts.first { text in !lines.contains { $0.contains(text) } }.map {
                "lost the text \($0.debugDescription)"
            }
        case (.ended, _): return nil
        }
    }

    private static func lines(of blocks: [Block]) -> [String] {
        blocks.flatMap { block in
            switch block.content {
            case .heading(_, let line), .paragraph(let line), .listItem(_, let line): [line.text]
            case .table(let table): table.rows.flatMap { row in row.cells.flatMap { lines(of: $0.blocks) } }
            }
        }
    }
}
