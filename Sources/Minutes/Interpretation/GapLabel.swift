/// Reads a label that only a wide gap divides from what follows: `Attending  TM – R. Alder; SW – …`, `4 Police  the man is
/// not known`.
struct GapLabel {
    let vocabulary: Vocabulary

    func pair(in line: String) -> LabelReader.Pair? {
        guard !line.contains("\t"), let gap = line.firstRange(ofText: "  "),
            line.distance(from: line.startIndex, to: gap.lowerBound) <= 60
        else { return nil }
        let lead = String(line[..<gap.lowerBound])
        let label = lead.withoutNumbering.trimmed
        let value = line[gap.upperBound...].trimmed
        guard label.last?.isLetter == true || label.last == ")", label.first?.isUppercase == true,
            !label.contains(where: { ":–—=".contains($0) }), !label.contains(" - "), !value.isBlank,
            (1...5).contains(Tokens(label).count)
        else { return nil }
        let isNumbered = label.count < lead.trimmed.count
        guard opensList(label) && !isColumns(value) || isNumbered && namesPart(label) else { return nil }
        return LabelReader.Pair(label: label, value: value)
    }

    private func opensList(_ label: String) -> Bool {
        vocabulary.headings.meaning(ofAll: Tokens(label))?.evidence != nil
            || AttendanceHeading(vocabulary: vocabulary).section(of: label)?.evidence != nil
    }

    private func namesPart(_ label: String) -> Bool {
        let name = String(label.prefix { $0 != "(" }).bare
        return vocabulary.headings.meaning(ofAll: Tokens(label)) != nil
            || PartnerClassifier(vocabulary: vocabulary).partner(ofLabel: name) != nil
    }

    /// "Attended   Name   Agency": the heads of columns.
    private func isColumns(_ value: String) -> Bool {
        value.gapPieces.contains { vocabulary.columns.meaning(ofAll: Tokens($0)) != nil }
    }
}
