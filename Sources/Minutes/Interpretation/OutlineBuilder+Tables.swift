/// Tables: layout is resolved, forms become labelled facts, grids are kept for those who read rows and columns.
extension OutlineBuilder {
    mutating func add(_ table: Table, place: String) {
        if let parts = TableParts.parts(
            of: table,
            opensPart: { section(named: $0, isCertain: true).map { $0.evidence == nil } }
        ) {
            for part in parts {
                if let title = part.title { addHeading(title, place: "\(place), row \(part.firstRow)") }
                addWhole(part.table, place: place)
            }
            return
        }
        addWhole(table, place: place)
    }

    private mutating func addWhole(_ table: Table, place: String) {
        switch TableShape.shape(of: table, vocabulary: vocabulary) {
        case .empty:
            return
        case .bar(let text):
            addHeading(text, place: place)
        case .layout:
            for row in table.rows {
                for cell in row.cells where !cell.isContinuation { for block in cell.blocks { add(block) } }
            }
        case .pairs(let pairs):
            for pair in pairs { add(pair, place: place) }
        case .grid:
            outline.grids.append(
                Outline.Grid(table: table, place: place, section: section, agency: agency, heading: heading)
            )
            recordFacts(of: table, place: place)
            if FormTable(table: table, vocabulary: vocabulary).hasChildColumns {
                recordMeeting(of: table, place: place)
            }
            // The words of a grid are text too: for markings, and for what an agency's row says.
            addCells(
                of: table,
                place: place,
                tellsInformation: !AttendanceColumns.isAttendance(table, vocabulary: vocabulary)
            )
        }
    }

    /// A row of labels above a row of values: `Date | Time | Where` over `Monday 9th November | 2.00pm | Family Hub`.
    mutating func recordFacts(of table: Table, place: String) {
        guard let header = table.rows.first, (2...4).contains(table.rows.count) else { return }
        let labels = header.cells.map { $0.plainText.replacingNewlines.bare }
        // Of actions the date is when they are due.
        let isSignOff = table.rows.count == 2 && labels.contains { Tokens($0).says(.approvalVerb) }
        guard labels.count >= 2,
            isSignOff || labels.count(where: { LabelReader.isFactLabel($0) }) * 2 >= labels.count,
            !labels.contains(where: { Tokens($0).isAll(.actionColumn) })
        else { return }
        for (number, row) in table.rows.enumerated().dropFirst() {
            for (label, cell) in zip(labels, row.cells) where !label.isEmpty && !cell.plainText.isBlank {
                record(label: label, value: cell.plainText, place: "\(place), row \(number + 1)")
            }
        }
    }

    /// Rows about the meeting in a table that has a column for each child.
    private mutating func recordMeeting(of table: Table, place: String) {
        for (number, row) in table.rows.enumerated() {
            guard let first = row.cells.first else { continue }
            let label = first.plainText.replacingNewlines.bare
            let tokens = Tokens(label)
            guard
                MeetingDateLabel.matches(tokens) || MeetingTimeLabel.matches(tokens)
                    || TypeLabel.matches(tokens),
                let value = row.cells.dropFirst().map(\.plainText).first(where: { !$0.isBlank })
            else { continue }
            record(label: label, value: value, place: "\(place), row \(number + 1)")
        }
    }

    /// `tellsInformation` is false for a list of people: its remarks say how they took part, and nothing else.
    mutating func addCells(of table: Table, place: String, tellsInformation: Bool) {
        let outer = (section, agency, heading)
        let header = table.rows.first.map { row in row.cells.map { $0.plainText } } ?? []
        let isInformation = header.contains { text in
            let section = section(named: text, isCertain: true)
            return section == .information
        }
        for (number, row) in table.rows.enumerated() {
            let rowPlace = "\(place), row \(number + 1)"
            let first = row.cells.first?.plainText ?? ""
            let partner = classifier.partner(ofLabel: first.bare)
            for (index, cell) in row.cells.enumerated() where !cell.isContinuation && cell.columnSpan > 0 {
                let text = Choice.said(in: cell.plainText)
                guard !text.isBlank else { continue }
                let isAgencyText =
                    tellsInformation && index > 0 && partner != nil && text.count > 25
                    && (isInformation || section == nil || section == .information)
                agency = isAgencyText ? partner : nil
                let cellSection = isAgencyText ? (section ?? .information) : section
                var passage = Outline.Passage(text, place: rowPlace, section: cellSection, agency: agency)
                passage.label = "cell"
                passage.heading = heading
                passage.zone = zone
                outline.passages.append(passage)
            }
        }
        (section, agency, heading) = outer
    }

    /// A row of a form: the label opens a part, an agency's contribution, or is a plain fact.
    mutating func add(_ pair: TableShape.Pair, place: String) {
        let label = pair.label.withoutGuidance.withoutNumbering.bare
        let rowPlace = "\(place), row \(pair.row + 1)"
        if label.isEmpty {
            // A row across the form is a heading or text of its own, and may open a part for the rows below.
            for block in pair.value {
                let place = block.isTable && !block.place.isEmpty ? block.place : rowPlace
                add(Block(place: place, content: block.content))
            }
            return
        }
        let outer = (section, agency, heading)
        if let named = section(named: label, isCertain: pair.value.contains(where: \.isTable)) {
            section = named
            // Under an agency's heading "Took part" and "Information" are that agency's.
            if agency == nil { heading = label }
        }
        if let partner = classifier.partner(ofLabel: label) { agency = partner }
        let text = pair.value.plainText.withoutGuidance.trimmed
        if !text.isBlank { record(label: label, value: text, place: rowPlace) }
        for block in pair.value {
            if case .table(let nested) = block.content {
                // Rows of an inner table are counted in it, and not in the row that it stands in.
                add(nested, place: block.place.isEmpty ? rowPlace : block.place)
            } else if case .listItem(let level, let line) = block.content {
                add(Block(place: rowPlace, content: .listItem(level: level, line)))
            } else if let line = block.line {
                for piece in line.text.withoutGuidance.split(separator: "\n") where !piece.isBlank {
                    addPairLine(piece.trimmed, label: label, place: rowPlace)
                }
            }
        }
        (section, agency, heading) = outer
    }

    mutating func addPairLine(_ text: String, label: String, place: String) {
        let pairs = LabelReader.pairs(in: text, vocabulary: vocabulary)
        if pairs.contains(where: { !$0.label.isEmpty }) {
            addLabelled(text, place: place)
        } else {
            append(text, place: place, label: label, opens: section(named: label, isCertain: false) != nil)
        }
    }
}
