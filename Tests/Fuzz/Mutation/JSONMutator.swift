import Foundation

/// Changes a record of data by its values: they move, multiply, nest, and are replaced by others of any kind.
struct JSONMutator {
    let bytes: ByteMutator
    let phrases: [String]

    func mutate(_ file: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var tokens = Self.cut(file)
        for _ in 0..<dice.rounds() where !tokens.isEmpty { mutate(&tokens, &dice) }
        return Array(tokens.joined(separator: [0x20]))
    }

    /// Texts, numbers, words and marks, without the blanks between them.
    private static func cut(_ file: [UInt8]) -> [[UInt8]] {
        var tokens: [[UInt8]] = []
        var index = 0
        while index < file.count {
            let start = index
            index += 1
            if file[start] == UInt8(ascii: "\"") {
                while index < file.count, file[index] != UInt8(ascii: "\"") {
                    index += file[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                index = min(index + 1, file.count)
            } else if isLetter(file[start]) {
                while index < file.count, isLetter(file[index]) { index += 1 }
            }
            if file[start] > 0x20 { tokens.append(Array(file[start..<index])) }
        }
        return tokens
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E || byte == 0x2B
    }

    private func mutate(_ tokens: inout [[UInt8]], _ dice: inout Dice) {
        guard let index = dice.index(tokens.count), let other = dice.index(tokens.count) else { return }
        let value = self.value(at: index, in: tokens)
        switch dice.number(0...11) {
        case 0: tokens.removeSubrange(value)
        case 1: tokens.replaceSubrange(value, with: Array(tokens[self.value(at: other, in: tokens)]))
        case 2:
            let copy = Array(tokens[value]) + [[UInt8(ascii: ",")]]
            let times = min(dice.chance(oneIn: 15) ? 300 : dice.number(1...4), 20_000 / copy.count + 1)
            tokens.insert(contentsOf: Array(repeatElement(copy, count: times).joined()), at: index)
        case 3: nest(value, in: &tokens, &dice)
        case 4: tokens.insert(dice.pick(bytes.dictionary) ?? [], at: index)
        case 5: tokens[index] = Array((dice.pick(OddWords.numbers) ?? "0").utf8)
        case 6: bytes.mutate(&tokens[index], &dice)
        default:
            // Mostly a text becomes another one, so that the shape stays.
            guard let text = tokens[index...].firstIndex(where: { $0.first == UInt8(ascii: "\"") }) else {
                return
            }
            let word = dice.chance(oneIn: 3) ? nil : OddWords.pick(&dice, phrases: phrases)
            tokens[text] = word.map(Self.quoted) ?? tokens[other]
        }
    }

    /// From an opening mark to its closing one, or the one token.
    private func value(at start: Int, in tokens: [[UInt8]]) -> Range<Int> {
        var depth = 0
        for index in start..<min(tokens.count, start + 5000) {
            switch tokens[index].first {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            if depth <= 0 { return start..<index + 1 }
        }
        return start..<start + 1
    }

    private func nest(_ value: Range<Int>, in tokens: inout [[UInt8]], _ dice: inout Dice) {
        let times = dice.chance(oneIn: 10) ? 2000 : dice.number(1...5)
        let opening = Array("[{".utf8)
        let key = [Array("\"a\"".utf8), Array(":".utf8)]
        let isList = dice.chance(oneIn: 2)
        let open = isList ? [[opening[0]]] : [[opening[1]]] + key
        let close: [[UInt8]] = [[UInt8(ascii: isList ? "]" : "}")]]
        tokens.insert(contentsOf: Array(repeatElement(close, count: times).joined()), at: value.upperBound)
        tokens.insert(contentsOf: Array(repeatElement(open, count: times).joined()), at: value.lowerBound)
    }

    /// As text of JSON, with its control characters escaped.
    static func quoted(_ text: String) -> [UInt8] {
        let json = try? JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed)
        return json.map { [UInt8]($0) } ?? Array("\"\"".utf8)
    }
}
