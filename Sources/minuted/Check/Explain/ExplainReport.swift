import Distribution
import Minutes

/// What `minuted check --explain --json` prints of one file: the document, what was read from it, and why each rule spoke.
struct ExplainReport: Encodable {
    var file: String
    var sha256: String
    /// The document in reading order.
    var lines: [Line]
    /// What was read, but from no place of its own.
    var elsewhere: [Note]
    /// What the file holds and the reading leaves out.
    var leftOut: [String]
    /// Each required partner, and each that took part.
    var partners: [PartnerLine]
    var findings: [FindingLine]
    var recipients: [CheckReport.RecipientPart]
    var disposition: Disposition
    var reason: String

    /// A paragraph, or a row of a table.
    struct Line: Encodable, Equatable {
        var part: Part
        /// Such as "paragraph 4" or "table 1, row 2".
        var place: String
        var kind: Kind
        var text: String
        /// Deleted or struck words, which do not count.
        var removed: String
        var notes: [Note]

        enum Part: String, Encodable {
            case header
            case body
            case footer
            case quoted
        }

        enum Kind: String, Encodable {
            case heading
            case paragraph
            case item
            case table
            case row
        }
    }

    /// One thing that was read from a line, or decided about it.
    struct Note: Encodable, Equatable {
        var text: String
        var confidence: Confidence.Level?
        /// What it rests on; "" where the text says all.
        var reason: String

        init(_ text: String, confidence: Confidence.Level? = nil, reason: String = "") {
            self.text = text
            self.confidence = confidence
            self.reason = reason
        }

        init(_ text: String, _ confidence: Confidence) {
            self.init(text, confidence: confidence.level, reason: confidence.reason)
        }
    }

    struct PartnerLine: Encodable, Equatable {
        var partner: Partner
        var evidence: Evidence
        /// What the rules ask for; null for a partner who is not required.
        var required: Evidence?
        var words: String
        var source: String
    }

    struct FindingLine: Encodable {
        var code: Finding.Code
        var severity: Finding.Severity
        var partner: Partner?
        var text: String
        var source: String
        /// The rule that spoke, and where it is set.
        var rule: String
    }
}

extension ExplainReport {
    init(report: CheckReport, explanation: Explanation, rules: Rules) {
        var record: MeetingRecord?
        if case .minutes(let read) = explanation.interpretation { record = read }
        var notes = ExplainNotes(explanation, record: record, findings: report.findings.map(\.finding))
        self.init(
            file: report.file,
            sha256: report.sha256,
            lines: DocumentLines.lines(of: explanation.document) { places in notes.take(places) },
            elsewhere: [],
            leftOut: Self.leftOut(of: explanation.document),
            partners: record.map { Self.partners(of: $0, rules: rules) } ?? [],
            findings: report.findings.map { part in
                let finding = part.finding
                return FindingLine(
                    code: finding.code,
                    severity: finding.severity,
                    partner: finding.partner,
                    text: finding.text,
                    source: finding.source,
                    rule: RuleText.rule(behind: finding, rules: rules, meeting: record?.meeting ?? Meeting())
                )
            },
            recipients: report.recipients,
            disposition: report.disposition,
            reason: report.reason
        )
        elsewhere = notes.left
    }

    private static func partners(of record: MeetingRecord, rules: Rules) -> [PartnerLine] {
        Check(of: record, rules: rules).partners.map { found in
            let requirement = rules.requirement(for: found.partner, meeting: record.meeting)
            return PartnerLine(
                partner: found.partner,
                evidence: found.evidence,
                required: requirement?.evidence,
                words: found.words,
                source: found.source
            )
        }
    }

    private static func leftOut(of document: Document) -> [String] {
        document.traces.map { "\($0.kind.rawValue.replacing("-", with: " ")): \($0.detail)" }
    }
}
