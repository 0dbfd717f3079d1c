/// A name as it is compared: words in lower case without punctuation.
///
/// "St Oswin’s R.C. Primary" and "ST OSWINS RC PRIMARY" are not yet equal ("r c" is not "rc"): what differs in words
/// differs, since a near miss must not choose an address.
package struct NameKey: Hashable, Sendable {
    package let words: [String]

    package init(_ name: String) { words = Tokens(name).words.map(\.text) }

    package var isEmpty: Bool { words.isEmpty }

    /// Whether `other`'s words stand in this name in a row.
    package func contains(_ other: NameKey) -> Bool {
        guard !other.isEmpty, other.words.count <= words.count else { return false }
        return (0...(words.count - other.words.count)).contains { start in
            words[start..<(start + other.words.count)].elementsEqual(other.words)
        }
    }
}
