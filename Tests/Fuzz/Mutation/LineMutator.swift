/// Changes texts by their lines: mails, plain texts, Markdown.
struct LineMutator {
    let bytes: ByteMutator
    let phrases: [String]

    func mutate(_ text: [UInt8], with other: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        for _ in 0..<dice.rounds() { mutate(&lines, with: other, &dice) }
        return Array(lines.joined(separator: [0x0A]))
    }

    private func mutate(_ lines: inout [[UInt8]], with other: [UInt8], _ dice: inout Dice) {
        guard let index = dice.index(lines.count), let second = dice.index(lines.count) else { return }
        switch dice.number(0...13) {
        case 0: lines.remove(at: index)
        case 1: lines.swapAt(index, second)
        case 2: lines.insert(lines[second], at: index)
        case 3: if let piece = dice.piece(of: lines.count, longest: 12) { lines.removeSubrange(piece) }
        case 4:
            let times = dice.chance(oneIn: 10) ? 500 : dice.number(1...4)
            lines.insert(contentsOf: repeatElement(lines[index], count: times), at: index)
        case 5: lines.insert(dice.pick(bytes.dictionary) ?? [], at: index)
        case 6: lines[index] = Array(OddWords.pick(&dice, phrases: phrases).utf8)
        case 7: if lines[index].last == 0x0D { lines[index].removeLast() } else { lines[index].append(0x0D) }
        case 8: lines[index] = (dice.pick(indents) ?? []) + lines[index]
        case 9: if index > 0 { lines[index - 1] += lines.remove(at: index) }
        case 10:
            let rest = other.split(separator: 0x0A, omittingEmptySubsequences: false)
            if let piece = dice.piece(of: rest.count, longest: 20) {
                lines.insert(contentsOf: rest[piece].map(Array.init), at: index)
            }
        default: bytes.mutate(&lines[index], &dice)
        }
    }

    private var indents: [[UInt8]] {
        [" ", "\t", "> ", ">> ", "- ", "1. ", "# ", "| ", "* ", "    ", "--", "+ "].map { Array($0.utf8) }
    }
}
