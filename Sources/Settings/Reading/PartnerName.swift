import Minutes

/// Reads the names of partners, so that a slip of the pen never becomes a partner of its own.
enum PartnerName {
    private static let builtIn = Partner.builtIn.map(\.rawValue)

    /// A key of `partners:`, which may add a partner to the built-in ones.
    static func declared(_ cursor: YAMLCursor) -> Partner? {
        let expected =
            "a partner in lower-case letters, digits and hyphens, such as \(builtIn.joined(separator: ", "))"
        guard let text = cursor.string(expected) else { return nil }
        guard let partner = Partner(rawValue: text), text.utf8.count <= 40 else {
            cursor.refuse("this cannot be a partner", expected: expected)
            return nil
        }
        if Partner.builtIn.contains(partner) { return partner }
        if let near = Spelling.nearest(to: text, in: builtIn) {
            cursor.refuse("'\(text)' is not a partner", expected: expected, remedy: "did you mean '\(near)'?")
            return nil
        }
        cursor.warn("'\(text)' is not built in: taken as a partner of your own")
        return partner
    }

    /// A partner in the rules: built in, or declared in the directory (`nil`: it could not be read).
    static func known(_ cursor: YAMLCursor, declared: Set<Partner>?) -> Partner? {
        let words = builtIn + (declared ?? []).subtracting(Partner.builtIn).map(\.rawValue).sorted()
        let expected = "one of \(words.joined(separator: ", "))"
        guard let text = cursor.string(expected) else { return nil }
        if let partner = Partner(rawValue: text), declared == nil || words.contains(text) { return partner }
        let near = Spelling.nearest(to: text, in: words)
        cursor.refuse(
            "'\(text.prefix(40))' is not a partner",
            expected: expected,
            remedy: near.map { "did you mean '\($0)'?" } ?? "declare a partner of your own in partners.yaml"
        )
        return nil
    }
}
