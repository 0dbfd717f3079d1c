/// Cuts a text into the words of `Tokens` in one pass over its bytes.
///
/// Most words are runs of ASCII letters and stay where they are until they are compared; the others are collected
/// letter by letter.
struct WordCutter {
    private let text: String
    private let numbers: WordList?
    private var words: [Tokens.Word] = []
    /// Where the word that is being read began; -1 between words.
    private var start = -1
    /// Its letters so far, if they are not simply those of the text.
    private var collected: [UInt8] = []
    private var isCollected = false
    private var hash = WordCutter.emptyHash

    /// The words without numbers: what phrases of a vocabulary consist of.
    static func words(of text: String) -> [Tokens.Word] { words(of: text, numberedBy: nil) }

    /// The words, with the numbers that the list has for them.
    static func words(of text: String, numberedBy numbers: WordList?) -> [Tokens.Word] {
        var cutter = WordCutter(text, numbers)
        cutter.cut(text.utf8Span.span)
        return cutter.words
    }

    private init(_ text: String, _ numbers: WordList?) {
        self.text = text
        self.numbers = numbers
        words.reserveCapacity(text.utf8.count / 5 + 1)
    }

    private mutating func cut(_ bytes: Span<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x80 {
                index = readScalar(at: index, in: bytes)
                continue
            }
            if byte.isWordLetter {
                if start < 0 { start = index }
                let letter = byte.loweredASCII
                hash = (hash ^ UInt32(letter)) &* Self.hashPrime
                if isCollected { collected.append(letter) }
            } else if byte != UInt8(ascii: "'") || !continuesWord(behind: index + 1, in: bytes) {
                close(at: index, in: bytes)
                if byte == UInt8(ascii: "&") { appendAnd(at: index) }
            } else {
                // Inside a word an apostrophe is dropped; anywhere else it is a quotation mark.
                collect(upTo: index, in: bytes)
            }
            index += 1
        }
        close(at: bytes.count, in: bytes)
    }

    /// Reads a scalar beyond ASCII; where the next one begins.
    private mutating func readScalar(at index: Int, in bytes: Span<UInt8>) -> Int {
        let (scalar, next) = Self.scalar(at: index, in: bytes)
        if Self.isWordScalar(scalar) {
            if start < 0 { start = index }
            collect(upTo: index, in: bytes)
            for letter in scalar.properties.lowercaseMapping.utf8 {
                collected.append(letter)
                hash = (hash ^ UInt32(letter)) &* Self.hashPrime
            }
        } else if scalar == "\u{AD}" || Self.isApostrophe(scalar) && continuesWord(behind: next, in: bytes) {
            if start >= 0 { collect(upTo: index, in: bytes) }
        } else {
            close(at: index, in: bytes)
        }
        return next
    }

    private func continuesWord(behind index: Int, in bytes: Span<UInt8>) -> Bool {
        guard start >= 0, index < bytes.count else { return false }
        if bytes[index] < 0x80 { return bytes[index].isWordLetter }
        return Self.isWordScalar(Self.scalar(at: index, in: bytes).scalar)
    }

    /// From here on the word's letters are not those of the text.
    private mutating func collect(upTo end: Int, in bytes: Span<UInt8>) {
        guard !isCollected else { return }
        isCollected = true
        collected.removeAll(keepingCapacity: true)
        for index in start..<end { collected.append(bytes[index].loweredASCII) }
    }

    private mutating func close(at end: Int, in bytes: Span<UInt8>) {
        guard start >= 0 else { return }
        let range = index(start)..<index(end)
        let id =
            isCollected
            ? number(of: collected.span, from: 0, to: collected.count)
            : number(of: bytes, from: start, to: end)
        let word: String
        if id > 0, let numbers {
            word = numbers.spelling(id)
        } else {
            collect(upTo: end, in: bytes)
            word = String(decoding: collected, as: UTF8.self)
        }
        if let last = words.last, last.text == "e", word.hasPrefix("mail") {
            words.removeLast()
            append("e" + word, last.range.lowerBound..<range.upperBound)
        } else if id == 0, let meant = numbers?.corrections[word] {
            append(meant, range)
        } else {
            words.append(Tokens.Word(text: word, range: range, hash: hash, id: Int32(id)))
        }
        start = -1
        isCollected = false
        hash = Self.emptyHash
    }

    private mutating func appendAnd(at place: Int) { append("and", index(place)..<index(place + 1)) }

    /// A word that does not stand in the text as it is.
    private mutating func append(_ word: String, _ range: Range<String.Index>) {
        let letters = Array(word.utf8)
        hash = letters.reduce(Self.emptyHash) { ($0 ^ UInt32($1)) &* Self.hashPrime }
        let id = number(of: letters.span, from: 0, to: letters.count)
        words.append(Tokens.Word(text: word, range: range, hash: hash, id: Int32(id)))
        hash = Self.emptyHash
    }

    private func number(of letters: Span<UInt8>, from start: Int, to end: Int) -> Int {
        numbers?.number(of: letters, from: start, to: end, hash: hash) ?? 0
    }

    private func index(_ offset: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: offset) }

    // MARK: Letters

    private static let emptyHash: UInt32 = 2_166_136_261
    private static let hashPrime: UInt32 = 16_777_619

    private static func scalar(at index: Int, in bytes: Span<UInt8>) -> (scalar: Unicode.Scalar, next: Int) {
        let first = UInt32(bytes[index])
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = length == 1 ? first : first & (0x7F >> UInt32(length))
        for offset in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", index + length)
    }

    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return UInt8(scalar.value).isWordLetter }
        // General punctuation, arrows and boxes are asked most and are never letters.
        if (0x2010...0x27BF).contains(scalar.value) || scalar.value == 0xA0 { return false }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{2BC}"
    }
}

extension UInt8 {
    /// An ASCII letter or digit.
    var isWordLetter: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }

    /// Capital letters as small ones, all else as it is.
    var loweredASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
