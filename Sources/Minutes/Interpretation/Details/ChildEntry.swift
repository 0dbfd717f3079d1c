/// Reads children with their particulars from one text.
///
/// "Kayden Ormerod   DOB 14/05/2017", "Caleb Winstanley, d.o.b. 12.03.2018, LCS 418801, pupil at …",
/// "Harvey (b. 27.2.2016), Willow (b. 9.10.2017) and Jude Postlethwaite (b. 30.6.2020)".
struct ChildEntry {
    private struct Atom {
        var text: String
        /// Joined to the atom before by "and".
        var isAnd = false
    }

    private var children: [Child] = []
    /// The particulars so far told of each child.
    private var details: [String] = []
    private var isNameJustRead = false

    /// The children of whom the text tells, in its order.
    static func children(in text: String) -> [Child] {
        var entry = ChildEntry()
        for line in text.parts(by: { "\n;·|\t".contains($0) }) {
            // "(a) Ava Bell", "2) Leo Bell"
            for piece in String(line).gapPieces { entry.read(piece.withoutListMark) }
            entry.isNameJustRead = false
        }
        return entry.finished()
    }

    /// A child of that name, with what the text tells of it.
    static func child(named name: String, details: String) -> Child {
        var child = Child(name: name)
        let tokens = Tokens(details)
        if !ChildName.isUnborn(name), !tokens.containsAny(["edd", "expected", "due date"]) {
            child.dateOfBirth = DateReader.dates(in: tokens).first?.date
        }
        child.reference = CaseReference.mention(in: details) ?? CaseReference.unlabelled(in: details)
        child.setting = ChildName.isUnborn(name) ? nil : SettingName.mention(in: details)
        return child
    }

    private mutating func read(_ text: String) {
        let atoms = Self.atoms(of: text)
        var index = 0
        while index < atoms.count {
            let atom = atoms[index]
            index += 1
            guard let (name, rest) = ChildName.leading(in: atom.text) else {
                tell(atom.text)
                continue
            }
            let isSingle = !name.contains(" ")
            if isSingle, rest.isBlank, index < atoms.count, !atoms[index].isAnd,
                let (forename, more) = ChildName.leading(in: atoms[index].text),
                isSurnameFirst(name, forename, more, isLast: index + 1 == atoms.count)
            {
                // "NAIR, Priya"
                add("\(forename) \(name)", details: String(more))
                index += 1
            } else if isSingle, rest.isBlank, !mayBeSibling(atom, atoms[index...]) {
                tell(atom.text)
            } else {
                add(name, details: String(rest))
            }
        }
    }

    /// A surname in capitals, or two single words and nothing else.
    private func isSurnameFirst(_ surname: String, _ forename: String, _ rest: Substring, isLast: Bool)
        -> Bool
    {
        let isCapitals = surname.count > 1 && surname.filter(\.isLetter).allSatisfy(\.isUppercase)
        return isCapitals || isLast && children.isEmpty && !forename.contains(" ")
    }

    /// A lone forename is a child's where a list of names goes on: "Harvey, Willow and Jude Postlethwaite".
    private func mayBeSibling(_ atom: Atom, _ rest: ArraySlice<Atom>) -> Bool {
        if children.isEmpty && rest.isEmpty { return true }
        if atom.isAnd { return isNameJustRead || children.isEmpty }
        return rest.contains { $0.isAnd && ChildName.leading(in: $0.text) != nil } || children.isEmpty
    }

    private mutating func add(_ name: String, details text: String) {
        children.append(Child(name: name))
        details.append(text)
        isNameJustRead = true
    }

    private mutating func tell(_ text: String) {
        isNameJustRead = false
        if !details.isEmpty { details[details.count - 1] += ", \(text)" }
    }

    private func finished() -> [Child] {
        // Brothers and sisters share the surname that is written once.
        let surname = children.last { $0.name.contains(" ") && !ChildName.isUnborn($0.name) }
            .flatMap { $0.name.split(separator: " ").last }
        return zip(children, details).map { child, text in
            var name = child.name
            if !name.contains(" "), let surname, children.count > 1 { name += " \(surname)" }
            return Self.child(named: ChildName.written(name), details: text)
        }
    }

    /// The pieces between commas and "and", brackets kept together.
    private static func atoms(of text: String) -> [Atom] {
        var atoms: [Atom] = []
        for part in text.parts(by: { $0 == "," }) {
            let joined = part.components(by: " & ").flatMap { $0.components(by: " and ") }
            let startsWithAnd = part.hasPrefix("and ") || part.hasPrefix("& ")
            for (index, piece) in joined.enumerated() {
                let body = index == 0 && startsWithAnd ? String(piece.drop { $0 != " " }).trimmed : piece
                atoms.append(Atom(text: body, isAnd: index > 0 || startsWithAnd))
            }
        }
        return atoms
    }
}
