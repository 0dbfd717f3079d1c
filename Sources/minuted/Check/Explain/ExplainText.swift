import Distribution
import Minutes

/// What `minuted check --explain` prints of one file for people; pure.
enum ExplainText {
    static func text(_ report: ExplainReport) -> String {
        var screen = Screen()
        screen.paragraph("\(report.file): \(headline(report))")
        if !report.reason.isEmpty { screen.paragraph(report.reason, indent: 2) }
        screen.heading("What the document says, and what was read from it")
        screen.paragraph(
            "Below a line stands what was read from it, how surely (certain, likely, doubtful), and from what. A line "
                + "without a note decided nothing about who, when and which child, unless another note names it."
        )
        add(report.lines, to: &screen)
        if !report.elsewhere.isEmpty {
            screen.heading("Read from the document as a whole")
            for note in report.elsewhere { add(note, to: &screen, indent: 2) }
        }
        if !report.leftOut.isEmpty {
            screen.heading("In the file, but not on the page")
            for line in report.leftOut { screen.item("- ", line, indent: 2) }
        }
        addPartners(report, to: &screen)
        addFindings(report, to: &screen)
        addRecipients(report, to: &screen)
        return screen.text
    }

    private static func headline(_ report: ExplainReport) -> String {
        switch report.disposition {
        case .distribute: "would be distributed"
        case .hold: "would be held for a person to look at"
        case .reject: "cannot be taken in"
        }
    }

    // MARK: The document

    private static func add(_ lines: [ExplainReport.Line], to screen: inout Screen) {
        var part: ExplainReport.Line.Part?
        for line in lines {
            if line.part != part {
                screen.subheading(title(of: line.part))
                part = line.part
            }
            add(line, to: &screen)
        }
    }

    private static func title(of part: ExplainReport.Line.Part) -> String {
        switch part {
        case .header: "Page headers"
        case .body: "Text"
        case .footer: "Page footers"
        case .quoted: "Older mail that is quoted: not read"
        }
    }

    private static func add(_ line: ExplainReport.Line, to screen: inout Screen) {
        let mark =
            switch line.kind {
            case .heading: "# "
            case .table: "(table)"
            case .item: "- "
            case .paragraph, .row: ""
            }
        screen.item("[\(line.place)] ", mark + line.text.replacing("\n", with: " / "), indent: 2)
        if !line.removed.isEmpty {
            screen.item("  x ", "deleted or struck, not read: \(line.removed)", indent: 4)
        }
        for note in line.notes { add(note, to: &screen, indent: 6) }
    }

    private static func add(_ note: ExplainReport.Note, to screen: inout Screen, indent: Int) {
        let aside = [note.confidence?.rawValue, note.reason.isEmpty ? nil : note.reason].compactMap(\.self)
        let end = aside.isEmpty ? "" : " (\(aside.joined(separator: ": ")))"
        screen.item("> ", note.text + end, indent: indent)
    }

    // MARK: What the rules say

    private static func addPartners(_ report: ExplainReport, to screen: inout Screen) {
        guard !report.partners.isEmpty else { return }
        screen.heading("Who was consulted")
        for line in report.partners {
            screen.item(
                "- ",
                "\(line.partner.title): \(Wording.evidence(line.evidence)) (\(asked(of: line, in: report)))",
                indent: 2
            )
            if !line.source.isEmpty { screen.item("> ", "\(line.source): “\(line.words)”", indent: 6) }
        }
    }

    private static func asked(of line: ExplainReport.PartnerLine, in report: ExplainReport) -> String {
        guard let required = line.required, required != .none else { return "not required" }
        let verdict = report.findings.first { $0.partner == line.partner }?.code
        let end =
            switch verdict {
            case .partnerNotConsulted: ", MISSING"
            case .partnerExempt: ", and here not needed"
            default: ""
            }
        return "required: \(Wording.asked(required))\(end)"
    }

    private static func addFindings(_ report: ExplainReport, to screen: inout Screen) {
        guard !report.findings.isEmpty else { return }
        screen.heading("Findings, each with its rule")
        for finding in report.findings {
            let place = finding.source.isEmpty ? "" : " (\(finding.source))"
            screen.item("- ", "\(finding.severity.rawValue): \(finding.text)\(place)", indent: 2)
            screen.item("> ", "rule: \(finding.rule)", indent: 6)
        }
    }

    private static func addRecipients(_ report: ExplainReport, to screen: inout Screen) {
        guard !report.recipients.isEmpty else { return }
        screen.heading("Who would get it")
        for recipient in report.recipients {
            let who =
                recipient.contact.map { contact in
                    "\(contact) by \(recipient.channel?.rawValue ?? "?"), \(recipient.rendition?.rawValue ?? "?")"
                } ?? "held"
            screen.item("- ", "\(recipient.partner.title): \(who). \(recipient.because)", indent: 2)
        }
    }
}
