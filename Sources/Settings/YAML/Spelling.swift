/// Finds the word that a misspelt key was meant to be.
enum Spelling {
    /// The nearest word, if a typing slip or two lie between.
    static func nearest(to word: String, in words: [String]) -> String? {
        let limit = max(1, min(3, word.count / 3))
        return words.map { (word: $0, distance: distance(word.lowercased(), $0)) }
            .filter { $0.distance <= limit }
            .min { $0.distance < $1.distance }?
            .word
    }

    /// Insertions, deletions, replacements and swaps of neighbours between two words, capped for long ones.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.prefix(64))
        let right = Array(right.prefix(64))
        var rows = [Array(0...right.count)]
        for i in 0..<left.count {
            var row = [i + 1]
            for j in 0..<right.count {
                let replaced = rows[i][j] + (left[i] == right[j] ? 0 : 1)
                var best = min(replaced, rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
