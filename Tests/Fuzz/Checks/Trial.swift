import Foundation
import Minutes
import Reading

/// Puts one input in and holds what comes out against what was promised.
struct Trial {
    let target: FuzzTarget
    private let vocabulary = Vocabulary()
    private let limits = ReadingLimits()

    init(_ target: FuzzTarget) { self.target = target }

    /// A number that is the same whenever the same comes out, in any process.
    func run(_ input: FuzzInput) throws(Violation) -> UInt64 {
        switch input {
        // What a reader would have refused is not handed on.
        case .document(let document):
            return document.holdsText(within: limits.text) ? try interpreted(document) : 0
        case .file(let bytes) where target == .words: return try interpreted(Trial.lines(of: bytes))
        case .file(let bytes): return try read(bytes)
        }
    }

    private func read(_ bytes: [UInt8]) throws(Violation) -> UInt64 {
        let document: Document
        do throws(ReadingError) {
            document = try readDocument(bytes, limits: limits)
        } catch {
            try check(sentence: error.sentence)
            return Trial.digest(Data(error.sentence.utf8))
        }
        try DocumentCheck(limits: limits).check(document, fileSize: bytes.count)
        if let exported = document.exported { try RecordCheck.checkLines(of: exported) }
        return try interpreted(document)
    }

    private func interpreted(_ document: Document) throws(Violation) -> UInt64 {
        let interpretation = interpret(document, vocabulary: vocabulary)
        guard interpretation == interpret(document, vocabulary: vocabulary) else {
            throw Violation("The same document was interpreted in two ways.")
        }
        switch interpretation {
        case .notMinutes(let reason): try check(sentence: reason)
        case .minutes(let record):
            // A record that came as such brings its own words and places.
            if document.exported == nil { try RecordCheck(document: document).check(record) }
            _ = Check(of: record, rules: Rules())
        }
        return try encoded(interpretation)
    }

    /// The record goes from the worker to the daemon as JSON, and must arrive as it was.
    private func encoded(_ interpretation: Interpretation) throws(Violation) -> UInt64 {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            let json = try encoder.encode(interpretation)
            guard try JSONDecoder().decode(Interpretation.self, from: json) == interpretation else {
                throw Violation("The record is another one after a journey as JSON.")
            }
            return Trial.digest(json)
        } catch let violation as Violation {
            throw violation
        } catch {
            throw Violation("The record cannot be written as JSON and read again: \(error)")
        }
    }

    private func check(sentence: String) throws(Violation) {
        let lower = sentence.lowercased()
        for word in OddWords.canaries where lower.contains(word.lowercased()) {
            throw Violation("A message holds a word of the document: \(sentence)")
        }
        guard sentence.count < 400, !sentence.contains("\n"), let last = sentence.last, ".)".contains(last)
        else {
            throw Violation("A message is no plain sentence: \(sentence)")
        }
    }

    private static func lines(of bytes: [UInt8]) -> Document {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let blocks = lines.enumerated().map { number, line in
            Block(place: "paragraph \(number + 1)", content: .paragraph(Line(String(line))))
        }
        return Document(format: .text, blocks: blocks)
    }

    private static func digest(_ data: Data) -> UInt64 {
        data.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
