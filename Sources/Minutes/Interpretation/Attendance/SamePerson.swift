/// Tells whether two entries of a record name the same person.
enum SamePerson {
    /// Whether two entries are of one person, however differently they are written.
    static func isSame(_ left: Listed, _ right: Listed) -> Bool {
        let first = PersonName.core(left.person.name)
        let second = PersonName.core(right.person.name)
        if first.isEmpty || second.isEmpty {
            return left.person.name.isEmpty && right.person.name.isEmpty && !left.person.role.isEmpty
                && Tokens(left.person.role).key == Tokens(right.person.role).key
                && Tokens(left.person.organisation).key == Tokens(right.person.organisation).key
        }
        if first.last == second.last, first.count == 1 || second.count == 1 {
            return first.count == second.count || sharesTitle(left, right)
        }
        let one = parts(first)
        let other = parts(second)
        guard one.last == other.last else { return false }
        if one.count == 1 || other.count == 1 { return one.count == other.count || sharesTitle(left, right) }
        if isShort(one[0], of: other[0]) { return true }
        // "Jacqueline Frost" and "Jacqui Frost": the same letter at the beginning, and nothing else known of one.
        return one[0].first == other[0].first && (isBare(left) || isBare(right))
    }

    /// The parts of a name, those of double names apart: "Ryton-Lee" is "Ryton Lee" in the next table.
    private static func parts(_ core: [String]) -> [String] {
        core.flatMap { $0.split(separator: "-").map(String.init) }
    }

    /// "K" and "Kath" for "Kathryn".
    private static func isShort(_ one: String, of other: String) -> Bool {
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        return short == long || (short.count == 1 || short.count >= 3) && long.hasPrefix(short)
    }

    private static func isBare(_ entry: Listed) -> Bool {
        entry.person.role.isEmpty && entry.person.organisation.isEmpty
    }

    private static func sharesTitle(_ left: Listed, _ right: Listed) -> Bool {
        PersonName.hasTitle(left.person.name) || PersonName.hasTitle(right.person.name)
    }
}
