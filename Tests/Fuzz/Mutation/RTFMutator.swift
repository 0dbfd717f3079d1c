/// Changes Rich Text by its control words, groups and texts.
struct RTFMutator {
    let bytes: ByteMutator
    let phrases: [String]

    func mutate(_ file: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var tokens = Self.cut(file)
        for _ in 0..<dice.rounds() { mutate(&tokens, &dice) }
        return Array(tokens.joined())
    }

    /// Braces, control words with their numbers, and the texts between them.
    private static func cut(_ file: [UInt8]) -> [[UInt8]] {
        var tokens: [[UInt8]] = []
        var start = 0
        for index in file.indices where index > start {
            let byte = file[index]
            let isMark = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
            let first = file[start]
            let isInWord =
                first == UInt8(ascii: "\\") && (byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D)
            let opens = first == UInt8(ascii: "{") || first == UInt8(ascii: "}")
            if isMark || opens || first == UInt8(ascii: "\\") && !isInWord {
                tokens.append(Array(file[start..<index]))
                start = index
            }
        }
        if start < file.count { tokens.append(Array(file[start...])) }
        return tokens
    }

    private func mutate(_ tokens: inout [[UInt8]], _ dice: inout Dice) {
        guard let index = dice.index(tokens.count), let other = dice.index(tokens.count) else { return }
        switch dice.number(0...11) {
        case 0: tokens.remove(at: index)
        case 1: tokens.swapAt(index, other)
        case 2: tokens.insert(tokens[other], at: index)
        case 3: if let piece = dice.piece(of: tokens.count, longest: 30) { tokens.removeSubrange(piece) }
        case 4:
            guard let piece = dice.piece(of: tokens.count, longest: 40) else { return }
            let times = min(dice.chance(oneIn: 10) ? 300 : dice.number(1...4), 20_000 / piece.count + 1)
            let copy = Array(tokens[piece])
            tokens.insert(contentsOf: Array(repeatElement(copy, count: times).joined()), at: index)
        case 5: tokens.insert(dice.pick(bytes.dictionary) ?? [], at: index)
        case 6:
            tokens.insert(
                contentsOf: repeatElement([UInt8(ascii: "{")], count: dice.number(1...400)),
                at: index
            )
        case 7: tokens.insert([UInt8(ascii: "}")], at: index)
        case 8, 9: changeNumber(of: &tokens[index], &dice)
        case 10: tokens[index] += Array(OddWords.pick(&dice, phrases: phrases).utf8)
        default: bytes.mutate(&tokens[index], &dice)
        }
    }

    private func changeNumber(of token: inout [UInt8], _ dice: inout Dice) {
        guard token.first == UInt8(ascii: "\\") else { return bytes.mutate(&token, &dice) }
        let end = token.firstIndex { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") } ?? token.count
        token = token[..<end] + Array((dice.pick(OddWords.numbers) ?? "0").utf8)
    }
}
