/// Changes what lies inside a zip container and packs it again, or changes the container itself.
struct ZipMutator {
    let markup: MarkupMutator
    let bytes: ByteMutator

    func mutate(_ parts: [ZipPart], _ dice: inout Dice) -> [UInt8] {
        var parts = parts
        for _ in 0..<(dice.chance(oneIn: 5) ? 3 : 1) {
            guard let index = self.part(of: parts, &dice) else { break }
            switch dice.number(0...19) {
            case 0: parts.remove(at: index)
            case 1: parts.append(parts[index])
            case 2: if let other = dice.pick(parts) { parts[index].data = other.data }
            case 3: for _ in 0..<dice.rounds() { bytes.mutate(&parts[index].data, &dice) }
            case 4:
                parts[index].name = OddWords.pick(
                    &dice,
                    phrases: [parts[index].name, "../" + parts[index].name]
                )
            default: parts[index].data = markup.mutate(parts[index].data, &dice)
            }
        }
        var packed = ZipPart.pack(parts)
        if dice.chance(oneIn: 25) { damage(&packed, &dice) }
        return packed
    }

    /// Mostly the largest parts: there the words are.
    private func part(of parts: [ZipPart], _ dice: inout Dice) -> Int? {
        guard let first = dice.index(parts.count), let second = dice.index(parts.count) else { return nil }
        let third = dice.number(0...parts.count - 1)
        return [first, second, third].max { parts[$0].data.count < parts[$1].data.count }
    }

    /// Lies in the headers, which stand behind the signatures.
    func damage(_ packed: inout [UInt8], _ dice: inout Dice) {
        let signatures = packed.indices.dropLast(30).filter {
            packed[$0] == 0x50 && packed[$0 + 1] == 0x4B && packed[$0 + 2] < 8
                && packed[$0 + 3] == packed[$0 + 2] + 1
        }
        for _ in 0..<dice.number(1...6) {
            guard let start = dice.pick(signatures) else { return bytes.mutate(&packed, &dice) }
            let index = start + dice.number(4...29)
            switch dice.number(0...3) {
            case 0: packed[index] = 0xFF
            case 1: packed[index] = 0
            case 2: for place in index..<min(index + 4, packed.count) { packed[place] = 0xFF }
            default: packed[index] = UInt8(dice.number(0...255))
            }
        }
        if dice.chance(oneIn: 3) { bytes.mutate(&packed, &dice) }
    }
}
