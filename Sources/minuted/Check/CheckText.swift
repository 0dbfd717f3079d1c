import Distribution
import Minutes

/// What `minuted check` prints of one file for people; pure.
enum CheckText {
    static func text(_ report: CheckReport) -> String {
        var lines = ["\(clean(report.file)): \(headline(report))"]
        func section(_ title: String, _ items: [String]) {
            guard !items.isEmpty else { return }
            lines.append("")
            lines.append(title)
            lines += items.map { "  " + clean($0) }
        }
        if !report.reason.isEmpty { section("Why", report.reason.sentencesForPeople) }
        if report.disposition != .reject {
            let meeting = report.meeting.meeting
            section(
                "Meeting",
                [
                    "\(meeting.date?.iso ?? "date not found"), \(meeting.time?.description ?? "time not found"); \(meeting.kind.rawValue), \(meeting.urgency.rawValue), \(meeting.status.rawValue)"
                ]
            )
            section(
                "Children",
                report.children.map { part in
                    let child = part.child
                    return [
                        child.name, child.dateOfBirth.map { "born \($0.iso)" },
                        child.reference.map { "reference \($0)" }, child.setting,
                    ]
                    .compactMap(\.self).joined(separator: ", ")
                }
            )
            section(
                "Partners",
                report.partners.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.rawValue)" }
            )
            section(
                "People",
                report.participants.map { person in
                    let who = [person.name, person.role, person.organisation].filter { !$0.isEmpty }.joined(
                        separator: ", "
                    )
                    return "\(person.evidence.rawValue): \(who) [\(person.partner)] (\(person.source))"
                }
            )
        }
        section(
            "Findings",
            report.findings.map { part in
                let finding = part.finding
                return
                    "\(finding.severity.rawValue): \(finding.text)\(finding.source.isEmpty ? "" : " (\(finding.source))")"
            }
        )
        section(
            "Who would get it",
            report.recipients.map { recipient in
                guard let contact = recipient.contact else {
                    return "\(recipient.partner): held. \(recipient.because)"
                }
                return
                    "\(recipient.partner): \(contact) by \(recipient.channel?.rawValue ?? "?"), \(recipient.rendition?.rawValue ?? "?"), because: \(recipient.because)"
            }
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private static func headline(_ report: CheckReport) -> String {
        switch report.disposition {
        case .distribute:
            report.alerts.isEmpty
                ? "would be distributed"
                : "would be distributed, with an alert about \(report.alerts.map(\.rawValue).joined(separator: ", "))"
        case .hold: "would be held for a person to look at"
        case .reject: "cannot be taken in"
        }
    }

    /// Nothing from a document moves the cursor or forges a line.
    private static func clean(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
                        ? " " : $0
                }
            )
        )
    }
}

extension String {
    fileprivate var sentencesForPeople: [String] {
        split(separator: ". ").map { $0.hasSuffix(".") ? String($0) : "\($0)." }
    }
}
