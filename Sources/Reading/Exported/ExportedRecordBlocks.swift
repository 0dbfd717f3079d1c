import Minutes

/// Writes a record down as a document, so that people can see what a file of data holds.
enum ExportedRecordBlocks {
    static func blocks(of record: MeetingRecord) -> [Block] {
        var writer = Writer()
        writer.heading("Record of a meeting")
        let meeting = record.meeting
        writer.table([
            ["Date of meeting", meeting.date?.iso ?? ""], ["Time", meeting.time?.description ?? ""],
            ["Kind", meeting.kind.rawValue], ["Urgency", meeting.urgency.rawValue],
            ["Status", meeting.status.rawValue],
        ])
        if !record.children.isEmpty {
            writer.heading("Children")
            writer.table(
                [["Name", "Date of birth", "Reference", "School or setting"]]
                    + record.children.map {
                        [$0.name, $0.dateOfBirth?.iso ?? "", $0.reference ?? "", $0.setting ?? ""]
                    }
            )
        }
        if !record.participants.isEmpty {
            writer.heading("Participants")
            writer.table(
                [["Name", "Role", "Organisation", "Partner", "Evidence"]]
                    + record.participants.map {
                        [$0.name, $0.role, $0.organisation, $0.partner.rawValue, $0.evidence.rawValue]
                    }
            )
        }
        if !record.statements.isEmpty {
            writer.heading("Other evidence")
            writer.table(record.statements.map { [$0.partner.rawValue, $0.evidence.rawValue] })
        }
        return writer.blocks
    }

    private struct Writer {
        var blocks: [Block] = []
        private var places = Places()

        mutating func heading(_ text: String) {
            blocks.append(Block(place: places.nextParagraph(), content: .heading(level: 1, Line(text))))
        }

        mutating func table(_ rows: [[String]]) {
            let place = places.nextTable()
            let made = rows.enumerated().map { number, row in
                Table.Row(
                    cells: row.enumerated().map { column, text in
                        let line = Block(
                            place: "\(place), row \(number + 1)",
                            content: .paragraph(Line(text))
                        )
                        return Table.Cell(column: column, blocks: text.isEmpty ? [] : [line])
                    }
                )
            }
            blocks.append(Block(place: place, content: .table(Table(rows: made))))
        }
    }
}
