import Minutes

/// Changes documents as a reader might hand them on: blocks, cells and words move, vanish, multiply and turn odd.
struct DocumentMutator {
    let phrases: [String]

    func mutate(_ document: inout Document, with other: Document, _ dice: inout Dice) {
        for _ in 0..<dice.rounds() {
            switch dice.number(0...11) {
            case 0:
                document.blocks.append(contentsOf: other.blocks.prefix(dice.number(0...other.blocks.count)))
            case 1: document.headers += pieceOf(document.blocks, &dice)
            case 2: document.footers += pieceOf(other.blocks, &dice)
            case 3: document.quoted += pieceOf(document.blocks, &dice)
            default: mutate(&document.blocks, with: other, depth: 0, &dice)
            }
        }
    }

    private func pieceOf(_ blocks: [Block], _ dice: inout Dice) -> [Block] {
        dice.piece(of: blocks.count, longest: 3).map { Array(blocks[$0]) } ?? []
    }

    private func mutate(_ blocks: inout [Block], with other: Document, depth: Int, _ dice: inout Dice) {
        guard let index = dice.index(blocks.count), let second = dice.index(blocks.count) else {
            blocks.append(Block(place: "paragraph 1", content: .paragraph(Line(word(&dice)))))
            return
        }
        switch dice.number(0...11) {
        case 0: blocks.remove(at: index)
        case 1: blocks.insert(blocks[index], at: second)
        case 2: blocks.swapAt(index, second)
        case 3: if let piece = dice.piece(of: blocks.count, longest: 10) { blocks.removeSubrange(piece) }
        case 4: if let block = dice.pick(other.blocks) { blocks.insert(block, at: index) }
        case 5:
            let copies = repeatElement(
                blocks[index],
                count: dice.chance(oneIn: 10) ? 100 : dice.number(1...4)
            )
            blocks.insert(contentsOf: copies, at: index)
        default: mutate(&blocks[index], with: other, depth: depth, &dice)
        }
    }

    private func mutate(_ block: inout Block, with other: Document, depth: Int, _ dice: inout Dice) {
        switch block.content {
        case .table(var table):
            if dice.chance(oneIn: 6) {
                TableMutator(mutator: self).mutate(&table, &dice)
                block.content = .table(table)
                return
            }
            guard let row = dice.index(table.rows.count),
                let cell = dice.index(table.rows[row].cells.count)
            else { return }
            if dice.chance(oneIn: 2) || depth > 20 {
                TableMutator(mutator: self).mutate(&table, &dice)
            } else {
                mutate(&table.rows[row].cells[cell].blocks, with: other, depth: depth + 1, &dice)
            }
            block.content = .table(table)
        case .heading(_, let line), .paragraph(let line), .listItem(_, let line):
            let line = changed(line, &dice)
            switch dice.number(0...7) {
            case 0: block.content = .heading(level: dice.number(1...9), line)
            case 1: block.content = .listItem(level: dice.number(0...9), line)
            case 2: block.content = .table(TableMutator(mutator: self).table(&dice))
            default: block.content = .paragraph(line)
            }
        }
    }

    func changed(_ line: Line, _ dice: inout Dice) -> Line {
        var line = line
        if dice.chance(oneIn: 6) { line.isBold.toggle() }
        if dice.chance(oneIn: 20) { line.removed = word(&dice) }
        line.text = changed(line.text, &dice)
        return line
    }

    /// Words cut out, swapped, put in, and the text cut at any scalar.
    func changed(_ text: String, _ dice: inout Dice) -> String {
        if dice.chance(oneIn: 4) {
            var scalars = Array(text.unicodeScalars)
            if let piece = dice.piece(of: scalars.count, longest: 8) { scalars.removeSubrange(piece) }
            scalars.insert(contentsOf: Array(word(&dice).unicodeScalars), at: dice.number(0...scalars.count))
            return String(String.UnicodeScalarView(scalars))
        }
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<dice.number(1...3) {
            guard let index = dice.index(words.count), let other = dice.index(words.count) else { break }
            switch dice.number(0...4) {
            case 0: words.remove(at: index)
            case 1: words.swapAt(index, other)
            case 2: words[index] = word(&dice)
            case 3: words.insert(words[other], at: index)
            default: words.insert(word(&dice), at: index)
            }
        }
        return words.joined(separator: " ")
    }

    func word(_ dice: inout Dice) -> String { OddWords.pick(&dice, phrases: phrases) }
}
