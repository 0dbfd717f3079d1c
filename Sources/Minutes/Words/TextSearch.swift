/// Searches for text in text.
extension StringProtocol {
    /// Whether `text` stands somewhere; nearer than the standard library's search, which is built for long texts.
    func contains(_ text: String) -> Bool { text.isEmpty || slice.firstRange(of: text) != nil }

    func trimmingEdges(_ characters: String) -> Substring {
        slice.withoutEdges(characters.contains, ascii: characters.utf8.contains)
    }

    func trimmingCharactersIn(_ characters: String) -> String { String(trimmed.trimmingEdges(characters)) }

    func firstRange(ofText text: String) -> Range<Index>? { slice.firstRange(of: text) }

    /// The first place of `cue` in any case, at a word's beginning.
    func firstRange(ofWords cue: String) -> Range<Index>? {
        let text = slice
        return text.isPlain && cue.utf8.allSatisfy { $0 < 0x80 }
            ? text.firstPlainRange(ofWords: cue) : text.firstAnyRange(ofWords: cue)
    }

    var prefixBeforeDash: SubSequence {
        var previous: Character = "x"
        var index = startIndex
        while index < endIndex {
            let next = self.index(after: index)
            if "–—-".contains(self[index]), previous.isWhitespace, next < endIndex, self[next].isWhitespace {
                return self[..<index]
            }
            previous = self[index]
            index = next
        }
        return self[...]
    }

    var replacingEmptyBrackets: String {
        guard utf8.contains(UInt8(ascii: ")")) else { return String(slice) }
        var result = ""
        for character in self {
            if character == ")", result.trimmed.last == "(" {
                while let last = result.last, last != "(" { result.removeLast() }
                result.removeLast()
            } else {
                result.append(character)
            }
        }
        return result
    }

    func components(by mark: String) -> [String] {
        var parts: [String] = []
        var rest = slice
        while let range = rest.firstRange(of: mark) {
            parts.append(rest[..<range.lowerBound].trimmed)
            rest = rest[range.upperBound...]
        }
        parts.append(rest.trimmed)
        return parts.filter { !$0.isEmpty }
    }
}

extension Substring {
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        guard isPlain, text[...].isPlain else { return firstAnyRange(of: text) }
        guard let offset = firstOffset(of: text.utf8Span.span) else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: text.utf8.count)
    }

    private func firstAnyRange(of text: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
            index = self.index(after: index)
        }
        return nil
    }

    fileprivate func firstPlainRange(ofWords cue: String) -> Range<Index>? {
        let bytes = utf8Span.span
        let wanted = cue.utf8Span.span
        guard wanted.count > 0, bytes.count >= wanted.count else { return nil }
        let first = wanted[0].loweredASCII
        for offset in 0...(bytes.count - wanted.count) where bytes[offset].loweredASCII == first {
            var count = 1
            while count < wanted.count, bytes[offset + count].loweredASCII == wanted[count].loweredASCII {
                count += 1
            }
            guard count == wanted.count else { continue }
            let start = utf8.index(startIndex, offsetBy: offset)
            if let previous = self[..<start].last, previous.isLetter || previous.isNumber { continue }
            return start..<utf8.index(start, offsetBy: count)
        }
        return nil
    }

    fileprivate func firstAnyRange(ofWords cue: String) -> Range<Index>? {
        let wanted = Array(cue.lowercased())
        var index = startIndex
        var isStart = true
        while index < endIndex {
            if isStart {
                var cursor = index
                var count = 0
                while cursor < endIndex, count < wanted.count,
                    self[cursor].lowercased() == String(wanted[count])
                {
                    cursor = self.index(after: cursor)
                    count += 1
                }
                if count == wanted.count { return index..<cursor }
            }
            isStart = !(self[index].isLetter || self[index].isNumber)
            index = self.index(after: index)
        }
        return nil
    }
}
