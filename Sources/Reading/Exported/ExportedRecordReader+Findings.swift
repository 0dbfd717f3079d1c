import Minutes

extension ExportedRecordReader {
    /// Takes over what the program that made the record found in its document, which is not here to be looked at.
    func addFindings(to record: inout MeetingRecord) throws(ReadingError) {
        var holds = 0
        var codes: Set<String> = []
        for part in try entries(root["findings"]) {
            guard let code = try part["code"].text() else { throw part["code"].mistake("a code") }
            codes.insert(code)
            let text = try part["text"].text() ?? ""
            let source = try part["source"].text() ?? ""
            if code == Finding.Code.partnerExempt.rawValue {
                record.exemptions.append(
                    MeetingRecord.Exemption(
                        partner: try partner(part["partner"]),
                        reason: text.lowercased().contains("unborn")
                            ? .unborn : .belowSchoolAgeWithoutSetting,
                        words: text,
                        source: source
                    )
                )
            }
            guard try part["severity"].text() == Finding.Severity.hold.rawValue else { continue }
            holds += 1
            add(code, text, source, to: &record)
        }
        let isHeld = try root["disposition"].word(Disposition.self) == .hold
        if isHeld, holds == 0 {
            add("", try root["reason"].text() ?? "", "reason", to: &record)
        }
        // What is missing from the record is known where findings tell it; without them nothing is.
        guard !root["findings"].isMissing else { return }
        record.contents.hasThresholdDecision = !codes.contains(Finding.Code.noThresholdDecision.rawValue)
        record.contents.hasChildsViews = !codes.contains(Finding.Code.noChildsViews.rawValue)
        record.contents.hasContingency = !codes.contains(Finding.Code.noContingency.rawValue)
        if !codes.contains(Finding.Code.chairNotNamed.rawValue) {
            record.contents.chair = record.participants.first { $0.role.lowercased().contains("chair") }?.name
        }
    }

    private func add(_ code: String, _ text: String, _ source: String, to record: inout MeetingRecord) {
        if let kind = MeetingRecord.Marking.Kind(rawValue: code) {
            record.markings.append(
                MeetingRecord.Marking(kind: kind, words: "as the exported record says", source: source)
            )
            return
        }
        switch Finding.Code(rawValue: code) {
        case .draft: record.meeting.status = .draft
        // Meetings of these kinds and without a sign-off are held by the rules of whoever reads the record.
        case .notSignedOff, .allegationMeeting: break
        default:
            let kind = MeetingRecord.Doubt.Kind(rawValue: code) ?? .unclearText
            let said =
                text.isEmpty
                ? "The record was exported as one that a person must look at." : String(text.prefix(500))
            record.doubts.append(MeetingRecord.Doubt(kind: kind, text: said, source: source))
        }
    }
}
