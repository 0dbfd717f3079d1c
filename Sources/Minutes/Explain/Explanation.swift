/// A document with what was read from it and where, for `minuted check --explain`.
package struct Explanation: Codable, Equatable, Sendable {
    package var document: Document
    package var interpretation: Interpretation
    package var tables: [ExplainedTable]
    package var keys: [ExplainedKey]
}

/// What a table that is no layout was taken for.
package struct ExplainedTable: Codable, Equatable, Sendable {
    package var place: String
    package var kind: Kind
    /// For a list of people or children: the columns that were understood, from left to right.
    package var columns: [Column]

    package enum Kind: String, Codable, Sendable {
        case attendance
        case children
        /// Its words are read as text.
        case text
    }

    package struct Column: Codable, Equatable, Sendable {
        /// As written over the column; "" where nothing is.
        package var heading: String
        /// In plain words, such as "a mark for attended".
        package var meaning: String
    }
}

/// A document's own key of attendance codes.
package struct ExplainedKey: Codable, Equatable, Sendable {
    package var place: String
    package var codes: [String: Evidence]
}

/// Reads a document as `interpret` does, and keeps what explains it.
package func explain(_ document: Document, vocabulary: Vocabulary = Vocabulary()) -> Explanation {
    let outline = OutlineBuilder.outline(of: document, vocabulary: vocabulary)
    let reader = CodeKey(vocabulary: vocabulary)
    let keys = outline.passages.compactMap { passage -> ExplainedKey? in
        let codes = reader.codes(in: passage)
        return codes.isEmpty ? nil : ExplainedKey(place: passage.place, codes: codes)
    }
    let key = keys.reduce(into: [:]) { $0.merge($1.codes) { $1 } }
    let tables = TableExplainer(vocabulary: vocabulary, key: key)
    return Explanation(
        document: document,
        interpretation: interpret(document, vocabulary: vocabulary),
        tables: outline.grids.map(tables.explained),
        keys: keys
    )
}
