/// Text whose lines flow (RFC 3676): a line that ends in a blank goes on in the next one.
enum FlowedText {
    static func unfolded(_ text: String, deletesSpaces: Bool) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var openDepth: Int?
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
            var words = line.dropFirst(depth)
            // A blank is stuffed before what would otherwise be taken for a quote or the old "From ".
            if words.first == UInt8(ascii: " ") { words = words.dropFirst() }
            let isSignature = words.elementsEqual("-- ".utf8)
            if openDepth != depth || isSignature {
                if openDepth != nil { result += "\n" }
                if depth > 0 { result += String(repeating: ">", count: depth) + " " }
            }
            let flows = words.last == UInt8(ascii: " ") && !isSignature
            if flows, deletesSpaces { words = words.dropLast() }
            result += String(decoding: words, as: UTF8.self)
            openDepth = flows ? depth : nil
            if !flows { result += "\n" }
        }
        return result
    }
}
