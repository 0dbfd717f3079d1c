/// Reads a line about a person in which a label of its own says how she or he took part, as prints of case systems have
/// it: "OAKES, Lena – Team Manager  How joined: room".
struct AnswerInLine {
    let vocabulary: Vocabulary

    /// The line with a dash for the label, so that the answer is a remark; `nil` where there is no such label.
    func person(in text: String) -> String? {
        guard text.count <= 300 else { return nil }
        var search = text.startIndex
        while let colon = text[search...].firstIndex(of: ":") {
            let lead = text[..<colon]
            let words = Tokens(String(lead)).words
            for count in stride(from: min(4, words.count - 1), through: 2, by: -1) {
                let start = words[words.count - count].range.lowerBound
                let label = lead[start...]
                guard vocabulary.columns.meaning(ofAll: Tokens(String(label))) == .response else { continue }
                let person = lead[..<start].bare
                return person.isEmpty ? nil : "\(person) – \(text[text.index(after: colon)...].trimmed)"
            }
            search = text.index(after: colon)
        }
        return nil
    }
}
