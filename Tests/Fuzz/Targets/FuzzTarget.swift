/// What is tried with mutated input: each reader, and the interpretation on its own.
enum FuzzTarget: String, CaseIterable {
    case docx
    case odt
    case rtf
    case html
    case pdf
    case mail
    case text
    case markdown
    case json
    /// The container itself: headers that lie.
    case zip
    /// Documents as a reader hands them on.
    case blocks
    /// Texts, a paragraph a line, straight into the interpretation.
    case words

    /// How the names of the samples end that it starts from.
    var endings: [String] {
        switch self {
        case .docx: [".docx"]
        case .odt: [".odt", ".fodt"]
        case .rtf: [".rtf"]
        case .html: [".html"]
        case .pdf: [".pdf"]
        case .mail: [".eml"]
        case .text: [".txt"]
        case .words: [".txt", ".md"]
        case .markdown: [".md", ".txt"]
        case .json: [".expected.json"]
        case .zip: [".docx", ".odt"]
        case .blocks: [".docx", ".odt", ".rtf", ".html", ".pdf", ".eml", ".txt", ".md"]
        }
    }
}
