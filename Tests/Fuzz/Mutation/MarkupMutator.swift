/// Changes XML and HTML by their tags: elements move, multiply and nest, attributes and texts change.
struct MarkupMutator {
    /// Pieces of markup that the reader knows, such as elements that it treats apart.
    var pieces: [String] = []
    var phrases: [String] = []

    /// Tags and the texts between them.
    static func cut(_ bytes: [UInt8]) -> [[UInt8]] {
        var tokens: [[UInt8]] = []
        var start = 0
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "<"), index > start {
                tokens.append(Array(bytes[start..<index]))
                start = index
            } else if bytes[index] == UInt8(ascii: ">") {
                tokens.append(Array(bytes[start...index]))
                start = index + 1
            }
        }
        if start < bytes.count { tokens.append(Array(bytes[start...])) }
        return tokens
    }

    func mutate(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var tokens = Self.cut(bytes)
        for _ in 0..<dice.rounds() where !tokens.isEmpty { mutate(&tokens, &dice) }
        return Array(tokens.joined())
    }

    private func mutate(_ tokens: inout [[UInt8]], _ dice: inout Dice) {
        guard let index = dice.index(tokens.count), let other = dice.index(tokens.count) else { return }
        switch dice.number(0...12) {
        case 0: tokens.swapAt(index, other)
        case 1: tokens.remove(at: index)
        case 2: tokens.removeSubrange(element(at: index, in: tokens))
        case 3:
            let copy = Array(tokens[element(at: index, in: tokens)])
            let times = min(dice.chance(oneIn: 15) ? 300 : dice.number(1...4), 20_000 / copy.count + 1)
            tokens.insert(contentsOf: Array(repeatElement(copy, count: times).joined()), at: index)
        case 4: tokens.insert(contentsOf: Array(tokens[element(at: index, in: tokens)]), at: other)
        case 5: nest(element(at: index, in: tokens), in: &tokens, &dice)
        case 6, 7: changeAttribute(of: &tokens, from: index, &dice)
        case 8, 9, 10: changeText(of: &tokens, from: index, &dice)
        case 11: tokens.insert(Array((dice.pick(pieces) ?? "<x>").utf8), at: index)
        default: tokens[index] = tokens[other]
        }
    }

    private func isTag(_ token: [UInt8]) -> Bool { token.first == UInt8(ascii: "<") }

    /// From the tag to its end tag, or only the token if it opens nothing.
    private func element(at start: Int, in tokens: [[UInt8]]) -> Range<Int> {
        var depth = 0
        for index in start..<min(tokens.count, start + 5000) {
            let token = tokens[index]
            if isTag(token), token.count > 2 {
                if token[1] == UInt8(ascii: "/") {
                    depth -= 1
                } else if token[token.count - 2] != UInt8(ascii: "/") {
                    depth += 1
                }
            }
            if depth <= 0 { return start..<index + 1 }
        }
        return start..<start + 1
    }

    /// Puts the element into copies of its own tags.
    private func nest(_ element: Range<Int>, in tokens: inout [[UInt8]], _ dice: inout Dice) {
        guard element.count > 1 else { return }
        let times = dice.chance(oneIn: 4) ? dice.number(40...300) : dice.number(1...5)
        let close = tokens[element.upperBound - 1]
        tokens.insert(contentsOf: repeatElement(close, count: times), at: element.upperBound)
        tokens.insert(
            contentsOf: repeatElement(tokens[element.lowerBound], count: times),
            at: element.lowerBound
        )
    }

    private func changeAttribute(of tokens: inout [[UInt8]], from start: Int, _ dice: inout Dice) {
        let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'")]
        guard
            let index = tokens[start...].firstIndex(where: {
                isTag($0) && $0.contains(where: quotes.contains)
            }),
            let open = dice.pick(tokens[index].indices.filter { quotes.contains(tokens[index][$0]) }),
            let close = tokens[index][(open + 1)...].firstIndex(of: tokens[index][open])
        else { return }
        let value =
            dice.chance(oneIn: 2) ? dice.pick(OddWords.numbers) : OddWords.pick(&dice, phrases: phrases)
        tokens[index].replaceSubrange(open + 1..<close, with: Self.escaped(value ?? "").utf8)
    }

    private func changeText(of tokens: inout [[UInt8]], from start: Int, _ dice: inout Dice) {
        guard
            let index = tokens[start...].firstIndex(where: {
                !isTag($0) && $0.contains { $0 > 0x20 }
            })
        else { return }
        let word = Self.escaped(OddWords.pick(&dice, phrases: phrases))
        switch dice.number(0...2) {
        case 0: tokens[index] = Array(word.utf8)
        case 1: tokens[index] += Array((" " + word).utf8)
        default: tokens[index] = Array((word + " ").utf8) + tokens[index]
        }
    }

    /// As text or value of markup, without the characters that XML refuses anyhow.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "\0"..<"\t", "\u{B}"..<"\r", "\u{E}"..<" ": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
