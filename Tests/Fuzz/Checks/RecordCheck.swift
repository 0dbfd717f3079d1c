import Minutes

/// What the interpretation promises of every record: what it says was read somewhere in the document.
struct RecordCheck {
    private let places: Set<String>
    /// All text, in lower case and without anything but letters and digits.
    private let letters: String

    init(document: Document) {
        var places: Set<String> = ["", "the file", "the name of the child"]
        var text = ""
        for part in [document.blocks, document.headers, document.footers] {
            Self.collect(part, in: "", &places, &text)
        }
        self.places = places
        for trace in document.traces { text += " " + trace.detail }
        letters = Self.letters(of: text)
    }

    func check(_ record: MeetingRecord) throws(Violation) {
        for participant in record.participants {
            try check("participant", words: participant.words, source: participant.source)
        }
        for statement in record.statements {
            try check("statement", words: statement.words, source: statement.source)
        }
        for exemption in record.exemptions {
            try check("exemption", words: exemption.words, source: exemption.source)
        }
        for marking in record.markings { try check("marking", words: marking.words, source: marking.source) }
        for reading in record.readings { try check("reading", words: reading.words, source: reading.source) }
        for line in record.passedOver { try check("passed over", words: line.words, source: line.source) }
        for doubt in record.doubts { try check("doubt", words: "", source: doubt.source) }
        for reading in record.readings {
            if let child = reading.child, !record.children.indices.contains(child) {
                throw Violation("A reading is about child \(child) of \(record.children.count).")
            }
        }
    }

    /// What came as a record goes into mails and lists without passing a reader of lines.
    static func checkLines(of record: MeetingRecord) throws(Violation) {
        let names = record.children.flatMap { [$0.name, $0.reference ?? "", $0.setting ?? ""] }
        let people = record.participants.flatMap { [$0.name, $0.role, $0.organisation, $0.source] }
        for text in names + people where text.unicodeScalars.contains(where: { $0.value < 0x20 }) {
            throw Violation("A name in the record has a line break or another control character in it.")
        }
    }

    private func check(_ what: String, words: String, source: String) throws(Violation) {
        guard isPlace(source) else {
            throw Violation("A \(what) comes from a place that is not in the document: \"\(source)\".")
        }
        // Words are pieced together from cells and lines, each of which must be there.
        for word in words.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            guard letters.contains(Self.letters(of: String(word))) else {
                throw Violation("A \(what) rests on words that are not in the document: \"\(word)\".")
            }
        }
    }

    /// One place, or several with a comma, semicolon or "and" between them.
    private func isPlace(_ source: String) -> Bool {
        if places.contains(source) { return true }
        for separator in ["; ", " and ", ", "] {
            var rest = source[...]
            while let end = rest.firstRange(of: separator) {
                if places.contains(String(source[..<end.lowerBound])),
                    isPlace(String(source[end.upperBound...]))
                {
                    return true
                }
                rest = rest[end.upperBound...]
            }
        }
        return false
    }

    /// A table without a place of its own, which only mutation makes, is named by the row `outer`.
    private static func collect(
        _ blocks: [Block],
        in outer: String,
        _ places: inout Set<String>,
        _ text: inout String
    ) {
        for block in blocks {
            places.insert(block.place)
            let own = block.place.isEmpty ? outer : block.place
            switch block.content {
            case .heading(_, let line), .paragraph(let line), .listItem(_, let line): text += " " + line.text
            case .table(let table):
                for (number, row) in table.rows.enumerated() {
                    let place = "\(own), row \(number + 1)"
                    places.insert(place)
                    for cell in row.cells { collect(cell.blocks, in: place, &places, &text) }
                }
            }
        }
    }

    private static func letters(of text: String) -> String {
        String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)))
    }
}
