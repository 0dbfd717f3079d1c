/// Puts what stands in a line of its own below a person back behind the person.
///
/// Exports print a person in two or three lines: name and role, and under it "Present" or "Invited – no reply". Where each
/// person is followed by such a line, the line is no heading over the next ones.
struct StatusLines {
    private let line: PersonLine
    private let headings: AttendanceHeading
    private let responses: ResponseReader

    init(vocabulary: Vocabulary) {
        line = PersonLine(vocabulary: vocabulary)
        headings = AttendanceHeading(vocabulary: vocabulary)
        responses = ResponseReader(vocabulary: vocabulary)
    }

    func merged(_ blocks: [Block]) -> [Block] {
        var result: [Block] = []
        var run: [Block] = []
        for block in blocks {
            if case .paragraph(let line) = block.content, !line.isBold {
                run.append(block)
            } else {
                result += mergedRun(run)
                run = []
                result.append(block)
            }
        }
        return result + mergedRun(run)
    }

    private func mergedRun(_ run: [Block]) -> [Block] {
        guard run.count >= 4 else { return run }
        let texts = run.map { $0.line?.text ?? "" }
        let people = texts.map { isPerson($0) }
        let statuses = texts.indices.map { !people[$0] && isStatus(texts[$0]) }
        guard let start = people.firstIndex(of: true), statuses.count(where: { $0 }) >= 2 else { return run }
        var end = start
        var pairs = 0
        while end + 1 < run.count, people[end], statuses[end + 1] {
            end += 2
            pairs += 1
            if end >= run.count { break }
        }
        // A heading over the next list stands before people, too; statuses stand behind each of them.
        guard pairs >= 2, end >= run.count || !people[end] else { return run }
        var result = Array(run[..<start])
        for index in stride(from: start, to: end, by: 2) {
            let text = "\(Self.unlabelled(texts[index])) – \(texts[index + 1])"
            result.append(Block(place: run[index].place, content: .paragraph(Line(text))))
        }
        return result + run[end...]
    }

    private func isPerson(_ text: String) -> Bool {
        !text.contains("\n") && line.begins(Self.unlabelled(text)) && PersonName.isFull(Self.name(text))
    }

    private func isStatus(_ text: String) -> Bool {
        let tokens = Tokens(text)
        return (1...10).contains(tokens.count) && !text.contains("\n") && !text.trimmed.hasSuffix("?")
            && (headings.section(of: text) != nil
                || responses.vocabulary.responses.meaning(ofAll: tokens) != nil
                || responses.evidence(of: text) != nil && tokens.count <= 8)
    }

    /// "Adrienne Poole: Team Manager", as lists of terms print it.
    private static func unlabelled(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":"), PersonName.isFull(text[..<colon].trimmed) else {
            return text
        }
        return "\(text[..<colon].trimmed), \(text[text.index(after: colon)...].trimmed)"
    }

    private static func name(_ text: String) -> String { text.prefix { !",:(–—\t".contains($0) }.trimmed }
}
