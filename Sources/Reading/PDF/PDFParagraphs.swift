import Minutes

/// Joins the lines of one place into paragraphs.
///
/// A line goes on in the next one if the next one's first word had no room on it; otherwise its author ended it.
struct PDFParagraphs {
    /// What the whole document has in common.
    struct Style {
        /// Height of the letters of most of the text.
        var bodySize = 11.0
        /// Sizes of headings, the largest first.
        var headingSizes: [Double] = []
        /// Distance of the lines of one paragraph, as a multiple of their size.
        var pitch = 1.2
    }

    /// The left and right limit of the text.
    var left: Double
    var right: Double
    var style: Style
    /// In cells nothing is a heading.
    var isCell: Bool

    func blocks(_ lines: [PDFLine]) -> [Block.Content] {
        var blocks: [Block.Content] = []
        var start = 0
        for index in lines.indices {
            let isLast = index + 1 == lines.count
            if isLast || !continues(lines[index], lines[index + 1]) {
                if let block = block(lines[start...index]) { blocks.append(block) }
                start = index + 1
            }
        }
        return blocks
    }

    /// Whether a line is the rest of the paragraph whose last line so far comes before it.
    func continues(_ last: PDFLine, _ next: PDFLine) -> Bool {
        guard !last.words.isEmpty, let word = next.words.first else { return false }
        let size = max(last.size, next.size)
        guard abs(last.size - next.size) < size * 0.08 else { return false }
        let pitch = next.baseline - last.baseline
        guard pitch > 0, pitch < size * max(1.45, min(style.pitch, 2.4) * 1.18) else { return false }
        guard !word.isMark, PDFListMarker(next, allowsLoneNumber: false) == nil else { return false }
        if last.isBold != next.isBold { return false }
        guard hasNoRoom(last, next) else { return false }
        // Two lines with columns are two rows.
        if last.hasTab, next.hasTab { return false }
        if last.hasLeader, next.hasLeader { return false }
        return !startsAnew(last, next)
    }

    /// Whether the last line of a page goes on in the first one of the next.
    func continuesOverPage(_ last: PDFLine, _ next: PDFLine) -> Bool {
        guard let word = next.words.first, let end = last.words.last?.text.last else { return false }
        guard abs(last.size - next.size) < 0.3, last.isBold == next.isBold, !word.isMark else { return false }
        guard PDFListMarker(next, allowsLoneNumber: false) == nil else { return false }
        let isOpen = !".!?:;".contains(end) || word.text.first?.isLowercase == true
        return isOpen && hasNoRoom(last, next)
    }

    /// A label at the start of a line, or bold words after plain ones, begin something new.
    private func startsAnew(_ last: PDFLine, _ next: PDFLine) -> Bool {
        let endsSentence = last.words.last.map { ".!?:;".contains($0.text.last ?? " ") } ?? false
        if let end = last.words.last, let start = next.words.first, start.isBold, !end.isBold {
            return endsSentence || next.words.first(where: { $0.text.hasSuffix(":") })?.isBold == true
        }
        guard endsSentence else { return false }
        let isTime =
            next.words.first?.text.first?.isNumber == true && next.words.first?.text.contains(":") == true
        return isTime || TextLine(Substring(next.text).utf8).startsWithLabel
    }

    /// Whether the first word of a line had no room at the end of the line before.
    private func hasNoRoom(_ last: PDFLine, _ next: PDFLine) -> Bool {
        let blanks = Double(max(1, next.words.first?.blanks ?? 1))
        return room(after: last, before: next) < needed(next) + last.blank * blanks + 0.6
    }

    private func room(after line: PDFLine, before next: PDFLine) -> Double {
        let room = right - line.box.x1
        // What is centred has the room on both sides.
        let middle = (left + right) / 2
        let isCentred = [line, next].allSatisfy { abs($0.box.middle.x - middle) < 3 && $0.box.x0 > left + 2 }
        return isCentred ? line.box.x0 - left + room : room
    }

