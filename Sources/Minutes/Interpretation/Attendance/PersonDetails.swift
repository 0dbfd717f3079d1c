/// Gives each piece behind a name its place: role, organisation or remark, in the words of the document.
struct PersonDetails {
    let reader: PieceReader
    /// A column names the organisation, so that a team belongs to the role.
    let knowsOrganisation: Bool
    private var parts: [Part] = []
    private(set) var remarks: [String] = []
    private var isBehindRemark = false

    private struct Part {
        var text: String
        var kind: PieceReader.Kind
        /// How it is joined to a part of the same kind before it.
        var before: String
    }

    init(reader: PieceReader, knowsOrganisation: Bool) {
        self.reader = reader
        self.knowsOrganisation = knowsOrganisation
    }

    mutating func add(_ piece: PersonPieces.Piece) {
        if piece.isRemark {
            remarks.append(piece.text)
            return
        }
        let tokens = Tokens(piece.text)
        if tokens.isAll(.officeInMeeting), !parts.isEmpty || piece.isBracketed {
            remarks.append(piece.text)
            return
        }
        if tokens.isAll(.chairInMeeting), piece.isBracketed, parts.isEmpty {
            remarks.append(piece.text)
            return
        }
        if tokens.isAll(.chairInMeeting), let role = parts.lastIndex(where: { $0.kind == .role }) {
            // "Practice Manager, Children’s Social Care (Chair)": the office belongs to the role.
            parts[role].text += joined(piece)
            return
        }
        let kind = reader.kind(of: piece.text)
        if piece.isBracketed, kind == .role || kind == .unknown, let last = parts.last, last.kind == .role,
            piece.before == " ("
        {
            // "Assistant Principal (DSL)": the bracket says the role again.
            parts[parts.count - 1].text += joined(piece)
            return
        }
        add(piece, kind)
    }

    private mutating func add(_ piece: PersonPieces.Piece, _ kind: PieceReader.Kind) {
        switch kind {
        case .contact: return
        case .remark:
            remarks.append(piece.text)
            isBehindRemark = true
            return
        // "e-mailed his log, read out": what follows a remark in small letters goes on with it.
        case .unknown where isBehindRemark && piece.text.first?.isLowercase == true:
            remarks.append(piece.text)
            return
        case .role:
            if let (role, organisation) = reader.roleAndOrganisation(piece.text) {
                parts.append(Part(text: role, kind: .role, before: separator(piece)))
                parts.append(Part(text: organisation, kind: .organisation, before: ", "))
            } else {
                parts.append(Part(text: piece.text, kind: .role, before: separator(piece)))
            }
        case .team where knowsOrganisation, .unknown where knowsOrganisation:
            parts.append(Part(text: piece.text, kind: .role, before: separator(piece)))
        case .team, .organisation, .unknown:
            parts.append(Part(text: piece.text, kind: kind, before: separator(piece)))
        }
        isBehindRemark = false
    }

    private func separator(_ piece: PersonPieces.Piece) -> String {
        piece.isBracketed || piece.before.isEmpty ? ", " : piece.before
    }

    private func joined(_ piece: PersonPieces.Piece) -> String {
        piece.isBracketed && piece.before == " (" ? " (\(piece.text))" : "\(separator(piece))\(piece.text)"
    }

    var role: String { Self.text(of: placed.roles) }
    var organisation: String { placed.organisations.map(\.text).joined(separator: ", ") }
    var note: String { remarks.joined(separator: ", ") }

    private static func text(of parts: [Part]) -> String {
        var text = ""
        for part in parts { text += text.isEmpty ? part.text : part.before + part.text }
        return text
    }

    private var placed: (roles: [Part], organisations: [Part]) {
        var roles = parts.filter { $0.kind == .role }
        var organisations: [Part] = []
        let hasRole = !roles.isEmpty
        let others = parts.filter { $0.kind != .role }
        // Of two bodies without a role the one inside the other is where somebody works, which stands for what she or
        // he does: "Child Exploitation Team, Lancashire Constabulary", "Lancashire Constabulary, Response".
        let bodies = others.filter { $0.kind == .organisation }
        let inner =
            hasRole || others.count < 2
            ? nil
            : bodies.count == 1 && others.count == 2
                ? others.firstIndex { $0.kind != .organisation } : others.startIndex
        for (index, part) in others.enumerated() {
            if index == inner, part.kind != .unknown || others.count == 2 {
                roles.append(part)
            } else if part.kind == .unknown, !hasRole, others.count == 1, part.text.first?.isUppercase != true
            {
                roles.append(part)
            } else {
                organisations.append(part)
            }
        }
        return (roles, organisations)
    }
}
