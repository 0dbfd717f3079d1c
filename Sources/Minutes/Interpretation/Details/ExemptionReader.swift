/// Reads why education need not be consulted, where the record says so in words (design section 5).
struct ExemptionReader {
    let outline: Outline

    func exemptions(children: [Child], meeting: Meeting) -> [MeetingRecord.Exemption] {
        guard !children.isEmpty else { return [] }
        if children.allSatisfy({ Tokens($0.name).contains("unborn") || isUnbornBaby($0) }) {
            let child = children[0]
            return [
                MeetingRecord.Exemption(
                    partner: .education,
                    reason: .unborn,
                    words: child.name,
                    source: "the name of the child"
                )
            ]
        }
        guard children.allSatisfy({ isBelowSchoolAge($0, at: meeting.date) && $0.setting == nil }) else {
            return []
        }
        for passage in outline.passages where passage.zone == .body && passage.section != .actions {
            let text = passage.text
            let tokens = passage.tokens
            guard tokens.says(.belowSchoolAge), attendsNothing(passage), !tokens.says(.exemptionDoubt),
                // One sentence speaks for brothers and sisters only if it says so.
                children.count == 1 || tokens.says(.allOfThem)
            else { continue }
            return [
                MeetingRecord.Exemption(
                    partner: .education,
                    reason: .belowSchoolAgeWithoutSetting,
                    words: text.count <= 200 ? text : String(text.prefix(197)) + "…",
                    source: passage.place
                )
            ]
        }
        return []
    }

    /// In words, or as the answer to "School or nursery".
    private func attendsNothing(_ passage: Outline.Passage) -> Bool {
        if passage.tokens.says(.attendsNoSetting) { return true }
        guard let label = passage.label, ChildLabel(Tokens(label)) == .setting else { return false }
        return SettingName.value(in: passage.text)?.isEmpty == true
    }

    private func isUnbornBaby(_ child: Child) -> Bool {
        child.dateOfBirth == nil && Tokens(child.name).words.first?.text == "baby"
            && outline.passages.contains {
                Tokens($0.text).containsAny(["unborn", "not yet born", "pre birth"])
            }
    }

    /// By the date of birth where both dates are known: a child starts school by the term after the fifth birthday.
    private func isBelowSchoolAge(_ child: Child, at date: CalendarDate?) -> Bool {
        guard let born = child.dateOfBirth, let date else { return true }
        return date.dayNumber - born.dayNumber < 5 * 365 + 120
    }
}
