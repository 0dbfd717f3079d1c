/// Finds the letters through which a line is drawn.
enum PDFStrikes {
    /// Returns how many passages are struck through in a colour of their own.
    static func mark(_ letters: inout [PDFLetter], _ rules: [PDFRule]) -> Int {
        var coloured = 0
        for rule in rules where rule.thickness < 2.5 {
            var struck: [Int] = []
            var left = Double.infinity
            var right = -Double.infinity
            for (index, letter) in letters.enumerated() where letter.turn == .none {
                let height = letter.baseline - rule.at
                guard height > letter.size * 0.12, height < letter.size * 0.62,
                    letter.middle.x > rule.from - 1, letter.middle.x < rule.to + 1
                else { continue }
                struck.append(index)
                left = min(left, letter.x0)
                right = max(right, letter.x1)
            }
            // A line that goes on beyond the letters is a border under which they have slipped.
            guard rule.from > left - 4, rule.to < right + 4 else { continue }
            for index in struck { letters[index].isStruck = true }
            if struck.contains(where: { PDFColour.isColoured(letters[$0].colour) }) { coloured += 1 }
        }
        return coloured
    }
}
