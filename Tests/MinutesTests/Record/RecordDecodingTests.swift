import Foundation
import Minutes
import Testing

@Suite struct RecordDecodingTests {
    /// As the first release wrote it into its ledger.
    private static let first = """
        {"meeting": {"date": "2026-11-19", "kind": "strategy", "urgency": "urgent", "status": "approved"},
         "children": [{"name": "Ava Sample"}],
         "participants": [{"name": "P. Tester", "role": "Health visitor", "organisation": "", "partner": "health",
                           "evidence": "attended", "source": "table 1, row 3", "words": "P. Tester"}],
         "statements": [], "exemptions": [], "markings": [], "doubts": [],
         "contents": {"decisions": [], "hasThresholdDecision": false, "hasChildsViews": false,
                      "hasContingency": false, "actions": []}}
        """

    @Test func `a record of the first release is still understood`() throws {
        let record = try JSONDecoder().decode(MeetingRecord.self, from: Data(Self.first.utf8))

        #expect(record.participants.first?.confidence == .likely(""))
        #expect(record.readings.isEmpty)
        #expect(record.passedOver.isEmpty)
    }

    @Test func `nothing of a record is lost on its way through the ledger`() throws {
        let partner = Partner.education
        let record = MeetingRecord(
            participants: [
                Participant(name: "A", partner: partner, evidence: .invited, doubt: "unclear"),
                Participant(name: "B", partner: partner, evidence: .invited, confidence: .likely("a list")),
            ],
            readings: [
                FieldReading(
                    .setting,
                    child: 0,
                    value: "Hollin Bank",
                    words: "School: Hollin Bank",
                    source: "paragraph 2",
                    confidence: .certain("beside a label")
                )
            ],
            passedOver: [
                PassedOver(
                    partner: partner,
                    words: "School to be contacted",
                    source: "paragraph 9",
                    reason: .intention
                )
            ]
        )

        let decoded = try JSONDecoder().decode(MeetingRecord.self, from: JSONEncoder().encode(record))

        #expect(decoded == record)
        #expect(decoded.participants[0].confidence == .doubtful("unclear"))
    }
}