    /// The width of what cannot be broken at the start of a line.
    private func needed(_ line: PDFLine) -> Double {
        guard let word = line.words.first else { return 0 }
        if line.words.count > 1, line.words[1].isTied {
            let end = line.words.dropFirst().prefix { $0.isTied }.last ?? word
            return end.box.x1 - word.box.x0
        }
        let letters = word.text.count
        guard letters > 1,
            let end = word.text.dropLast().firstIndex(where: { $0 == "-" || $0 == "/" || $0 == "–" })
        else { return word.box.width }
        let share = Double(word.text.distance(from: word.text.startIndex, to: end) + 1) / Double(letters)
        return word.box.width * share
    }

    private func block(_ lines: ArraySlice<PDFLine>) -> Block.Content? {
        guard let first = lines.first else { return nil }
        let marker = PDFListMarker(first, allowsLoneNumber: false)
        let isHeading = !isCell && headingLevel(lines) != nil
        let isItem = marker != nil && !isHeading && !(marker?.isNumber == true && first.isBold)
        var builder = LineBuilder()
        var last: PDFWord?
        var skipped = ""
        var mayHoldPlaceholder = false
        let hasText = lines.contains { $0.words.contains { !$0.isMark } }
        for (number, line) in lines.enumerated() {
            let words = number == 0 && isItem ? line.words.dropFirst(marker?.words ?? 0) : line.words[...]
            for (position, word) in words.enumerated() {
                var separator = ""
                if position > 0, let last {
                    separator = PDFLine.separator(last, word)
                } else if let last, number > 0 {
                    let isCut = isCut(lines[lines.startIndex + number - 1], word)
                    separator = isCut ? "" : PDFParagraphs.joint(last)
                }
                if word.isStruck {
                    builder.appendRemoved(separator + word.text)
                    skipped = skipped.isEmpty ? separator : skipped
                } else {
                    // What was struck out between two words does not join them.
                    let visible = separator.isEmpty ? skipped : separator
                    builder.append(visible + word.text, isBold: word.isBold || word.isMark && hasText)
                    skipped = ""
                }
                last = word
                mayHoldPlaceholder = mayHoldPlaceholder || PDFPlaceholders.mayBegin(with: word.text)
            }
        }
        guard var line = builder.line() else { return nil }
        if mayHoldPlaceholder { line.text = PDFPlaceholders.removed(from: line.text) }
        if line.text.isEmpty, line.removed.isEmpty { return nil }
        if isItem {
            let level = Int(max(0, first.box.x0 - left - 24) / 18)
            return .listItem(level: min(level, 8), line)
        }
        if isHeading, let level = headingLevel(lines) { return .heading(level: level, line) }
        return .paragraph(line)
    }

    /// A word that is wider than its cell goes on in the next line.
    private func isCut(_ last: PDFLine, _ next: PDFWord) -> Bool {
        guard isCell, last.words.count == 1, let end = last.words[0].text.last, let start = next.text.first,
            end.isLetter && start.isLowercase || end.isNumber && start.isNumber
        else { return false }
        let letter = next.box.width / Double(max(1, next.text.count))
        guard right - left - last.box.width < letter * 1.5 else { return false }
        return start.isNumber || PDFWordEnds.isEnd(next.text)
    }

    /// What joins the last word of a line to the first one of the next.
    private static func joint(_ last: PDFWord) -> String {
        guard last.text.count > 1, let end = last.text.last, end == "-" || end == "/" else { return " " }
        return ""
    }

    private func headingLevel(_ lines: ArraySlice<PDFLine>) -> Int? {
        guard let first = lines.first, let last = lines.last, lines.count <= 2, !first.isBold,
            first.size > style.bodySize * 1.1, last.words.last?.text.last != "."
        else { return nil }
        let rank = style.headingSizes.firstIndex { abs($0 - first.size) < $0 * 0.04 } ?? 0
        return min(rank + 1, 6)
    }
}
