extension StringProtocol {
    func trimmingEdges(_ characters: String) -> SubSequence {
        var view = self[...]
        while let first = view.first, characters.contains(first) { view = view.dropFirst() }
        while let last = view.last, characters.contains(last) { view = view.dropLast() }
        return view
    }

    /// The first place of `cue` in any case, at a word's beginning.
    func firstRange(ofWords cue: String) -> Range<Index>? {
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

    func firstRange(ofText text: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
            index = self.index(after: index)
        }
        return nil
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
}

extension StringProtocol {
    func components(by mark: String) -> [String] {
        var parts: [String] = []
        var rest = String(self)
        while let range = rest.firstRange(ofText: mark) {
            parts.append(rest[..<range.lowerBound].trimmed)
            rest = String(rest[range.upperBound...])
        }
        parts.append(rest.trimmed)
        return parts.filter { !$0.isEmpty }
    }

    func trimmingCharactersIn(_ characters: String) -> String { String(trimmed.trimmingEdges(characters)) }
}
