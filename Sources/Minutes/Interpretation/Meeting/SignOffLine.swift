/// Tells whether one line of a record is the chair's sign-off.
///
/// "Approved by: G. Pritchard, Chair, 23/10/26", "Checked and agreed DK 9/10/26", "Minutes approved by Chair ☒": a word
/// of approval, somebody who gives it, and nothing else, so that "Agreed: mum stays with gran" is none.
struct SignOffLine {
    let text: String
    /// The line stands where a record is signed, so that a name alone is enough.
    var isSignaturePlace = false

    var isSignOff: Bool {
        let line = Self.withoutPart(Self.withoutPrint(Self.withoutLeaders(text.withoutGuidance)))
        // Of boxes only what is ticked is said.
        let isTicked = line.contains { "☒✓✔☑".contains($0) }
        let hasBoxes = isTicked || line.contains("☐")
        let name = line.firstRange(ofText: "Name").map { line[$0.lowerBound...] } ?? ""
        guard let said = hasBoxes ? Choice.chosen(in: line).map({ "\($0) \(name)" }) : line else {
            return false
        }
        let tokens = Tokens(said)
        guard !tokens.isEmpty, tokens.says(.approvalVerb), !tokens.says(.approvalPending),
            !tokens.says(.signOffMissing)
        else { return false }
        if tokens.says(.otherSignatory), !tokens.says(.chairWord) { return false }
        return isSigned(tokens, isTicked: isTicked)
    }

    /// The line holds a signer and nothing that a sign-off does not hold.
    private func isSigned(_ tokens: Tokens, isTicked: Bool) -> Bool {
        guard tokens.count <= 32 else { return false }
        let dates = DateReader.dates(in: tokens, year: { _ in 2024 })
        var covered = Set(dates.flatMap { Array($0.words) })
        var position = 0
        while position < tokens.count {
            let length = max(
                Cues.builtIn.phrases(of: .approvalVerb).longestMatch(in: tokens, at: position),
                Cues.builtIn.phrases(of: .signOffFiller).longestMatch(in: tokens, at: position)
            )
            covered.formUnion(position..<(position + length))
            position += max(1, length)
        }
        let rest = tokens.words.indices.filter { !covered.contains($0) }
        guard rest.count <= 10, rest.allSatisfy({ mayName(tokens, $0) }) else { return false }
        let hasName = rest.contains { isName(tokens, $0) }
        let isChair = tokens.says(.chairWord)
        let hasDate = !dates.isEmpty
        if hasName { return hasDate || isChair || isSignaturePlace || tokens.says(.approvedThing) }
        return isChair && (hasDate || isTicked || tokens.contains("yes"))
    }

    /// A part of a name or office, or a time of day.
    private func mayName(_ tokens: Tokens, _ index: Int) -> Bool {
        let word = tokens.words[index].text
        if CalendarWords.number(word) != nil || CalendarWords.weekdays[word] != nil { return true }
        return isName(tokens, index) || Tokens(word).says(.roleWord) || Tokens(word).says(.organisationWord)
    }

    private func isName(_ tokens: Tokens, _ index: Int) -> Bool {
        let word = tokens.text[tokens.words[index].range]
        guard word.first?.isUppercase == true, word.contains(where: \.isLetter) else { return false }
        return !Cues.builtIn.words(of: .notAName).contains(tokens.words[index].text)
    }

    private static func withoutLeaders(_ text: String) -> String {
        var result = ""
        var run = ""
        for character in text {
            if character == "." || character == "_" || character == "…" {
                run.append(character)
            } else {
                result += run.count >= 3 || run.contains("…") ? " " : run
                run = ""
                result.append(character)
            }
        }
        return result + (run.count >= 3 || run.contains("…") ? " " : run)
    }

    /// Without the letter or number of the part: a capital before "Chair sign off" is nobody's initial.
    private static func withoutPart(_ text: String) -> String {
        let line = text.trimmed
        guard let first = line.first, first.isLetter, ".)".contains(line.dropFirst().first ?? " "),
            Tokens(line).words.dropFirst().first.map({ Tokens($0.text).says(.chairWord) }) == true
        else { return line.withoutNumbering }
        return line.dropFirst(2).trimmed
    }

    /// What a form prints behind its last field is not what somebody signed.
    private static func withoutPrint(_ text: String) -> String {
        text.firstRange(ofWords: "printed").map { String(text[..<$0.lowerBound]) } ?? text
    }
}
