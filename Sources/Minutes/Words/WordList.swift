/// The distinct words of the vocabulary, numbered from 1.
struct WordList: Sendable {
    private var spellings = [""]
    /// The letters of all spellings, one after the other.
    private var letters: [UInt8] = []
    private var places: [Place] = [Place(start: 0, count: 0, hash: 0)]
    /// Open addressing: numbers of words by their hashes, 0 where nothing is.
    private var slots = [Int32](repeating: 0, count: 64)

    private struct Place: Sendable {
        let start: Int32
        let count: Int32
        let hash: UInt32
    }

    /// One more than the highest number.
    var count: Int { spellings.count }

    func spelling(_ number: Int) -> String { spellings[number] }

    /// What a word that is no word of the vocabulary is meant to be, where typists often write it so.
    private(set) var corrections: [String: String] = [:]

    mutating func correct(_ misspelling: String, to word: String) { corrections[misspelling] = word }

    /// The word's number, a new one if it is new.
    mutating func insert(_ word: Tokens.Word) -> Int {
        let spelling = Array(word.text.utf8)
        let known = number(of: spelling.span, from: 0, to: spelling.count, hash: word.hash)
        if known > 0 { return known }
        places.append(
            Place(start: Int32(letters.count), count: Int32(spelling.count), hash: word.hash)
        )
        letters += spelling
        spellings.append(word.text)
        if spellings.count * 4 > slots.count {
            slots = [Int32](repeating: 0, count: slots.count * 4)
            for number in 1..<spellings.count { settle(number) }
        } else {
            settle(spellings.count - 1)
        }
        return spellings.count - 1
    }

    /// The number of the word with those letters in either case, 0 if it is none of the vocabulary's.
    func number(of word: Span<UInt8>, from start: Int, to end: Int, hash: UInt32) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] > 0 {
            let number = Int(slots[slot])
            if places[number].hash == hash, stands(number, in: word, from: start, to: end) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return 0
    }

    private func stands(_ number: Int, in word: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let place = places[number]
        guard Int(place.count) == end - start else { return false }
        for index in start..<end where letters[Int(place.start) + index - start] != word[index].loweredASCII {
            return false
        }
        return true
    }

    private mutating func settle(_ number: Int) {
        var slot = Int(places[number].hash) & (slots.count - 1)
        while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(number)
    }
}
