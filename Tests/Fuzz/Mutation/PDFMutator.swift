/// Changes PDFs by their objects, streams and operators, and writes a new table of places for most of them.
///
/// The originals have unpacked streams and no object streams (`qpdf --qdf --object-streams=disable`).
struct PDFMutator {
    let bytes: ByteMutator

    func mutate(_ file: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var objects = Self.cut(file)
        guard objects.count > 2 else {
            var file = file
            for _ in 0..<dice.rounds() { bytes.mutate(&file, &dice) }
            return file
        }
        for _ in 0..<dice.rounds() { mutate(&objects, &dice) }
        if dice.chance(oneIn: 5) { return Array(objects.joined()) }
        return Self.joined(objects)
    }

    /// Pieces that each begin with "N 0 obj", but for the head; the trailer is in the last.
    private static func cut(_ file: [UInt8]) -> [[UInt8]] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < file.count {
            let end = file[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? file.count
            lines.append(start..<end)
            start = end
        }
        let marks: [[UInt8]] = ["obj\n", "obj\r\n", "xref\n", "trailer\n", "trailer <<\n"].map {
            Array($0.utf8)
        }
        var starts = [0]
        for line in lines
        where marks.contains(where: {
            line.count >= $0.count && file[(line.upperBound - $0.count)..<line.upperBound].elementsEqual($0)
        })
            && !file[line].starts(with: "endobj".utf8) && !file[line].starts(with: "startxref".utf8)
        {
            starts.append(line.lowerBound)
        }
        return zip(starts, starts.dropFirst() + [file.count]).map { Array(file[$0..<$1]) }
    }

    /// The pieces with a new table of places.
    private static func joined(_ objects: [[UInt8]]) -> [UInt8] {
        var file: [UInt8] = []
        var places: [Int: Int] = [:]
        var trailer: [UInt8] = []
        for object in objects {
            if object.starts(with: "trailer".utf8) {
                trailer = object
                continue
            }
            if object.starts(with: "xref".utf8) { continue }
            if let number = Int(String(decoding: object.prefix { $0 &- 0x30 < 10 }, as: UTF8.self)) {
                places[number] = file.count
            }
            file += object
        }
        let start = file.count
        let last = min(places.keys.max() ?? 0, 100_000)
        file += Array("xref\n0 \(last + 1)\n".utf8)
        for number in 0...last {
            let place = String(places[number] ?? 0)
            let kind = places[number] == nil ? "65535 f" : "00000 n"
            file += Array(
                (String(repeating: "0", count: max(10 - place.count, 0)) + place + " \(kind) \n").utf8
            )
        }
        let end = trailer.firstRange(of: "startxref".utf8)?.lowerBound ?? trailer.count
        return file + trailer[..<end] + Array("startxref\n\(start)\n%%EOF\n".utf8)
    }

    private func mutate(_ objects: inout [[UInt8]], _ dice: inout Dice) {
        guard let index = dice.index(objects.count), let other = dice.index(objects.count) else { return }
        switch dice.number(0...19) {
        case 0: objects.remove(at: index)
        case 1: objects.swapAt(index, other)
        case 2: exchangeBodies(&objects, index, other)
        case 3...8: redirect(&objects[index], objects.count, &dice)
        case 9...14: changeLines(of: &objects[index], &dice)
        default: bytes.mutate(&objects[index], &dice)
        }
    }

    private func exchangeBodies(_ objects: inout [[UInt8]], _ first: Int, _ second: Int) {
        func split(_ object: [UInt8]) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
            let end = object.firstIndex(of: 0x0A).map { $0 + 1 } ?? 0
            return (object[..<end], object[end...])
        }
        let (one, two) = (split(objects[first]), split(objects[second]))
        objects[first] = Array(one.0 + two.1)
        objects[second] = Array(two.0 + one.1)
    }

    /// Lets a reference point to any object, its own among them.
    private func redirect(_ object: inout [UInt8], _ count: Int, _ dice: inout Dice) {
        let mark = Array(" 0 R".utf8)
        let places = object.indices.dropLast(3).filter {
            object[$0] == 0x20 && object[$0..<$0 + 4].elementsEqual(mark)
        }
        guard let place = dice.pick(places) else { return bytes.mutate(&object, &dice) }
        let start = (object[..<place].lastIndex { $0 &- 0x30 >= 10 } ?? -1) + 1
        object.replaceSubrange(start..<place, with: String(dice.number(0...count)).utf8)
    }

    /// Operators of a page stand one a line.
    private func changeLines(of object: inout [UInt8], _ dice: inout Dice) {
        var lines = object.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        for _ in 0..<dice.number(1...4) {
            guard let index = dice.index(lines.count), let other = dice.index(lines.count) else { return }
            switch dice.number(0...5) {
            case 0: lines.remove(at: index)
            case 1: lines.swapAt(index, other)
            case 2: lines.insert(lines[other], at: index)
            case 3:
                lines.insert(contentsOf: repeatElement(lines[index], count: dice.number(2...400)), at: index)
            case 4: lines.insert(dice.pick(bytes.dictionary) ?? [], at: index)
            default: bytes.mutate(&lines[index], &dice)
            }
        }
        object = Array(lines.joined(separator: [0x0A]))
    }
}
