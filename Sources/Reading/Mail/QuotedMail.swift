import Minutes

/// Tells the older mail that a message quotes from what its writer wrote.
enum QuotedMail {
    /// The two apart, each in its order.
    static func split(_ text: String) -> (written: String, quoted: String) {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        var written: [String] = []
        var quoted: [String] = []
        var index = 0
        while index < lines.count {
            if startsOlderMail(lines, at: index) {
                quoted += lines[index...].map(unquoted)
                break
            }
            if lines[index].hasPrefix(">") {
                quoted.append(unquoted(lines[index]))
            } else if let length = attributionLength(lines, at: index) {
                quoted += lines[index..<index + length]
                index += length
                // What follows is marked line by line, or else it is all the older mail.
                if let next = lines[index...].first(where: { !isBlank($0) }), !next.hasPrefix(">") {
                    quoted += lines[index...]
                    break
                }
                continue
            } else {
                written.append(lines[index])
            }
            index += 1
        }
        return (written.joined(separator: "\n"), quoted.joined(separator: "\n"))
    }

    /// The same for blocks that were read from HTML.
    static func split(_ blocks: [Block]) -> (written: [Block], quoted: [Block]) {
        let cut = blocks.indices.first { index in
            let lines = blocks[index...].prefix(6).flatMap(lines)
            return !lines.isEmpty && (startsOlderMail(lines, at: 0) || isAttribution(lines[0]))
        }
        guard let cut else { return (blocks, []) }
        return (Array(blocks[..<cut]), Array(blocks[cut...]))
    }

    private static func lines(_ block: Block) -> [String] {
        switch block.content {
        case .heading(_, let line), .listItem(_, let line), .paragraph(let line):
            line.text.split(separator: "\n").map(String.init)
        case .table: []
        }
    }

    /// "-----Original Message-----", or the header that Outlook writes above the mail to which it replies.
    private static func startsOlderMail(_ lines: [String], at index: Int) -> Bool {
        let line = lines[index].lowercased().trimmed()
        if line.hasPrefix("--"), line.hasSuffix("--") {
            let words = line.drop { $0 == "-" || $0 == " " }
            if words.hasPrefix("original message") || words.hasPrefix("forwarded message") { return true }
        }
        guard isField(line, ["from"]) else { return false }
        let following = lines[(index + 1)...].prefix(6).map { $0.lowercased().trimmed() }
        return following.contains { isField($0, ["sent", "date"]) }
            && following.contains { isField($0, ["to", "subject"]) }
    }

    private static func isField(_ line: String, _ names: [String]) -> Bool {
        let line = line.drop { $0 == "*" || $0 == ">" || $0 == " " }
        return names.contains { line.hasPrefix($0 + ":") || line.hasPrefix("\($0)*:") }
    }

    /// How many lines "On … wrote:" takes, which mailers wrap.
    private static func attributionLength(_ lines: [String], at index: Int) -> Int? {
        guard lines[index].hasPrefix("On ") else { return nil }
        for length in 1...3 where index + length <= lines.count {
            if isAttribution(lines[index..<index + length].joined(separator: " ")) { return length }
        }
        return nil
    }

    private static func isAttribution(_ line: String) -> Bool {
        let line = line.trimmed()
        return line.hasPrefix("On ") && line.hasSuffix("wrote:") && line.utf8.count < 300
            && line.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isBlank(_ line: String) -> Bool { !line.utf8.contains { $0 > 0x20 } }

    private static func unquoted(_ line: String) -> String {
        String(line.drop { $0 == ">" }.drop { $0 == " " })
    }
}
