extension Outline {
    /// Words and where they stand.
    struct Finding {
        var words: String
        var place: String

        init(words: String, place: String) {
            self.words = words.count <= 160 ? words : String(words.prefix(157)) + "…"
            self.place = place
        }

        init(_ fact: Fact) { self.init(words: "\(fact.label): \(fact.value)", place: fact.place) }
    }

    /// The first stretch of text, the body's first, for which that holds.
    func firstPassage(where isWanted: (Passage) -> Bool) -> Finding? {
        passages.first(where: isWanted).map { passage in
            let label = passage.label.flatMap { $0 == "cell" ? nil : "\($0): " } ?? ""
            return Finding(words: label + passage.text, place: passage.place)
        }
    }
}

extension FieldReading {
    init(
        _ field: Field,
        child: Int? = nil,
        value: String,
        found: Outline.Finding?,
        _ confidence: Confidence
    ) {
        self.init(
            field,
            child: child,
            value: value,
            words: found?.words ?? "",
            source: found?.place ?? "",
            confidence: confidence
        )
    }
}
