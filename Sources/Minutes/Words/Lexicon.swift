/// All built-in phrases of all tables and cues in one tree over numbered words.
///
/// A text is walked through once, when its `Tokens` are made; whatever any table or cue is asked about it later is
/// read off the phrases found then.
struct Lexicon: Sendable {
    static var builtIn: Lexicon { VocabularyFile.builtIn.lexicon }

    private(set) var words = WordList()
    private var nodes = [Node()]
    /// Nodes of second and later words, by parent and word.
    ///
    /// First words, which are asked for most, have a list.
    private var branches = NumberTable()
    private var firstNodes: [Int32] = []
    private var senses: [Sense] = []

    private struct Node: Sendable {
        var kinds = PhraseKinds()
        /// The first of the senses of the phrase that ends here, which are chained.
        var sense: Int32 = -1
    }

    private struct Sense: Sendable {
        let kind: Int
        var meaning: Int
        var next: Int32
    }

    /// A phrase that stands in a text.
    struct Hit: Sendable {
        let position: Int32
        let count: Int32
        let node: Int32
    }

    mutating func correct(_ misspelling: String, to word: String) {
        words.correct(misspelling, to: word)
    }

    /// A later phrase of the same words and kind replaces the earlier one.
    mutating func add(_ phrase: [Tokens.Word], kind: Int, meaning: Int) {
        guard !phrase.isEmpty else { return }
        var node = 0
        for (depth, word) in phrase.enumerated() {
            let id = words.insert(word)
            if firstNodes.count < words.count {
                firstNodes += repeatElement(0, count: words.count - firstNodes.count)
            }
            let known = depth == 0 ? Int(firstNodes[id]) : branches[Self.branch(node, id)] ?? 0
            if known == 0 {
                nodes.append(Node())
                if depth == 0 {
                    firstNodes[id] = Int32(nodes.count - 1)
                } else {
                    branches[Self.branch(node, id)] = nodes.count - 1
                }
                node = nodes.count - 1
            } else {
                node = known
            }
        }
        nodes[node].kinds.insert(kind)
        var next = nodes[node].sense
        while next >= 0 {
            if senses[Int(next)].kind == kind {
                senses[Int(next)].meaning = meaning
                return
            }
            next = senses[Int(next)].next
        }
        senses.append(Sense(kind: kind, meaning: meaning, next: nodes[node].sense))
        nodes[node].sense = Int32(senses.count - 1)
    }

    /// Every phrase in the text, by place and then by length, and of which kinds they are.
    func hits(in text: [Tokens.Word]) -> (hits: [Hit], kinds: PhraseKinds) {
        var hits: [Hit] = []
        var kinds = PhraseKinds()
        for position in text.indices where text[position].id > 0 {
            var node = Int(firstNodes[Int(text[position].id)])
            var end = position + 1
            while node > 0 {
                if nodes[node].sense >= 0 {
                    kinds.formUnion(nodes[node].kinds)
                    hits.append(
                        Hit(position: Int32(position), count: Int32(end - position), node: Int32(node))
                    )
                }
                guard end < text.count, text[end].id > 0,
                    let next = branches[Self.branch(node, Int(text[end].id))]
                else { break }
                node = next
                end += 1
            }
        }
        return (hits, kinds)
    }

    func isOf(_ kind: Int, _ hit: Hit) -> Bool { nodes[Int(hit.node)].kinds.contains(kind) }

    /// What the phrase means as one of that kind.
    func meaning(of hit: Hit, as kind: Int) -> Int? {
        var next = nodes[Int(hit.node)].sense
        while next >= 0 {
            let sense = senses[Int(next)]
            if sense.kind == kind { return sense.meaning }
            next = sense.next
        }
        return nil
    }

    private static func branch(_ node: Int, _ word: Int) -> UInt64 { UInt64(node) << 32 | UInt64(word) }
}
