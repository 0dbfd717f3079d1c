/// Finds what is worth mending in a record; never stops the minutes.
enum QualityCheck {
    static func findings(record: MeetingRecord, rules: Rules, droppedOn: CalendarDate?) -> [Finding] {
        var findings: [Finding] = []
        func warn(_ code: Finding.Code, _ text: String) {
            findings.append(Finding(code: code, severity: .warning, text: text))
        }
        let contents = record.contents
        if !contents.hasThresholdDecision {
            warn(.noThresholdDecision, "No decision on the threshold is recorded.")
        }
        if !contents.hasChildsViews { warn(.noChildsViews, "The child's views are not recorded.") }
        if !contents.hasContingency { warn(.noContingency, "No contingency plan is recorded.") }
        if contents.chair == nil { warn(.chairNotNamed, "The chair is not named.") }
        let ownerless = contents.actions.filter(\.owner.isEmpty).count
        if ownerless > 0 { warn(.actionWithoutOwner, "Actions without an owner: \(ownerless).") }
        let dateless = contents.actions.filter(\.due.isEmpty).count
        if dateless > 0 { warn(.actionWithoutDate, "Actions without a date: \(dateless).") }
        for kind in Identifier.Kind.allCases {
            let wrong = record.identifiers.filter { $0.kind == kind && !$0.isValid }
            guard let first = wrong.first else { continue }
            findings.append(
                Finding(
                    code: .identifierInvalid,
                    severity: .warning,
                    text:
                        "The \(kind.title) in the minutes cannot be right: its length or check character is wrong. Look it up again.",
                    source: first.source
                )
            )
        }
        if let late = lateness(record.meeting, rules: rules, droppedOn: droppedOn) {
            warn(.minutesLate, late)
        }
        return findings
    }

    private static func lateness(_ meeting: Meeting, rules: Rules, droppedOn: CalendarDate?) -> String? {
        guard let date = meeting.date, let droppedOn,
            let deadline = rules.deadlines.first(where: {
                $0.kinds?.contains(meeting.kind) ?? true && $0.urgencies?.contains(meeting.urgency) ?? true
            })
        else { return nil }
        switch deadline.within {
        case .hours(let hours):
            // Whole days, rounded in the office's favour: the hour of dropping is not known to the check.
            guard droppedOn.dayNumber - date.dayNumber > (hours + 23) / 24 else { return nil }
            return "The minutes came later than \(hours) hours after the meeting."
        case .workingDays(let days):
            guard workingDays(from: date, to: droppedOn) > days else { return nil }
            return "The minutes came later than \(days) working days after the meeting."
        }
    }

    /// Days from Monday to Friday after `start` up to and including `end`.
    static func workingDays(from start: CalendarDate, to end: CalendarDate) -> Int {
        guard end > start else { return 0 }
        return ((start.dayNumber + 1)...end.dayNumber).count { day in ((day + 3) % 7 + 7) % 7 < 5 }
    }
}
