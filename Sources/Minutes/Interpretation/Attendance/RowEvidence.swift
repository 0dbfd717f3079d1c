/// What the columns of one row say of somebody's part in the meeting.
struct RowEvidence {
    let row: AttendanceRowReader

    struct Reading {
        var evidence: Evidence
        var doubt: String?
        /// No column says anything at all.
        var saysNothing = false
    }

    private var responses: ResponseReader { row.reader.people.responses }

    func reading(_ number: Int, of index: Int, among persons: [PersonReader.Person]) -> Reading {
        let person = persons[index]
        var claims = Claims()
        for kind in [ColumnKind.invited, .attended, .apologies, .noResponse, .deputy] {
            for column in row.list.columns(kind) {
                let text = RowResponses.parts(of: row.cells.text(number, column), for: persons)[index]
                if !text.isBlank { add(text, in: kind, to: &claims) }
            }
        }
        for column in row.list.columns(.report) where Tokens(row.cells.text(number, column)).says(.notAsked) {
            claims.said.append(.none)
        }
        for column in row.list.columns(.signature) {
            add(signature: row.cells.text(number, column), to: &claims)
        }
        let response = RowResponses.parts(of: row.responseText(number), for: persons)[index]
        if let said = responses.evidence(of: response) {
            claims.said.append(said)
        } else if !response.isBlank {
            claims.unclear = response
        }
        let remarks = row.text(of: .remarks, in: number)
        if let said = responses.evidence(of: remarks), said != .none,
            // What somebody told the meeting is no remark on how she or he took part.
            said < .contributed || said == .deputised || Tokens(remarks).count <= 14
        {
            claims.said.append(said)
            if said != .attended { claims.remark = said }
        }
        if let said = person.evidence { claims.said.append(said) }
        return settle(claims, report: hasReport(number), remarks: remarks)
    }

    private struct Claims {
        var said: [Evidence] = []
        var marked: [ColumnKind: Bool] = [:]
        /// Words in a column about taking part that mean nothing known.
        var unclear: String?
        /// What a remark says beside the columns.
        var remark: Evidence?
    }

    private func add(_ text: String, in kind: ColumnKind, to claims: inout Claims) {
        if let isMarked = row.marks.isMarked(text) {
            claims.marked[kind] = (claims.marked[kind] ?? false) || isMarked
            if isMarked { claims.said.append(Self.evidence(of: kind)) }
        } else if let said = said(text, in: kind) {
            claims.said.append(said)
            if kind == .attended { claims.marked[kind] = said == .attended }
        } else if kind == .deputy, !ProseAttendance.nameSpans(in: text).isEmpty {
            claims.said.append(.deputised)
        } else if kind == .invited || kind == .attended {
            // "By phone 11/08", "Teams", "from 2.15": words in the box instead of a tick.
            if Self.isPlainYes(text) {
                claims.marked[kind] = true
                claims.said.append(Self.evidence(of: kind))
            } else {
                claims.unclear = text
            }
        } else if kind == .apologies || kind == .noResponse {
            claims.said.append(Self.evidence(of: kind))
        }
    }

    private func add(signature text: String, to claims: inout Claims) {
        guard !text.isBlank else { return }
        claims.said.append(responses.evidence(of: text) ?? .attended)
    }

    private static func evidence(of kind: ColumnKind) -> Evidence {
        switch kind {
        case .attended: .attended
        case .deputy: .deputised
        case .apologies: .apologies
        default: .invited
        }
    }

    private func settle(_ claims: Claims, report: Bool, remarks: String) -> Reading {
        let said = claims.said
        var reading = Reading(evidence: said.max() ?? .none)
        let isAbsent = claims.marked[.apologies] == true || claims.marked[.noResponse] == true
        if said.contains(.attended), isAbsent {
            reading.evidence =
                report ? .contributed : claims.marked[.apologies] == true ? .apologies : .invited
            reading.doubt = "The row is marked both as attended and as not attended."
        } else if said.contains(.attended), claims.marked[.attended] == false,
            said.contains(where: { $0 < .contributed && $0 > .none })
        {
            reading.evidence = said.filter { $0 < .attended }.max() ?? .invited
        } else if claims.marked[.attended] == true,
            claims.remark == .deputised || claims.remark == .contributed
        {
            // A tick, and "report also sent": they came.
            reading.evidence = claims.remark == .deputised ? .deputised : .attended
        }
        if said.contains(.deputised), reading.evidence == .attended, claims.marked[.attended] != true {
            reading.evidence = .deputised
        }
        if report, reading.evidence < .contributed { reading.evidence = .contributed }
        if said.isEmpty, !report {
            if let base = row.base, !row.list.hasResponse || row.list.base != nil {
                // Listed among those asked for information, and nothing beside it: no answer.
                let isUnanswered =
                    base == .contributed && !row.list.columns(.remarks).isEmpty && remarks.isBlank
                reading.evidence = isUnanswered ? .invited : base
            } else {
                reading.saysNothing = true
            }
        }
        // Not invited, and nothing that shows more: no participant.
        if claims.marked[.invited] == false, reading.evidence <= .invited { return Reading(evidence: .none) }
        if claims.unclear != nil, reading.evidence < .contributed {
            reading.doubt = "What the row says about taking part could not be understood."
        }
        return reading
    }

    private func said(_ text: String, in kind: ColumnKind) -> Evidence? {
        guard let said = responses.evidence(of: text) else { return nil }
        // "By telephone" in the box for attended says how they attended, not that they were consulted instead.
        if kind == .attended, said == .contributed, !Tokens(text).says(.writtenSource),
            !Tokens(text).says(.denial)
        {
            return .attended
        }
        if kind == .invited { return said == .none ? Evidence.none : .invited }
        // "Not known" in a box for attended says no.
        if kind == .apologies || kind == .noResponse, said == .attended { return Self.evidence(of: kind) }
        return said
    }

    private static func isPlainYes(_ text: String) -> Bool {
        let tokens = Tokens(text)
        guard !tokens.says(.denial) else { return false }
        return tokens.words.first?.text == "yes" || tokens.says(.wayOfTakingPart)
            || !DateReader.dates(in: tokens).isEmpty
            || TimeReader.time(in: text, isLabelled: false) != nil
            || text.contains { $0.isNumber || $0.isMark }
    }

    private func hasReport(_ number: Int) -> Bool {
        row.list.columns(.report).contains { column in
            let text = row.cells.text(number, column)
            guard !text.isEmpty else { return false }
            if let isMarked = row.marks.isMarked(text) { return isMarked }
            if let said = responses.evidence(of: text) { return said >= .contributed }
            let tokens = Tokens(text)
            if tokens.says(.invitation) { return false }
            if ResponseReader.isNegatedReport(tokens) { return false }
            return tokens.says(.reportGiven) && !tokens.says(.reportNotGiven)
        }
    }
}
