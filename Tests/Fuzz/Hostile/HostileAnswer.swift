import Foundation
import Minutes
import Reading

/// What the confined child says of a hostile file that it could read.
struct HostileAnswer: Codable {
    /// "sent", "held" or "rejected", with the rules that are shipped.
    var end: String
    /// The first of the texts that were asked for and are not in the document.
    var lost: String?

    /// The template of confined children and its children, as in the daemon; the exit status.
    static func runTemplate() -> Int32 {
        runReadingTemplate(learn: learn) { document, _, request, vocabulary in
            let texts = try JSONDecoder().decode([String].self, from: request)
            let lines = lines(of: document.blocks)
            return HostileAnswer(
                end: end(of: interpret(document, vocabulary: vocabulary)),
                lost: texts.first { text in !lines.contains { $0.contains(text) } }
            )
        }
    }

    private static func learn(_ lesson: Data) -> Vocabulary { Vocabulary() }

    private static func end(of interpretation: Interpretation) -> String {
        switch interpretation {
        case .notMinutes: "rejected: not minutes"
        case .minutes(let record):
            switch Check(of: record, rules: Rules()).disposition {
            case .distribute: "sent"
            case .hold: "held"
            case .reject: "rejected"
            }
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
