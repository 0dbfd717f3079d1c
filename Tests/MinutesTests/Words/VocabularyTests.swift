import Testing

@testable import Minutes

struct VocabularyTests {
    private let file = String(decoding: PackageResources.vocabulary_txt, as: UTF8.self)

    @Test func `every heading of the file names something known`() {
        #expect(VocabularyFile.builtIn.unknownHeadings.isEmpty)
    }

    @Test func `every cue has phrases`() {
        for cue in Cue.allCases { #expect(!Cues.builtIn.words(of: cue).isEmpty, "\(cue.rawValue)") }
    }

    @Test func `no phrase stands twice in a section`() {
        var seen: Set<String> = []
        var heading = ""
        for line in file.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                heading = String(line)
            } else if !heading.hasPrefix("[spelling ") {
                let isNew = seen.insert("\(heading) \(Tokens(String(line)).key)").inserted
                #expect(isNew, "\(heading): \(line)")
            }
        }
    }

    @Test func `every misspelling is read as the word that is meant and is no word itself`() {
        var meant: String?
        var seen: Set<String> = []
        for line in file.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                meant = line.hasPrefix("[spelling ") ? String(line.dropFirst(10).dropLast()) : nil
            } else if let meant {
                #expect(Tokens(line).key == meant, "\(line)")
                #expect(seen.insert(line).inserted, "\(line)")
            }
        }
        #expect(seen.count > 50)
    }

    @Test func `no phrase of one column or response means two things`() {
        var meanings: [String: String] = [:]
        var heading = ""
        for line in file.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                heading = String(line)
            } else if heading.hasPrefix("[response") {
                let key = Tokens(String(line)).key
                #expect(meanings[key] == nil, "\(key): \(heading) and \(meanings[key] ?? "")")
                meanings[key] = heading
            }
        }
    }

    @Test func `a heading that means nothing is noticed`() {
        #expect(
            VocabularyFile(reading: "[heading nonsense]\nx\n[frob]\ny".utf8).unknownHeadings == [
                "[heading nonsense]", "[frob]",
            ]
        )
    }

    @Test func `a council's own words win over the built-in ones`() {
        let local = VocabularyExtension(roles: ["School nurse": .education], codes: ["OK": .attended])
        let vocabulary = Vocabulary(adding: local)
        #expect(vocabulary.roles.meaning(ofAll: Tokens("school nurse")) == .education)
        #expect(vocabulary.responses.meaning(ofAll: Tokens("ok")) == .attended)
        #expect(Vocabulary.builtIn.roles.meaning(ofAll: Tokens("school nurse")) == .health)
    }
}
