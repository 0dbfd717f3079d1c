/// Lines that open a part although they look like plain text: numbered questions, and labels at a line's end.
extension OutlineBuilder {
    /// "Who was there from police?", as question sheets number it: a heading over the answer.
    mutating func takeQuestion(_ question: String, place: String) -> Bool {
        guard question.hasSuffix("?"), question.count <= 120,
            ["who", "was", "were", "did"].contains(Tokens(question).words.first?.text ?? "")
        else { return false }
        addHeading(question, place: place)
        waiting = WaitingLabel(question)
        return true
    }

    /// "0040  *** STRATEGY DISCUSSION (by phone) *** on the line:": who came stands in the lines below.
    mutating func takeClosingLabel(_ text: String, place: String) -> Bool {
        guard text.hasSuffix(":"), text.count <= 200,
            let mark = text.dropLast().lastIndex(where: { ".*)\t".contains($0) })
        else { return false }
        let label = text[text.index(after: mark)...].bare
        guard (1...6).contains(Tokens(label).count), section(named: label, isCertain: false)?.evidence != nil
        else { return false }
        addLabelled(String(text[...mark]), place: place)
        let outer = section
        addHeading(label, place: place)
        // The list ends where no further person follows.
        partBeforeList = .some(outer)
        return true
    }
}
