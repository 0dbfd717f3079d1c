/// Cuts a line about a person at the marks that people put between name, role, organisation and remark.
enum PersonPieces {
    struct Piece: Equatable {
        var text: String
        /// Stood in brackets, which mostly say more of the piece before them.
        var isBracketed = false
        /// Stood behind the first sentence: never a name, a role or an organisation.
        var isRemark = false
        /// A comma stands before it.
        var followsComma = false
        /// What stands between it and the piece before, and behind it up to the closing bracket, as written.
        var before = ""
        var behind = ""
    }

    static func cut(_ text: String) -> [Piece] {
        let sentences = text.contains(". ") ? text.sentences : [text]
        guard let first = sentences.first else { return [] }
        var cutter = Cutter()
        cutter.cut(first)
        return cutter.pieces + sentences.dropFirst().map { Piece(text: $0.bare, isRemark: true) }
    }

    private struct Cutter {
        var pieces: [Piece] = []
        private var current = ""
        private var marks = ""
        private var followsComma = false
        /// How many brackets the text stands in; what stands in more than two is cut no further.
        private let depth: Int

        init(depth: Int = 0) { self.depth = depth }

        mutating func cut(_ text: String) {
            let characters = Array(text)
            var index = 0
            while index < characters.count {
                let character = characters[index]
                if depth < 3, character == "(" || character == "[",
                    let close = Self.closing(characters, from: index)
                {
                    end()
                    addBracket(String(characters[(index + 1)..<close]))
                    index = close + 1
                    continue
                }
                if Self.separates(characters, at: index) {
                    end()
                    marks = String(character)
                    followsComma = character == ","
                } else {
                    current.append(character)
                }
                index += 1
            }
            end()
        }

        private mutating func end() {
            let text = current.bare
            current = ""
            guard !text.isEmpty else { return }
            pieces.append(Piece(text: text, followsComma: followsComma, before: Self.written(marks)))
            followsComma = false
            marks = ""
        }

        private mutating func addBracket(_ text: String) {
            // "(deputy: PC Ahmed Noor)" is one remark.
            let isLabelled = text.contains(": ")
            let inside = isLabelled ? [Piece(text: text.bare)] : bracketPieces(text)
            for (index, piece) in inside.enumerated() {
                let isLast = index == inside.count - 1
                pieces.append(
                    Piece(
                        text: piece.text,
                        isBracketed: true,
                        before: index == 0 ? " (" : piece.before,
                        behind: (isLast ? ")" : "") + piece.behind
                    )
                )
            }
        }

        /// The mark with the blanks that belong to it.
        private static func written(_ mark: String) -> String {
            switch mark {
            case ",", ";", ":": "\(mark) "
            case "": " "
            case "\t", "|", "\u{2003}": ", "
            default: " \(mark) "
            }
        }

        private static func closing(_ characters: [Character], from open: Int) -> Int? {
            var depth = 0
            for index in open..<characters.count {
                if "([".contains(characters[index]) { depth += 1 }
                if ")]".contains(characters[index]) { depth -= 1 }
                if depth == 0 { return index }
            }
            // A bracket that nobody closed goes on to the end.
            return characters.count > open + 1 ? characters.count : nil
        }

        /// What stands in a bracket, cut at its own marks.
        private func bracketPieces(_ text: String) -> [Piece] {
            var cutter = Cutter(depth: depth + 1)
            cutter.cut(text)
            return cutter.pieces
        }

        private static func separates(_ characters: [Character], at index: Int) -> Bool {
            let before = index > 0 ? characters[index - 1] : " "
            let after = index + 1 < characters.count ? characters[index + 1] : " "
            switch characters[index] {
            case "\t", "|", ";", "\u{2003}": return true
            case ",": return !(before.isNumber && after.isNumber)
            case "–", "—": return before.isWhitespace || after.isWhitespace
            // "Llewellyn-Bright" has none; "Name- Role" and "Name -Role" are typed in haste.
            case "-": return before.isWhitespace || after.isWhitespace
            case "/", "\\": return before.isWhitespace || after.isWhitespace
            case ":": return after.isWhitespace && !before.isNumber
            default: return false
            }
        }
    }
}
