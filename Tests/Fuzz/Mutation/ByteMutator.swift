/// Changes bytes without asking what they mean.
struct ByteMutator {
    /// Pieces that the format knows.
    var dictionary: [[UInt8]] = []
    var phrases: [String] = []

    func mutate(_ bytes: inout [UInt8], _ dice: inout Dice) {
        switch dice.number(0...9) {
        case 0: if let index = dice.index(bytes.count) { bytes[index] = UInt8(dice.number(0...255)) }
        case 1: if let index = dice.index(bytes.count) { bytes[index] ^= 1 << UInt8(dice.number(0...7)) }
        case 2: if let piece = dice.piece(of: bytes.count) { bytes.removeSubrange(piece) }
        case 3: insert((0..<dice.number(1...8)).map { _ in UInt8(dice.number(0...255)) }, into: &bytes, &dice)
        case 4: insert(dice.pick(dictionary) ?? [], into: &bytes, &dice)
        case 5: insert(Array(OddWords.pick(&dice, phrases: phrases).utf8), into: &bytes, &dice)
        case 6: repeatPiece(of: &bytes, &dice)
        case 7: copyPiece(of: &bytes, &dice)
        case 8: replaceNumber(in: &bytes, &dice)
        default: if dice.chance(oneIn: 4), let index = dice.index(bytes.count) { bytes.removeLast(index) }
        }
    }

    private func insert(_ piece: [UInt8], into bytes: inout [UInt8], _ dice: inout Dice) {
        bytes.insert(contentsOf: piece, at: dice.number(0...bytes.count))
    }

    private func repeatPiece(of bytes: inout [UInt8], _ dice: inout Dice) {
        guard let piece = dice.piece(of: bytes.count, longest: 200) else { return }
        let copy = Array(bytes[piece])
        let times = min(dice.chance(oneIn: 20) ? 1000 : dice.number(1...5), 200_000 / copy.count)
        for _ in 0..<times { bytes.insert(contentsOf: copy, at: piece.upperBound) }
    }

    private func copyPiece(of bytes: inout [UInt8], _ dice: inout Dice) {
        guard let piece = dice.piece(of: bytes.count, longest: 200) else { return }
        insert(Array(bytes[piece]), into: &bytes, &dice)
    }

    private func replaceNumber(in bytes: inout [UInt8], _ dice: inout Dice) {
        guard let from = dice.index(bytes.count),
            let start = bytes[from...].firstIndex(where: { $0 &- 0x30 < 10 })
        else { return }
        let end = bytes[start...].firstIndex { $0 &- 0x30 >= 10 } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: (dice.pick(OddWords.numbers) ?? "0").utf8)
    }
}
