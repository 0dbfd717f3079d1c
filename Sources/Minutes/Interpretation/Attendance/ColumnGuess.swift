/// Tells from a table's rows what its columns hold, for headers whose words nobody knows and tables without one.
struct ColumnGuess {
    let table: Table
    let vocabulary: Vocabulary
    private let responses: ResponseReader
    private let classifier: PartnerClassifier
    private let width: Int

    init(table: Table, vocabulary: Vocabulary) {
        self.table = table
        self.vocabulary = vocabulary
        responses = ResponseReader(vocabulary: vocabulary)
        classifier = PartnerClassifier(vocabulary: vocabulary)
        width = table.rows.lazy.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? 0
    }

    /// The column that holds a person in most rows.
    func personColumn(from firstRow: Int) -> Int? {
        (0..<width).first { column in
            let texts = texts(column, from: firstRow)
            let persons = texts.count(where: isPerson)
            return persons >= 2 && persons * 10 >= texts.count * 6
        }
    }

    /// Columns of short answers about taking part.
    func responseColumns(from firstRow: Int, besides person: Int) -> [Int] {
        (0..<width).filter { column in
            guard column != person else { return false }
            let texts = texts(column, from: firstRow)
            let answers = texts.count(where: isResponse)
            return answers >= 2 && answers * 10 >= texts.count * 7
        }
    }

    func organisationColumn(from firstRow: Int, besides taken: Set<Int>) -> Int? {
        (0..<width).first { column in
            guard !taken.contains(column) else { return false }
            let texts = texts(column, from: firstRow)
            let agencies = texts.count {
                classifier.agency(named: $0) != nil && vocabulary.roles.matches(in: Tokens($0)).isEmpty
            }
            return agencies >= 2 && agencies * 2 >= texts.count
        }
    }

    func roleColumn(from firstRow: Int, besides taken: Set<Int>) -> Int? {
        (0..<width).first { column in
            guard !taken.contains(column) else { return false }
            let texts = texts(column, from: firstRow)
            let roles = texts.count { text in
                let tokens = Tokens(text)
                return !vocabulary.roles.matches(in: tokens).isEmpty
                    || !vocabulary.weakRoles.matches(in: tokens).isEmpty
            }
            return roles >= 2 && roles * 10 >= texts.count * 4
        }
    }

    func isPerson(_ text: String) -> Bool {
        let head = text.prefix { !",(–\n/;".contains($0) }
        // "Fay Hunt for Mrs Lomax" is Fay Hunt.
        let name = (head.firstRange(ofText: " for ").map { head[..<$0.lowerBound] } ?? head).bare
        guard PersonName.isFull(name) else { return false }
        let tokens = Tokens(name)
        return vocabulary.roles.meaning(ofAll: tokens) == nil
            && vocabulary.agencies.meaning(ofAll: tokens) == nil
            && vocabulary.responses.meaning(ofAll: tokens) == nil
    }

    private func isResponse(_ text: String) -> Bool {
        if text.allSatisfy({ $0.isMark || $0.isWhitespace }) { return true }
        guard text.count <= 90 else { return false }
        let tokens = Tokens(text)
        guard tokens.count > 1 || (tokens.words.first?.text.count ?? 0) > 3 else { return false }
        return responses.evidence(of: text) != nil
    }

    private func texts(_ column: Int, from firstRow: Int) -> [String] {
        table.rows.dropFirst(firstRow).compactMap { row in
            guard row.cells.count > 1,
                let cell = row.cells.first(where: {
                    $0.column <= column && column < $0.column + $0.columnSpan
                }),
                !cell.isContinuation
            else { return nil }
            let text = cell.plainText
            return text.isBlank ? nil : text
        }
    }
}
