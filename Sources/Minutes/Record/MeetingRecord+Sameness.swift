extension MeetingRecord {
    /// Whether another reading of the same pages found the same, wherever it stands in the file.
    ///
    /// Places count paragraphs, and what nobody sees is told of where it is: both change when a document is cleaned.
    package func says(theSameAs other: MeetingRecord) -> Bool { withoutPlaces == other.withoutPlaces }

    private var withoutPlaces: MeetingRecord {
        var record = self
        record.markings.removeAll(where: \.kind.isUnseen)
        for index in record.participants.indices { record.participants[index].source = "" }
        for index in record.statements.indices { record.statements[index].source = "" }
        for index in record.exemptions.indices { record.exemptions[index].source = "" }
        for index in record.markings.indices { record.markings[index].source = "" }
        for index in record.readings.indices { record.readings[index].source = "" }
        for index in record.passedOver.indices { record.passedOver[index].source = "" }
        for index in record.doubts.indices {
            record.doubts[index].source = ""
            // It may name the place as well.
            record.doubts[index].text = ""
        }
        return record
    }
}
