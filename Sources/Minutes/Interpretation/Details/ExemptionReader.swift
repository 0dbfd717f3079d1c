/// Reads why education need not be consulted, where the record says so in words (design section 5).
struct ExemptionReader {
    let outline: Outline

    func exemptions(children: [Child], meeting: Meeting) -> [MeetingRecord.Exemption] {
        guard !children.isEmpty else { return [] }
        if children.allSatisfy({ Tokens($0.name).contains("unborn") || isUnbornBaby($0) }) {
            let child = children[0]
            return [
                MeetingRecord.Exemption(
                    partner: .education, reason: .unborn, words: child.name, source: "the name of the child")
            ]
        }
        // Born children in a sibling group need a sentence of their own; one sentence cannot speak for several.
        guard children.count == 1, isBelowSchoolAge(children[0], at: meeting.date), children[0].setting == nil else { return [] }
        for passage in outline.passages where passage.zone == .body && passage.section != .actions {
            let text = passage.text
            let tokens = Tokens(text)
            let age = Self.ageWords.first { tokens.contains(phrase: $0) }
            let setting = Self.settingWords.first { tokens.contains(phrase: $0) }
            guard age != nil, setting != nil, !tokens.containsAny(Self.doubts) else { continue }
            return [
                MeetingRecord.Exemption(
                    partner: .education, reason: .belowSchoolAgeWithoutSetting,
                    words: text.count <= 200 ? text : String(text.prefix(197)) + "…", source: passage.place)
            ]
        }
        return []
    }

    private func isUnbornBaby(_ child: Child) -> Bool {
        child.dateOfBirth == nil && Tokens(child.name).words.first?.text == "baby"
            && outline.passages.contains { Tokens($0.text).containsAny(["unborn", "not yet born", "pre birth"]) }
    }

    /// By the date of birth where both dates are known: a child starts school by the term after the fifth birthday.
    private func isBelowSchoolAge(_ child: Child, at date: CalendarDate?) -> Bool {
        guard let born = child.dateOfBirth, let date else { return true }
        return date.dayNumber - born.dayNumber < 5 * 365 + 120
    }

    private static let ageWords = [
        "below school age", "under school age", "below statutory school age", "under statutory school age", "below compulsory school age", "under compulsory school age", "not of school age", "not yet of school age", "not yet school age",
        "not school age", "pre school age", "preschool age", "not statutory school age", "not of statutory school age", "not of compulsory school age", "not yet statutory school age", "too young for school", "not old enough for school", "before school age",
    ]

    private static let settingWords = [
        "does not attend", "doesnt attend", "do not attend", "not attending", "attends no", "not attend any", "no setting", "in no setting", "not in any setting", "not in a setting", "no nursery", "not in nursery", "not at nursery", "not in a nursery", "not enrolled", "not registered with any", "not registered at any", "not registered with a nursery", "no early years", "no childcare", "not in childcare", "not in any childcare", "no education setting", "no educational setting", "without a setting", "not in receipt of childcare", "not in any nursery", "nor any", "not been to", "no nursery or", "cared for at home and", "not go to any", "doesnt go to", "does not go to", "neither nursery", "not yet in", "not in early years",
    ]

    private static let doubts = ["not known whether", "unknown whether", "not clear whether", "unclear whether", "to be confirmed", "to be checked", "to check", "not sure", "believed"]
}
